import { defineAnalysis } from '../src/analysis.ts';
import { checkBackground } from './narratives-of-change/check-background.ts';
import { compareWithEngland } from './narratives-of-change/compare-with-england.ts';
import { countCodes } from './narratives-of-change/count-codes.ts';
import { describeSample } from './narratives-of-change/describe-sample.ts';
import { judgeSaturation } from './narratives-of-change/judge-saturation.ts';
import { APPROACHES, INTERVIEWS, parameters } from './narratives-of-change/part.ts';
import { relateCodes } from './narratives-of-change/relate-codes.ts';

/**
 * Made-up interviews with policymakers on what drives entry to care, coded by Kingdon's three streams: who took
 * part, what they spoke of, what stands together, and whether more interviews would have brought more. Official
 * figures check what the published abstract says of the background.
 */
export default defineAnalysis({
  id: 'narratives-of-change',
  title: 'Narratives of change in children’s services, by Kingdon’s streams',
  resources: [
    INTERVIEWS,
    APPROACHES,
    'looked-after',
    'child-population',
    'authorities',
    'regions',
    'deprivation',
    'low-income',
    'section-251-outturn',
    'gdp-deflator',
  ],
  parameters,
  async run(context) {
    const parts = [
      await describeSample(context),
      countCodes(context),
      relateCodes(context),
      judgeSaturation(context),
      await compareWithEngland(context),
      await checkBackground(context),
    ];
    return {
      findings: parts.flatMap(({ findings }) => findings),
      claims: parts.flatMap(({ claims }) => claims),
      tables: parts.flatMap(({ tables }) => tables),
    };
  },
});
