import { defineAnalysis } from '../src/analysis.ts';
import { askRecognition } from './reducing-need-interviews/ask-recognition.ts';
import { checkPublished } from './reducing-need-interviews/check-published.ts';
import { compareCoders } from './reducing-need-interviews/compare-coders.ts';
import { countResponses } from './reducing-need-interviews/count-responses.ts';
import { countThemes } from './reducing-need-interviews/count-themes.ts';
import { drawFrame } from './reducing-need-interviews/draw-frame.ts';
import { followUp } from './reducing-need-interviews/follow-up.ts';
import { parameters } from './reducing-need-interviews/part.ts';
import { setApartUnaccompanied } from './reducing-need-interviews/set-apart-unaccompanied.ts';
import { weighContext } from './reducing-need-interviews/weigh-context.ts';
import { weighDesign } from './reducing-need-interviews/weigh-design.ts';

/**
 * A study of telephone interviews on reducing the need for care: its sampling frame and what official figures say
 * of its statements, which are real; and response, themes, tests and coding, which rest on made-up interviews.
 */
export default defineAnalysis({
  id: 'reducing-need-interviews',
  title: 'Telephone interviews on reducing the need for children to enter care',
  resources: [
    'looked-after',
    'child-population',
    'authorities',
    'regions',
    'areas',
    'looked-after-details',
    'section-251-outturn',
    'gdp-deflator',
    'workforce',
    'low-income',
    'synthetic-interviews',
    'synthetic-invitations',
  ],
  parameters,
  r: ['reducing-need-interviews.R'],
  async run(context) {
    const parts = [
      await drawFrame(context),
      await followUp(context),
      await setApartUnaccompanied(context),
      await weighContext(context),
      await countResponses(context),
      askRecognition(context),
      await countThemes(context),
      await weighDesign(context),
      compareCoders(context),
    ];
    return {
      findings: parts.flatMap((part) => part.findings),
      claims: [...parts.flatMap((part) => part.claims), ...checkPublished(parts, context.parameters)],
      tables: parts.flatMap((part) => part.tables),
    };
  },
});
