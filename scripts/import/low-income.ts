import { defineImporter } from '../../src/analysis.ts';
import { LOW_INCOME_TABLE } from './low-income/low-income-table.ts';
import { RELATIVE_FILES, readRelative } from './low-income/read-relative.ts';
import { readSnapshots, SNAPSHOT_FILES } from './low-income/read-snapshots.ts';

/**
 * Children in low-income families by upper-tier authority: HMRC's local measure to 2016, and DWP's relative
 * low income from 2015. The two measure different things and are not to be joined into one series.
 */
export default defineImporter({
  id: 'low-income',
  title: 'Children in low-income families',
  reads: [...SNAPSHOT_FILES, ...RELATIVE_FILES],
  needs: ['authorities', 'authority-codes'],
  produces: [LOW_INCOME_TABLE],
  async run(context) {
    return { 'low-income': [...readSnapshots(context), ...readRelative(context)] };
  },
});
