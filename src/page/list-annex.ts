import { formatTable } from '../findings/format-table.ts';
import { chartFigureId } from '../markup/render-chart.ts';
import type { DrawnChart } from '../model/chart.ts';
import type { ResultTable } from '../model/table.ts';

/** A table that charts draw, and where a reader on paper finds it. */
export interface AnnexTable {
  /** Its place in the page; `''` where it is only in its own file beside the document. */
  readonly id: string;
  /** `Table A1` in the data annex, `Table 2` where the text shows it in full, `tables/regions.csv` otherwise. */
  readonly label: string;
  readonly where: 'text' | 'annex' | 'file';
  readonly table: ResultTable;
  /** Notes of the table, and what its symbols mean. */
  readonly notes: readonly string[];
  /** Where it is drawn: place in the page, and words for a link to it. */
  readonly charts: readonly { readonly id: string; readonly label: string }[];
}

/** Whether a layout has room for a data annex. */
export function hasDataAnnex(layout: string): boolean {
  return /\{\{>\s*data-annex\b/.test(layout);
}

/**
 * The tables that charts draw, each once, in the order in which the charts appear. Those of the data annex are
 * numbered; one that the text shows in full is not repeated there.
 *
 * @param labels `Figure 1` by `fig-regional-trend`, `Table 2` by `table-regions`
 * @param hasAnnex whether the layout has room for a data annex
 */
export function listAnnex(
  charts: readonly DrawnChart[],
  tables: ReadonlyMap<string, ResultTable>,
  labels: ReadonlyMap<string, string>,
  hasAnnex: boolean,
): readonly AnnexTable[] {
  const names = [...new Set(charts.flatMap((chart) => chart.tables))];
  let count = 0;
  return names.map((name) => {
    const table = tables.get(name);
    if (table === undefined) throw new Error(`a chart draws "${name}", which is not a table`);
    const drawnIn = charts.filter((chart) => chart.tables.includes(name)).map(chartFigureId);
    const shown = labels.get(`table-${name}`);
    const place =
      shown !== undefined
        ? { id: `table-${name}`, label: shown, where: 'text' as const }
        : hasAnnex
          ? { id: `page-data-${name}`, label: `Table A${++count}`, where: 'annex' as const }
          : { id: '', label: `tables/${name}.csv`, where: 'file' as const };
    return {
      ...place,
      table,
      notes: [...table.notes, ...describeSymbols(table)],
      charts: drawnIn.map((id) => ({ id, label: labels.get(id) ?? 'the chart' })),
    };
  });
}

function describeSymbols(table: ResultTable): string[] {
  const symbols = formatTable(table).symbols.map(({ symbol, meaning }) => `[${symbol}] ${meaning}`);
  return symbols.length === 0 ? [] : [`${symbols.join('; ')}.`];
}
