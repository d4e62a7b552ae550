import type { ResultTable } from '../model/table.ts';
import { hasDataAnnex, listAnnex } from '../page/list-annex.ts';
import type { PageInput } from '../page/page-input.ts';

/** A table with its sheet and its name in the document. */
export interface LabelledTable {
  readonly table: ResultTable;
  /** `Table_1`, `Table_A1`, and `Data_1` for what stands in no document, as CSV alone. */
  readonly sheet: string;
  /** `Table 1` */
  readonly label: string;
}

/** Every published table, in the order of the document: those of the text, those of its annex, and the others by name. */
export function labelTables({ body, charts, tables, template }: LabelInput): readonly LabelledTable[] {
  const shown = body.usedCharts.flatMap((id) => charts.find((chart) => chart.id === id) ?? []);
  const annex = listAnnex(shown, tables, body.labels, hasDataAnnex(template.layout.text));
  const inText = [...body.labels].flatMap(([id, label]) => {
    const table = tables.get(id.replace(/^table-/, ''));
    return id.startsWith('table-') && table !== undefined ? [{ table, label }] : [];
  });
  const inAnnex = annex
    .filter(({ where }) => where === 'annex')
    .map(({ table, label }) => ({ table, label }));
  const known = new Set([...inText, ...inAnnex].map(({ table }) => table.name));
  const others = [...tables.values()].filter(({ name }) => !known.has(name)).sort(byName);
  return [
    ...inText,
    ...inAnnex,
    ...others.map((table, index) => ({ table, label: `Data ${index + 1}` })),
  ].map(({ table, label }) => ({ table, label, sheet: label.replaceAll(/\s/g, '_') }));
}

type LabelInput = Pick<PageInput, 'body' | 'charts' | 'tables' | 'template'>;

function byName(a: ResultTable, b: ResultTable): number {
  return a.name < b.name ? -1 : 1;
}
