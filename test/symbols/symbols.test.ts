/**
 * Symbols and marks through everything that Plumbline does with a cell: none becomes 0, NaN or an empty cell, and none
 * is lost without a word. docs/trust/symbols.md promises what is tested here.
 */
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import fc from 'fast-check';
import { toText } from 'hast-util-to-text';
import { readRResult } from '../../src/build/read-r-result.ts';
import { chartRows } from '../../src/chart/chart-rows.ts';
import { combineCells, sumCells } from '../../src/data/combine-cells.ts';
import { contentHash } from '../../src/data/content-hash.ts';
import { guessField } from '../../src/data/guess-field.ts';
import { numberIn } from '../../src/data/number-in.ts';
import { parseCsv } from '../../src/data/parse-csv.ts';
import { sortRows } from '../../src/data/sort-rows.ts';
import { writeCsv } from '../../src/data/write-csv.ts';
import { checkCells } from '../../src/findings/check-cells.ts';
import { formatTable } from '../../src/findings/format-table.ts';
import { writeFindingsJson } from '../../src/findings/write-findings-json.ts';
import { writeTableCsv } from '../../src/findings/write-table-csv.ts';
import { renderTableFigure } from '../../src/markup/render-table.ts';
import {
  type Cell,
  isMarkedCell,
  isSymbolCell,
  MARK_CODES,
  marksOf,
  SYMBOL_CODES,
  SYMBOL_MEANINGS,
  type SymbolCode,
  unmarked,
} from '../../src/model/cell.ts';
import { compareCells } from '../../src/model/compare-cells.ts';
import { SqlError } from '../../src/model/ports.ts';
import { createR } from '../../src/system/create-r.ts';
import { createSql } from '../../src/system/create-sql.ts';
import { startR } from '../../src/system/start-r.ts';
import { readCsvTable } from '../data/resource-fixture.ts';
import { AREA, cells, RATE, rowsOf, tableOf } from './symbol-tables.ts';

const engine = startR();
after(() => engine.close());
const options = { seed: 4, numRuns: 100 };

/** The codes of symbols and marks among cells. */
function codesIn(of: readonly Cell[]): Set<SymbolCode> {
  return new Set(
    of.flatMap((cell): readonly SymbolCode[] => (isSymbolCell(cell) ? [cell.symbol] : marksOf(cell))),
  );
}

test('files: what is written as CSV reads back the same, and hashes the same', async () => {
  await fc.assert(
    fc.asyncProperty(cells, async (of) => {
      const text = writeCsv([AREA, RATE], rowsOf(of));
      const { value } = await readCsvTable(text, { fields: [AREA, RATE], primaryKey: ['area'] });
      assert.deepEqual(value?.rows, rowsOf(of));
      assert.equal(contentHash(value?.rows ?? [], [AREA, RATE]), contentHash(rowsOf(of), [AREA, RATE]));
    }),
    options,
  );
});

test('files: describe-data takes a mark behind a number for a mark, not the column for texts', () => {
  const field = guessField('rate', 'rate', ['12.4 [p]', '13', '[c]', '11.9 [e] [p]']);
  assert.equal(field.type, 'number');
  assert.deepEqual(
    field.marks?.map(({ label }) => label),
    ['e', 'p'],
  );
  assert.deepEqual(field.missingValues, [{ value: '[c]', label: 'c' }]);
});

test('SQL: a cell comes back as it went in, through joins too, and never without its symbol', async () => {
  const sql = await createSql([]);
  let tables = 0;
  await fc.assert(
    fc.asyncProperty(cells, async (of) => {
      const name = `rates_${tables++}`;
      await sql.add(tableOf(of, name));
      const [symbols, marks] = [of.some(isSymbolCell), of.some(isMarkedCell)];
      const all = await sql.query(`select * from ${name}`, { key: ['area'] });
      assert.deepEqual(all.rows, rowsOf(of));
      const joined = await sql.query(
        `select a.area, b.rate, b.rate_symbol from ${name} a left join ${name} b on a.area = b.area`,
        { key: ['area'] },
      );
      // Marks come back by themselves.
      assert.deepEqual(joined.rows, rowsOf(of));
      const bare = sql.query(`select area, rate from ${name}`, { key: ['area'] });
      if (symbols) await assert.rejects(bare, /is empty where a symbol stands/);
      else assert.deepEqual((await bare).rows, rowsOf(of));
      const total = sql.query(`select sum(rate) as rate from ${name}`, { key: [] });
      if (symbols) await assert.rejects(total, SqlError);
      else {
        const [row] = (await total).rows;
        assert.equal(isMarkedCell(row?.rate), marks);
        assert.deepEqual(
          marksOf(row?.rate ?? null),
          MARK_CODES.filter((mark) => codesIn(of).has(mark)),
        );
      }
    }),
    { ...options, numRuns: 40 },
  );
  sql.close();
});

/** Queries that pass over a symbol, with the key of their rows. */
const LOST: readonly (readonly [string, ...string[]])[] = [
  ['select avg(rate) as r from rates'],
  ['select min(rate) as r from rates'],
  ['select max(rate) as r from rates'],
  ['select median(rate) as r from rates'],
  ['select area, coalesce(rate, 0) as r from rates', 'area'],
  ['select area, rate * 2 as r from rates', 'area'],
  ['select area, rate + 1 as r from rates', 'area'],
  ['select area, case when rate > 5 then 1 else 0 end as r from rates', 'area'],
  ['select area from rates where rate > 5', 'area'],
  ['select area from rates where not rate > 5 is true', 'area'],
  ['select area, sum(rate) over (order by area) as r from rates', 'area'],
  ['with known as (select area, rate as other from rates) select sum(other) as r from known'],
  ['select sum(x) as r from (select rate as x from rates)'],
  ['select count(*) filter (where rate > 5) as r from rates'],
  ['select (select sum(rate) from rates) as r'],
  ['with rates as (select area, rate from rates) select sum(rate) as r from rates'],
  ["select area, rate from rates union all select area || ' again', rate from rates", 'area'],
  ['select area from rates order by rate limit 1', 'area'],
  ['select arg_max(area, rate) as r from rates'],
  ['select area, rate, rate_symbol, rank() over (order by rate) as place from rates', 'area'],
  ['select area, greatest(rate, 3) as r from rates', 'area'],
  ['select area, lag(rate) over (order by area) as r from rates', 'area'],
  ["select string_agg(rate::varchar, ',' order by area) as r from rates"],
  ['select a.area from rates a join rates b on a.rate >= b.rate and a.area = b.area', 'area'],
];

for (const [query, ...key] of LOST) {
  test(`SQL: a symbol is not lost without a word: ${query}`, async () => {
    const sql = await createSql([tableOf([6, { symbol: 'c' }, 8])]);
    await assert.rejects(sql.query(query, { key }), (error: unknown) => {
      assert.ok(error instanceof SqlError, String(error));
      assert.match(error.message, /"rate" holds symbols; expected/);
      return true;
    });
    sql.close();
  });
}

const KEPT: readonly (readonly [string, readonly Record<string, Cell>[]])[] = [
  ['select sum(rate) as r from rates where rate_symbol is null', [{ r: 14 }]],
  ['select sum(rate) as r from rates where rate is not null', [{ r: 14 }]],
  ['select sum(rate) filter (where rate is not null) as r from rates', [{ r: 14 }]],
  ['select count(rate) as r, count(*) as n from rates', [{ r: 2, n: 3 }]],
  [
    'select case when count(rate_symbol) = 0 then sum(rate) end as r, joint_symbol(rate_symbol) as r_symbol from rates',
    [{ r: { symbol: 'c' } }],
  ],
  ["select sum(rate) as r from rates where area <> 'Area 2'", [{ r: 14 }]],
  [
    'with known as (select rate as x from rates) select sum(x) as r from known where x is not null',
    [{ r: 14 }],
  ],
];

for (const [query, rows] of KEPT) {
  test(`SQL: what says what becomes of symbols runs: ${query}`, async () => {
    const sql = await createSql([tableOf([6, { symbol: 'c' }, 8])]);
    assert.deepEqual((await sql.query(query, { key: [] })).rows, rows);
    sql.close();
  });
}

test('SQL: the joint symbol of several is the first of a legend', async () => {
  const sql = await createSql([tableOf([{ symbol: 'z' }, { symbol: 'low' }, { symbol: 'x' }, 3])]);
  const query = 'select joint_symbol(rate_symbol) as s from rates';
  assert.deepEqual((await sql.query(query, { key: [] })).rows, [{ s: 'x' }]);
  sql.close();
});

test('R: a cell comes back as it went in; a sum of symbols is NA, and NA no number', async () => {
  const text = `same <- function(d) list(tables = list(plumbline_table(
    name = "rates", title = "Rates", data = d, key = "area",
    fields = list(plumbline_field("area", "Area"), plumbline_field("rate", "Rate", decimals = 1)))))
  total <- function(d) list(total = sum(d$rate))
  bare <- function(d) { d$rate_symbol <- NULL; same(d) }`;
  const r = await createR(engine, 'symbols', [{ file: 'scripts/symbols.R', text }]);
  await fc.assert(
    fc.asyncProperty(cells, async (of) => {
      const result = readRResult(await r.call('same', { d: tableOf(of) })) as { tables: { rows: unknown }[] };
      assert.deepEqual(result.tables[0]?.rows, rowsOf(of));
      const total = await r.call('total', { d: tableOf(of) });
      if (!of.some(isSymbolCell)) return;
      assert.throws(() => numberIn(total, 'total'), /expected a number/);
      await assert.rejects(r.call('bare', { d: tableOf(of) }), /is NA in .*expected a column "rate_symbol"/);
    }),
    { ...options, numRuns: 25 },
  );
});

test('charts: a symbol is no number, nor becomes one in an expression; a mark stands beside its number', () => {
  fc.assert(
    fc.property(cells, (of) => {
      chartRows(tableOf(of), null).forEach((row, index) => {
        const cell = of[index] ?? null;
        const value = unmarked(cell);
        assert.equal(row.rate_symbol, isSymbolCell(value) ? value.symbol : null);
        assert.equal(row.rate_marks, isMarkedCell(cell) ? cell.marks.join(' ') : undefined);
        assert.deepEqual(row.rate, isSymbolCell(value) ? Number.NaN : value);
        // As `datum.rate * 2` in an expression of Vega.
        assert.equal(Number.isNaN(Number(row.rate) * 2), isSymbolCell(value));
      });
    }),
    options,
  );
});

test('tables: every symbol is printed in its cell, and a legend above the table explains each and no other', () => {
  fc.assert(
    fc.property(cells, (of) => {
      const table = tableOf(of);
      assert.deepEqual(checkCells(table.fields, table.rows, { file: 'a' }, 'a'), []);
      const { rows, symbols } = formatTable(table);
      rows.forEach(([, text = ''], index) => {
        const cell = of[index] ?? null;
        for (const code of codesIn([cell])) assert.ok(text.includes(`[${code}]`), text);
        assert.ok(text !== '' && !/NaN|null|undefined|object/.test(text), text);
        assert.equal(/^0/.test(text), typeof unmarked(cell) === 'number' && Number(unmarked(cell)) < 1, text);
      });
      assert.deepEqual(
        symbols.map(({ symbol }) => symbol),
        SYMBOL_CODES.filter((code) => codesIn(of).has(code)),
      );
      const page = toText(renderTableFigure(table, 1));
      for (const code of codesIn(of)) {
        const legend = page.indexOf(`[${code}] ${SYMBOL_MEANINGS[code]}`);
        assert.ok(legend >= 0 && legend < page.indexOf('Area 1'), page);
      }
    }),
    options,
  );
});

test('downloads: CSV holds the symbol in its cell and marks in a column of their own; JSON counts and explains', () => {
  fc.assert(
    fc.property(cells, (of) => {
      const table = tableOf(of);
      const sheet = parseCsv('rates.csv', writeTableCsv(table)).value;
      const [header = [], ...lines] = sheet?.rows ?? [];
      assert.deepEqual(header, of.some(isMarkedCell) ? ['area', 'rate', 'rate_marks'] : ['area', 'rate']);
      lines.forEach((line, index) => {
        const cell = of[index] ?? null;
        assert.equal(line[1], isSymbolCell(cell) ? `[${cell.symbol}]` : String(unmarked(cell)));
        assert.equal(line[2] ?? '', marksOf(cell).join(' '));
      });
      const { symbols } = JSON.parse(writeFindingsJson('r', false, [], [], [table])).tables.rates;
      const expected = SYMBOL_CODES.filter((code) => codesIn(of).has(code)).map((code) => [
        code,
        { meaning: SYMBOL_MEANINGS[code], cells: of.filter((cell) => codesIn([cell]).has(code)).length },
      ]);
      assert.deepEqual(Object.entries(symbols), expected);
    }),
    options,
  );
});

test('sorting: values by size whatever their marks, symbols last by their code, and nothing is dropped', () => {
  fc.assert(
    fc.property(cells, (of) => {
      const sorted = sortRows(rowsOf(of), ['rate']).map(({ rate = null }) => rate);
      assert.deepEqual(new Set(sorted), new Set(of));
      const numbers = sorted.map(unmarked).filter((cell) => typeof cell === 'number');
      assert.deepEqual(
        numbers,
        [...numbers].sort((a, b) => a - b),
      );
      const symbols = sorted.filter(isSymbolCell).map(({ symbol }) => symbol);
      assert.deepEqual(symbols, [...symbols].sort());
      assert.deepEqual(sorted.slice(numbers.length).every(isSymbolCell), true);
      for (const a of of) for (const b of of) assert.equal(compareCells(a, b) + compareCells(b, a), 0);
    }),
    options,
  );
});

test('computing: a symbol among the cells is the result, marks add up, and nothing empty passes', () => {
  fc.assert(
    fc.property(cells, (of) => {
      const sum = sumCells(of);
      const symbols = SYMBOL_CODES.filter((code) =>
        of.some((cell) => isSymbolCell(cell) && cell.symbol === code),
      );
      if (symbols[0] !== undefined) assert.deepEqual(sum, { symbol: symbols[0] });
      else {
        assert.deepEqual(
          marksOf(sum),
          MARK_CODES.filter((mark) => codesIn(of).has(mark)),
        );
        const numbers = of.map(unmarked).filter((cell) => typeof cell === 'number');
        assert.equal(
          unmarked(sum),
          numbers.reduce((total, value) => total + value, 0),
        );
      }
      assert.throws(
        () => sumCells([...of.filter((cell) => !isSymbolCell(cell)), null]),
        /expected a number or a symbol/,
      );
    }),
    options,
  );
  assert.throws(() => combineCells([1, 0], ([a = 0, b = 0]) => a / b), /the result is Infinity/);
  assert.deepEqual(
    combineCells([{ value: 4, marks: ['p'] }, 2], ([a = 0, b = 0]) => a / b),
    {
      value: 2,
      marks: ['p'],
    },
  );
});

test('a number in a row that is a symbol is an error, of a marked one the number', () => {
  assert.throws(
    () => numberIn({ rate: { symbol: 'c' } }, 'rate'),
    /"rate" is the symbol \[c\]; expected a number/,
  );
  assert.equal(numberIn({ rate: { value: 3, marks: ['p'] } }, 'rate'), 3);
});
