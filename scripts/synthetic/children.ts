import { defineGenerator, seededRandom } from '../../src/analysis.ts';
import { drawReferrals } from './children/draw-referrals.ts';
import { CELL_FIELDS, POPULATION_FIELDS, REFERRAL_FIELDS } from './children/fields.ts';
import { listCells } from './children/list-cells.ts';
import { CC0 } from './licence.ts';

/** Referrals to six invented authorities and what became of them, with the children they are drawn from. */
export default defineGenerator({
  id: 'children',
  title: 'Referrals of children to six invented authorities',
  seed: 'plumbline/children/1',
  produces: [
    {
      name: 'synthetic-referrals',
      title: 'Made-up records of referrals to six invented authorities, April 2015 to March 2018',
      description:
        'No child, family or authority in it is real. Each row is a referral and what became of it until 31 March 2019; docs/methods/synthetic-records.md says what was planted.',
      format: 'parquet',
      licenses: [CC0],
      // Made up, and kept as records of real children would be.
      confidential: {
        threshold: 10,
        dominance: { contributors: 2, share: 0.9 },
        pRatio: 0.1,
        rounding: null,
      },
      schema: { fields: REFERRAL_FIELDS, primaryKey: ['referral_id'] },
    },
    {
      name: 'synthetic-population',
      title: 'Made-up numbers of children of six invented authorities',
      description:
        'Children by authority, decile, sex, age band and ethnicity: the denominators of rates of synthetic-referrals.',
      format: 'parquet',
      licenses: [CC0],
      schema: { fields: POPULATION_FIELDS, primaryKey: CELL_FIELDS.map(({ name }) => name) },
    },
  ],
  run: async (seed) => ({
    'synthetic-referrals': drawReferrals(seededRandom(seed)),
    'synthetic-population': listCells().map(({ authority, decile, sex, age, ethnicity, children }) => ({
      authority,
      deprivation_decile: decile,
      sex,
      age_band: age.name,
      ethnicity,
      children,
    })),
  }),
});
