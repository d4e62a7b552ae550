import { formatTable } from '../findings/format-table.ts';
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
  readonly charts: readonly { readonly id: string; readonly title: string }[];
}

/** The tables that charts draw, each once, numbered in the order in which the charts appear. */
export function listAnnex(
  charts: readonly DrawnChart[],
  tables: ReadonlyMap<string, ResultTable>,
): readonly AnnexTable[] {
  const names = [...new Set(charts.flatMap((chart) => chart.tables))];
  return names.map((name, index) => {
    const table = tables.get(name);
    if (table === undefined) throw new Error(`a chart draws "${name}", which is not a table`);
    return {
      id: `data-${name}`,
      label: `Table A${index + 1}`,
      table,
      notes: [...table.notes, ...describeSymbols(table)],
      charts: charts
        .filter((chart) => chart.tables.includes(name))
        .map((chart) => ({ id: figureId(chart), title: chart.title })),
    };
  });
}

/** Where a chart stands in the body. */
export function figureId(chart: DrawnChart): string {
  return `fig-${chart.id}`;
}

function describeSymbols(table: ResultTable): string[] {
  const symbols = formatTable(table).symbols.map(({ symbol, meaning }) => `[${symbol}] ${meaning}`);
  return symbols.length === 0 ? [] : [`${symbols.join('; ')}.`];
}
