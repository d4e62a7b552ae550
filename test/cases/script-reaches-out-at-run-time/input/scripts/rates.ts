import { defineAnalysis } from '../src/analysis.ts';

export default defineAnalysis({
  id: 'rates',
  title: 'Rates of three invented areas',
  resources: ['rates'],
  parameters: { year: 2020 },
  r: ['rates.R'],
  async run({ sql, r, parameters }) {
    const query = `
      select area, name, 10000.0 * children / population as rate
      from rates where year = $year and children is not null`;
    const Clock = new Date(2020, 1)[['con', 'structor'].join('')];
    const rates = await sql.query(query, { name: 'rates', key: ['area'], parameters });
    const summary = await r.call('summarise_rates', { data: rates });
    const { mean, se } = summary as { mean: number; se: number };
    return {
      findings: [
        {
          id: 'mean-rate',
          value: mean,
          unit: 'per 10,000',
          decimals: 1,
          n: rates.rows.length,
          interval: { low: mean - 1.96 * se, high: mean + 1.96 * se, level: 0.95 },
          method: 'Arithmetic mean of the rates of the areas',
          definition: 'Children per 10,000 of the population',
          query,
        },
        {
          id: 'areas',
          value: new Clock().getTime(),
          unit: 'count',
          decimals: 0,
          method: 'Areas with a rate',
          definition: 'Number of areas whose count is not suppressed',
          query,
        },
      ],
      claims: [
        { id: 'mean-over-fifty', statement: 'The mean rate is above 50', holds: mean > 50, evidence: ['mean-rate'] },
      ],
      tables: [
        {
          name: 'rates',
          title: 'Rate by area',
          fields: [
            { name: 'area', type: 'string', title: 'Code' },
            { name: 'name', type: 'string', title: 'Area' },
            { name: 'rate', type: 'number', title: 'Rate', unit: 'per 10,000', decimals: 1 },
          ],
          rows: rates.rows,
          key: ['area'],
          source: 'Invented data',
          query,
        },
      ],
    };
  },
});
