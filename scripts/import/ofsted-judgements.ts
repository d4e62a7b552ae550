import { defineImporter } from '../../src/analysis.ts';
import { JUDGEMENT_TABLE } from './ofsted-judgements/judgement-table.ts';
import { readHistory } from './ofsted-judgements/read-history.ts';
import { readIlacs } from './ofsted-judgements/read-ilacs.ts';
import { HISTORY, ILACS } from './ofsted-judgements/sources.ts';

/**
 * Ofsted's judgements of authorities' services for children. Those before ILACS come from the history sheet
 * of 2023, which prints names only; ILACS from the newer history sheet, which has dates of inspection too.
 */
export default defineImporter({
  id: 'ofsted-judgements',
  title: 'Ofsted’s judgements of authorities’ services for children',
  reads: [HISTORY.file, ILACS.file],
  needs: ['authorities', 'authority-codes'],
  produces: [JUDGEMENT_TABLE],
  async run(context) {
    return { 'ofsted-judgements': [...readHistory(context), ...readIlacs(context)] };
  },
});
