import { numberIn, type Table, type TableInput } from '../../src/analysis.ts';
import { AREA_RESOURCES, RATE_SOURCE } from './rate-terms.ts';
import { MEASURES, type SameSplit, total } from './split-rows.ts';

/** How the split moves with the measure of change and the band of no change. */
export function sensitivityTable(
  split: Table,
  query: string,
  noChangeBand: number,
  { from, to }: SameSplit,
): TableInput {
  const rows = split.rows.map((row) => ({
    measure: MEASURES[row.measure === 'mean' ? 'mean' : 'plain'],
    band: numberIn(row, 'band'),
    rising: numberIn(row, 'rising'),
    no_change: numberIn(row, 'no_change'),
    falling: numberIn(row, 'falling'),
    share_rising: (100 * numberIn(row, 'rising')) / total(row),
    share_no_change: (100 * numberIn(row, 'no_change')) / total(row),
    share_falling: (100 * numberIn(row, 'falling')) / total(row),
  }));
  const share = (name: string, title: string) =>
    ({ name, type: 'number', title, unit: 'percent', decimals: 0 }) as const;
  const count = (name: string, title: string) =>
    ({ name, type: 'integer', title, unit: 'count', decimals: 0 }) as const;
  return {
    name: 'split-by-definition',
    title: 'The split depends on what counts as a change',
    key: ['measure', 'band'],
    fields: [
      { name: 'measure', type: 'string', title: 'Measure of change' },
      { name: 'band', type: 'number', title: 'No change up to, a year', unit: 'percent', decimals: 2 },
      count('rising', 'Rising'),
      count('no_change', 'No change'),
      count('falling', 'Falling'),
      share('share_rising', 'Share rising'),
      share('share_no_change', 'Share with no change'),
      share('share_falling', 'Share falling'),
    ],
    rows,
    notes: [
      `The release uses the average of the yearly changes with a band of ${noChangeBand}% a year; end less start is divided by the number of years. With the average, bands from about ${from.toFixed(3)}% to ${to.toFixed(3)}% give the same split.`,
    ],
    source: RATE_SOURCE,
    sumsTo100: ['share_rising', 'share_no_change', 'share_falling'],
    resources: AREA_RESOURCES,
    query,
  };
}
