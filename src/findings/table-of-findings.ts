import type { TableInput } from '../model/analysis.ts';
import type { Cell } from '../model/cell.ts';
import type { FindingInput } from '../model/finding.ts';
import type { Field, Row } from '../model/table.ts';
import { roundDecimal } from './round-decimal.ts';

export interface FindingsTable
  extends Pick<TableInput, 'name' | 'title' | 'notes' | 'source' | 'resources' | 'disclosure'> {
  /** Heading of the names: `Region`. */
  readonly named: string;
  /** Heading of the figures, without their unit: `Share rising`. */
  readonly measured: string;
  /** In the order of the table: what each figure is called in it. */
  readonly rows: readonly {
    readonly label: string;
    readonly finding: FindingInput;
    readonly isTotal?: boolean;
  }[];
}

/** Not applicable: a figure without an interval, or without a number of observations. */
const NONE: Cell = { symbol: 'z' };

/**
 * A table of chosen findings, so that it cannot say other than the sentences do: name and value, with the interval and the number
 * of observations where any of them has one. The hidden field `position` keeps the order.
 *
 * @throws where there is no finding, a value is a text, a label stands twice, or units, decimals or levels of intervals differ:
 *   one column has one unit
 */
export function tableOfFindings(table: FindingsTable): TableInput {
  const { named, measured, rows, ...rest } = table;
  const findings = rows.map(({ finding }) => finding);
  const [first] = findings;
  if (first === undefined) throw new Error(`the table "${table.name}" has no findings`);
  const { unit, decimals } = first;
  for (const finding of findings) refuseOther(table.name, first, finding);
  const repeated = rows.find(({ label }, index) => rows.findIndex((row) => row.label === label) < index);
  if (repeated) throw new Error(`two rows of the table "${table.name}" are named "${repeated.label}"`);
  const interval = levelOf(table.name, findings);
  const hasNumber = findings.some(({ n }) => n !== undefined);
  const totals = rows.filter(({ isTotal }) => isTotal === true).map(({ label }) => label);
  const fields: Field[] = [
    { name: 'position', type: 'integer', hidden: true },
    { name: 'label', type: 'string', title: named },
    { name: 'value', type: 'number', title: measured, unit, decimals },
    ...(interval === undefined
      ? []
      : [
          { name: 'low', type: 'number' as const, title: `${interval} interval from`, unit, decimals },
          { name: 'high', type: 'number' as const, title: `${interval} interval to`, unit, decimals },
        ]),
    ...(hasNumber ? [{ name: 'n', type: 'integer' as const, title: 'Observations', unit: 'count' }] : []),
  ];
  return {
    ...rest,
    fields,
    key: ['position'],
    rows: rows.map(({ label, finding }, index): Row => {
      const { low = NONE, high = NONE } = finding.interval ?? {};
      const all: Row = { position: index + 1, label, value: finding.value, low, high, n: finding.n ?? NONE };
      return Object.fromEntries(fields.map(({ name }) => [name, all[name] ?? null]));
    }),
    ...(totals.length === 0 ? {} : { totals: { label: totals } }),
  };
}

function refuseOther(table: string, first: FindingInput, { id, value, unit, decimals }: FindingInput): void {
  if (typeof value !== 'number') throw new Error(`"${id}" in the table "${table}" is a text and no figure`);
  if (unit === first.unit && decimals === first.decimals) return;
  throw new Error(
    `"${id}" in the table "${table}" has the unit ${unit} and ${decimals} decimals, "${first.id}" ${first.unit} and ${first.decimals}; expected the same in one column`,
  );
}

/** `95%`; none where no finding has an interval. */
function levelOf(table: string, findings: readonly FindingInput[]): string | undefined {
  const levels = [...new Set(findings.flatMap(({ interval }) => interval?.level ?? []))];
  if (levels.length > 1)
    throw new Error(`intervals in the table "${table}" have different levels: ${levels.join(', ')}`);
  const [level] = levels;
  return level === undefined ? undefined : `${roundDecimal(level * 100, 3).replace(/\.?0+$/, '')}%`;
}
