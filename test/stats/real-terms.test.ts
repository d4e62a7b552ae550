import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import type { Table } from '../../src/model/table.ts';
import { realTerms } from '../../src/stats/real-terms.ts';
import { closeTo } from './close-to.ts';

/** Invented deflators. */
const deflators: Table = {
  name: 'gdp-deflator',
  key: ['year_ending'],
  fields: [
    { name: 'year_ending', type: 'year' },
    { name: 'deflator', type: 'number' },
  ],
  rows: [
    { year_ending: 2013, deflator: 90 },
    { year_ending: 2014, deflator: { symbol: 'x' } },
    { year_ending: 2017, deflator: 99 },
  ],
};

test('an amount is worth more at the prices of a later year, and as much at its own', () => {
  const real = realTerms(deflators, 2017);
  closeTo(real(100, 2013), 110);
  assert.equal(real(100, 2017), 100);
});

test('a year without a deflator is an error that says which there are', () => {
  assert.throws(
    () => realTerms(deflators, 2020),
    /"gdp-deflator" has no deflator for the financial year ending 2020; expected one of its years, 2013 to 2017/,
  );
  assert.throws(() => realTerms(deflators, 2017)(1, 2014), /ending 2014/);
});

test('there and back again is the same amount, whatever the scale of the deflators', () => {
  fc.assert(
    fc.property(
      fc.double({ min: 1, max: 1e9, noNaN: true }),
      fc.double({ min: 0.01, max: 100, noNaN: true }),
      (amount, scale) => {
        const scaled = {
          ...deflators,
          rows: deflators.rows
            .filter(({ deflator }) => typeof deflator === 'number')
            .map((row) => ({ ...row, deflator: Number(row.deflator) * scale })),
        };
        const later = realTerms(scaled, 2017)(amount, 2013);
        closeTo(realTerms(deflators, 2013)(later, 2017), amount);
      },
    ),
    { seed: 3 },
  );
});
