import { CONSENT_VARIABLE, defineGenerator, seededRandom } from '../../src/analysis.ts';
import { CC0 } from './licence.ts';
import { drawParticipants } from './policymakers/draw-participants.ts';
import { listApproaches } from './policymakers/list-approaches.ts';

/** Interviews with policymakers in six invented authorities: how they were found, and what was said and coded. */
export default defineGenerator({
  id: 'policymakers',
  title: 'Interviews with policymakers on what drives entry to care',
  seed: 'plumbline/policymakers/1',
  produces: [
    {
      name: 'synthetic-policymakers',
      title: 'Made-up interviews with policymakers in six invented authorities, coded by stream',
      description:
        'No such conversation took place and no participant exists; nothing in it stands for an authority that exists. The transcripts were written for Plumbline.',
      format: 'qdpx',
      confidential: { consent: CONSENT_VARIABLE, authorities: { variable: 'authority', least: 3 } },
      licenses: [CC0],
      schema: { fields: [] },
    },
    {
      name: 'synthetic-approaches',
      title: 'Made-up approaches to authorities and policymakers',
      description: 'Each row is an authority or a person approached; none exists.',
      format: 'parquet',
      licenses: [CC0],
      schema: {
        fields: [
          {
            name: 'approach',
            type: 'integer',
            title: 'Approach',
            constraints: { required: true, minimum: 1 },
          },
          {
            name: 'unit',
            type: 'string',
            title: 'Whom',
            constraints: { required: true, enum: ['authority', 'person'] },
          },
          {
            name: 'route',
            type: 'string',
            title: 'Route',
            description: 'Chosen by the researchers, or named by somebody who had taken part',
            constraints: { required: true, enum: ['purposive', 'snowball'] },
          },
          { name: 'took_part', type: 'boolean', title: 'Took part', constraints: { required: true } },
        ],
        primaryKey: ['approach'],
      },
    },
  ],
  run: async (seed) => ({
    'synthetic-policymakers': drawParticipants(seededRandom(seed)),
    'synthetic-approaches': listApproaches(),
  }),
});
