import { formatCell } from '../findings/format-cell.ts';
import { isSymbolCell, marksOf, SYMBOL_CODES, type SymbolCode } from '../model/cell.ts';
import type { DrawnSymbol } from '../model/drawn-symbol.ts';
import type { ResultTable, Row } from '../model/table.ts';
import type { Binding } from './chart.ts';

/** So many rows are named in a note; more are counted. */
const MOST_NAMED = 4;

/**
 * The symbols in the fields that a chart draws, in the order of a legend, for the note beneath it: which the drawing
 * prints, which it leaves out, and which stand beside numbers.
 *
 * @param spec as it is drawn: of a chart that is no template, a field counts as drawn where its name stands in it
 */
export function listDrawnSymbols(
  tables: readonly ResultTable[],
  binding: Binding | null,
  spec: unknown,
  svg: string,
): readonly DrawnSymbol[] {
  const names = binding === null ? namesIn(spec) : new Set<string>();
  const found = tables.flatMap((table) => {
    const bound = binding?.table === table.name ? binding.columns.map(({ field }) => field) : undefined;
    const isDrawn = (name: string) => (bound === undefined ? names.has(name) : bound.includes(name));
    const fields = table.fields.filter(({ name }) => isDrawn(name));
    return table.rows.flatMap((row) =>
      fields.flatMap(({ name }): Found[] => {
        const cell = row[name] ?? null;
        const place = nameRow(table, row);
        if (isSymbolCell(cell)) {
          const how = svg.includes(`>[${cell.symbol}]<`) ? 'printed' : 'left out';
          return [{ code: cell.symbol, how, place }];
        }
        return marksOf(cell).map((code) => ({ code, how: 'beside', place }));
      }),
    );
  });
  return SYMBOL_CODES.flatMap((code) =>
    group(
      code,
      found.filter((one) => one.code === code),
    ),
  );
}

interface Found extends Pick<DrawnSymbol, 'code' | 'how'> {
  readonly place: string;
}

function group(code: SymbolCode, found: readonly Found[]): DrawnSymbol[] {
  return (['printed', 'left out', 'beside'] as const).flatMap((how) => {
    const own = found.filter((one) => one.how === how);
    const places = [...new Set(own.map(({ place }) => place))];
    if (own.length === 0) return [];
    return [{ code, how, count: own.length, places: places.length <= MOST_NAMED ? places : [] }];
  });
}

/** `North East, 2017`: the key of the row as a reader knows it, hidden fields left out. */
function nameRow({ key, fields }: ResultTable, row: Row): string {
  return fields
    .filter(({ name, hidden }) => key.includes(name) && hidden !== true)
    .map((field) => formatCell(row[field.name] ?? null, field))
    .join(', ');
}

/** Every text of a spec, and every name that an expression reads of a row. */
function namesIn(spec: unknown): Set<string> {
  const names = new Set<string>();
  const visit = (value: unknown): void => {
    if (typeof value === 'string') {
      names.add(value.replace(/\\(.)/g, '$1'));
      for (const [, plain, quoted] of value.matchAll(/datum(?:\.([A-Za-z_]\w*)|\[['"]([^'"]+)['"]\])/g))
        names.add(plain ?? quoted ?? '');
    }
    if (typeof value === 'object' && value !== null) for (const part of Object.values(value)) visit(part);
  };
  visit(spec);
  return names;
}
