import { formatTable } from '../findings/format-table.ts';
import { chartFigureId } from '../markup/render-chart.ts';
import type { DrawnChart } from '../model/chart.ts';
import type { ResultTable } from '../model/table.ts';

/** A table of the data annex, where a reader on paper finds the figures of a chart. */
export interface AnnexTable {
  /** Its place in the page. */
  readonly id: string;
  /** `Table A1`. */
  readonly label: string;
  readonly table: ResultTable;
  /** Notes of the table, and what its symbols mean. */
  readonly notes: readonly string[];
  /** Where it is drawn: place in the page, and words for a link to it. */
  readonly charts: readonly { readonly id: string; readonly label: string }[];
}

/**
 * The tables that charts draw, each once, numbered in the order in which the charts appear.
 *
 * @param labels `Figure 1` by `fig-regional-trend`
 */
export function listAnnex(
  charts: readonly DrawnChart[],
  tables: ReadonlyMap<string, ResultTable>,
  labels: ReadonlyMap<string, string>,
): readonly AnnexTable[] {
  const names = [...new Set(charts.flatMap((chart) => chart.tables))];
  return names.map((name, index) => {
    const table = tables.get(name);
    if (table === undefined) throw new Error(`a chart draws "${name}", which is not a table`);
    const drawnIn = charts.filter((chart) => chart.tables.includes(name)).map(chartFigureId);
    return {
      id: `page-data-${name}`,
      label: `Table A${index + 1}`,
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
