import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { formatCell, symbolShown } from '../../src/findings/format-cell.ts';
import { SYMBOL_MEANINGS, type SymbolCode } from '../../src/model/cell.ts';
import type { FieldType } from '../../src/model/table.ts';

test('formats each type of cell without its unit', () => {
  assert.equal(formatCell(1234.56, { type: 'number', decimals: 1 }), '1,234.6');
  assert.equal(formatCell(-4, { type: 'integer' }), '\u22124');
  assert.equal(formatCell(0.125, { type: 'number' }), '0.125');
  assert.equal(formatCell(1.5e-7, { type: 'number' }), '0.00000015');
  assert.equal(formatCell(2017, { type: 'year' }), '2017');
  assert.equal(formatCell('2017-03-31', { type: 'date' }), '31\u00a0March 2017');
  assert.equal(formatCell('Northshire', { type: 'string' }), 'Northshire');
  assert.equal(formatCell(true, { type: 'boolean' }), 'yes');
  assert.equal(formatCell(false, { type: 'boolean' }), 'no');
  assert.equal(formatCell(null, { type: 'number' }), '');
});

test('keeps 0 for true zero', () => {
  assert.equal(formatCell(0, { type: 'number', decimals: 1 }), '0');
  assert.equal(formatCell(-0, { type: 'number', decimals: 1 }), '0');
  assert.equal(formatCell(0.04, { type: 'number', decimals: 1 }), '[low]');
  assert.equal(formatCell(-0.4, { type: 'number', decimals: 0 }), '[low]');
  assert.equal(symbolShown(0.04, { type: 'number', decimals: 1 }), 'low');
});

test('a symbol stays a symbol in every field', () => {
  const symbols = Object.keys(SYMBOL_MEANINGS) as SymbolCode[];
  const types: FieldType[] = ['string', 'integer', 'number', 'boolean', 'date', 'year'];
  fc.assert(
    fc.property(
      fc.constantFrom(...symbols),
      fc.constantFrom(...types),
      fc.nat(6),
      (symbol, type, decimals) => {
        assert.equal(formatCell({ symbol }, { type, decimals }), `[${symbol}]`);
      },
    ),
    { seed: 7 },
  );
});

test('no number in any column holds a hyphen, NaN or a zero that is none', () => {
  fc.assert(
    fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), fc.nat(6), (value, decimals) => {
      const text = formatCell(value, { type: 'number', decimals });
      assert.match(text, value === 0 ? /^0$/ : /^(\[low\]|\u2212?(?=.*[1-9])[\d,]+(\.\d+)?)$/);
    }),
    { seed: 8 },
  );
});
