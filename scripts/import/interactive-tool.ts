import {
  defineImporter,
  type ImportContext,
  type RawCell,
  type Row,
  type SymbolCell,
} from '../../src/analysis.ts';
import { TOOL_MEASURES, type ToolMeasure } from './interactive-tool/tool-measures.ts';
import { TOOL_TABLE } from './interactive-tool/tool-table.ts';
import { type AreaFinder, createAreaFinder } from './official-files/find-area.ts';
import { cellText, columnNames } from './official-files/read-records.ts';
import { findRegion } from './official-files/regions.ts';

export const FILE = 'dfe_lait/bds_long_0.parquet';

const COLUMNS = ['Short Desc', 'Years', 'LA and Regions', 'Values', 'LA Number', 'Region'] as const;

/**
 * The Local Authority Interactive Tool: figures since 2016 on the population of today, where no first
 * release is at hand or a series revised throughout is wanted.
 */
export default defineImporter({
  id: 'interactive-tool',
  title: 'Local Authority Interactive Tool',
  reads: [FILE],
  needs: ['authorities', 'authority-codes'],
  produces: [TOOL_TABLE],
  async run(context) {
    return { 'interactive-tool': readTool(context, createAreaFinder(context)) };
  },
});

function readTool(context: ImportContext, finder: AreaFinder): Row[] {
  const sheet = context.sheet(FILE);
  const names = columnNames(sheet);
  const places = COLUMNS.map((column) => names.indexOf(column));
  if (places.includes(-1)) {
    throw new Error(`${FILE}: expected the columns ${COLUMNS.join(', ')}; it has ${names.join(', ')}`);
  }
  const measures = new Map(TOOL_MEASURES.map((measure) => [measure.code, measure]));
  const rows: Row[] = [];
  let dropped = 0;
  for (const [i, cells] of sheet.rows.entries()) {
    if (i === 0) continue;
    const [code, years, name, value, laCode, region] = places.map((at) => cells[at] ?? null);
    const measure = measures.get(cellText(code));
    if (measure === undefined) {
      dropped++;
      continue;
    }
    const place = `${FILE}:${i}`;
    rows.push({
      measure: measure.measure,
      year: parseYear(cellText(years), measure, place),
      area: finder.find(FILE, place, printedArea(cellText(name), cellText(laCode), cellText(region))),
      value: parseValue(value ?? null, place),
    });
  }
  context.log.read(FILE, sheet.rows.length - 1, 'one row for each measure, year and area');
  context.log.dropped(FILE, dropped, 'measures that no table needs');
  const missing = rows.filter((row) => typeof row.value === 'object' && row.value !== null).length;
  context.log.mapped(FILE, '-', '[x]', 'the tool’s only symbol, for every kind of missing figure', missing);
  return rows;
}

/** England and the regions have numbers of the tool's own from 970 on, and `NA` for their region. */
function printedArea(name: string, laCode: string, region: string) {
  if (region !== 'NA') return { level: 'authority', gssCode: '', laCode, name } as const;
  const level = name === 'England' ? 'country' : 'region';
  if (level === 'region' && findRegion(name) === undefined) throw new Error(`"${name}" is no region`);
  return { level, gssCode: '', laCode: '', name } as const;
}

/** `2017`, or for outturn `2016-17 (OT)`: the year in which it ends. */
function parseYear(text: string, { code }: ToolMeasure, place: string): number {
  const whole = /^(\d{4})$/.exec(text)?.[1];
  if (whole !== undefined) return Number(whole);
  const outturn = /^(\d{4})-(\d{2})( \(OT\))?$/.exec(text);
  if (outturn !== null && Number(outturn[2]) === (Number(outturn[1]) + 1) % 100)
    return Number(outturn[1]) + 1;
  throw new Error(`${place}: "${text}" is no year of ${code}`);
}

/** Values are texts, some with the noise of a spreadsheet (`65.900000000000006`), which reading takes away. */
function parseValue(cell: RawCell, place: string): number | SymbolCell {
  const text = cellText(cell);
  if (text === '-') return { symbol: 'x' };
  if (!/^-?\d+(\.\d+)?(E[+-]?\d+)?$/.test(text)) throw new Error(`${place}: "${text}" is no number`);
  return Number(text);
}
