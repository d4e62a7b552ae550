import { CONSENT_VARIABLE, defineGenerator, seededRandom } from '../../src/analysis.ts';
import { drawInterviews } from './interviews/draw-interviews.ts';
import { drawInvitations } from './interviews/draw-invitations.ts';
import { CC0 } from './licence.ts';
import { INTERVIEW_REGIONS, TREND_GROUPS } from './parameters.ts';

/** Telephone interviews with leaders of children's services: who was invited, and what was said and coded. */
export default defineGenerator({
  id: 'interviews',
  title: 'Telephone interviews on reducing the need for care',
  seed: 'plumbline/interviews/1',
  produces: [
    {
      name: 'synthetic-interviews',
      title: 'Made-up telephone interviews with leaders of children’s services, coded',
      description:
        'No such conversation took place and no interviewee exists; nothing in it stands for an authority that exists. The transcripts were written for Plumbline.',
      format: 'qdpx',
      confidential: { consent: CONSENT_VARIABLE, authorities: { within: 'trend-group', least: 3 } },
      licenses: [CC0],
      schema: { fields: [] },
    },
    {
      name: 'synthetic-invitations',
      title: 'Made-up invitations to telephone interviews',
      description: 'Each row is an invitation; none stands for an authority that exists.',
      format: 'parquet',
      licenses: [CC0],
      schema: {
        fields: [
          {
            name: 'invitation',
            type: 'integer',
            title: 'Invitation',
            constraints: { required: true, minimum: 1 },
          },
          {
            name: 'trend_group',
            type: 'string',
            title: 'Trend 2012 to 2017',
            constraints: { required: true, enum: TREND_GROUPS.map(({ name }) => name) },
          },
          {
            name: 'region',
            type: 'string',
            title: 'Region',
            constraints: { required: true, enum: INTERVIEW_REGIONS.map(({ name }) => name) },
          },
          {
            name: 'interview',
            type: 'string',
            title: 'Interview',
            description: 'Name of its case in synthetic-interviews; empty where there was no interview',
          },
        ],
        primaryKey: ['invitation'],
      },
    },
  ],
  async run(seed) {
    const random = seededRandom(seed);
    const invitations = drawInvitations(random);
    return {
      'synthetic-interviews': drawInterviews(random, seededRandom(`${seed}/words`), invitations),
      'synthetic-invitations': invitations.map(({ number, group, region, interview }) => ({
        invitation: number,
        trend_group: group.name,
        region,
        interview: interview === null ? null : `Interview ${String(interview).padStart(2, '0')}`,
      })),
    };
  },
});
