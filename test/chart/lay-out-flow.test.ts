import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { ChartRow } from '../../src/chart/chart-rows.ts';
import { type FlowLayout, layOutFlow } from '../../src/chart/lay-out-flow.ts';
import { measure } from './fixtures.ts';

const known = new Map<string, number>();
const widthOf = (text: string, weight: number): number => {
  const key = `${weight} ${text}`;
  const width =
    known.get(key) ?? measure.width(text, { family: 'Source Sans 3', size: 12, weight, style: 'normal' });
  known.set(key, width);
  return width;
};
const wide: FlowLayout = {
  width: 643,
  isNarrow: false,
  exits: ['Closed', 'Open'],
  order: [],
  decimals: 0,
  widthOf,
};
const narrow: FlowLayout = { ...wide, width: 320, isNarrow: true };

/** Flows of invented children. */
const flow = (from: string, to: string, count: number | 'c', share: number | null = null): ChartRow => ({
  from,
  to,
  count: count === 'c' ? null : count,
  count_symbol: count === 'c' ? 'c' : null,
  share,
});
const PATHWAY = [
  flow('Referral', 'Assessment', 700, 70),
  flow('Referral', 'Closed', 300, 30),
  flow('Assessment', 'Plan', 150, 21.4),
  flow('Assessment', 'Enquiry', 250, 35.7),
  flow('Assessment', 'Closed', 300, 42.9),
  flow('Enquiry', 'Plan', 100, 40),
  flow('Enquiry', 'Closed', 150, 60),
];

test('every stage has a row of its own, from top to bottom, as wide as those who reached it', () => {
  const { rows } = layOut(PATHWAY, wide);
  const bars = rows.filter(({ part }) => part === 'bar');
  assert.equal(bars.length, 4);
  const widths = bars.map(({ x, x2 }) => Number(x2) - Number(x));
  const [all = 1] = widths;
  for (const [i, share] of [1, 0.7, 0.25, 0.25].entries()) {
    assert.ok(Math.abs((widths[i] ?? 0) / all - share) < 1e-9, widths.join(' '));
  }
  const tops = bars.map(({ y }) => Number(y));
  assert.deepEqual(
    [...tops].sort((a, b) => a - b),
    tops,
  );
});

test('every flow is labelled once with its count and percentage', () => {
  const texts = layOut(PATHWAY, wide).rows.flatMap(({ text }) => (typeof text === 'string' ? [text] : []));
  for (const label of ['700 (70%)', '300 (30%)', '300 (43%)', '250 (36%)', '150 (60%)']) {
    assert.equal(texts.filter((text) => text === label).length, 1, label);
  }
  assert.ok(texts.includes('150 (21%) from Assessment') && texts.includes('100 (40%) from Enquiry'));
  assert.ok(texts.includes('1,000') && texts.includes('250'));
});

test('ends leave to the right of everything that goes on', () => {
  const { rows } = layOut(PATHWAY, wide);
  const bars = rows.filter(({ part }) => part === 'bar');
  for (const label of rows.filter(({ part }) => part === 'exit label')) {
    const next = bars.find(({ y }) => Number(y) > Number(label.y));
    assert.ok(Number(label.x) > Number(next?.x2 ?? 0), String(label.text));
  }
});

test('a suppressed flow is as wide as any other, and prints its symbol', () => {
  const drawn = [4, 9].map((hidden) => {
    const rows = [flow('Referral', 'Plan', 90), { ...flow('Referral', 'Closed', 'c'), hidden }];
    return layOut(rows, wide).rows;
  });
  assert.deepEqual(drawn[0], drawn[1]);
  const band = drawn[0]?.filter(({ isSuppressed }) => isSuppressed === true) ?? [];
  assert.ok(band.length > 0);
  for (const { x, x2 } of band) assert.equal(Number(x2) - Number(x), 5);
  const texts = drawn[0]?.map(({ text }) => text);
  assert.equal(texts?.filter((text) => text === '[c]').length, 2, 'the end, and the sum that would tell it');
});

test('labels never touch, whatever the flows, on the page and on a phone', () => {
  const stages = [
    'Referral',
    'Assessment',
    'Child in need plan',
    'Initial child protection conference',
    'Care',
  ];
  const targets = [...stages.slice(1), 'Closed', 'Open'];
  const pairs = stages.flatMap((from, i) => targets.slice(i).map((to) => [from, to] as const));
  const counts = fc.array(fc.oneof(fc.nat(40_000), fc.constant('c' as const)), {
    minLength: pairs.length,
    maxLength: pairs.length,
  });
  fc.assert(
    fc.property(counts, fc.boolean(), (made, isNarrow) => {
      const layout = isNarrow ? narrow : wide;
      const rows = pairs.map(([from, to], i) => flow(from, to, made[i] ?? 0, 12.3));
      const result = layOutFlow(rows, layout);
      assert.ok('rows' in result);
      const boxes = result.rows.flatMap(boxOf);
      for (const [i, one] of boxes.entries()) {
        assert.ok(one.right <= layout.width + 0.5 && one.bottom <= result.height + 1, one.text);
        for (const other of boxes.slice(i + 1)) {
          const apart =
            one.right <= other.left ||
            other.right <= one.left ||
            one.bottom <= other.top ||
            other.bottom <= one.top;
          assert.ok(apart, `"${one.text}" and "${other.text}"`);
        }
      }
    }),
    { seed: 11, numRuns: 120 },
  );
});

test('flows that go round, go against the order, or name no stage are told', () => {
  const circle = layOutFlow([flow('A', 'B', 5), flow('B', 'A', 5)], wide);
  assert.match('problem' in circle ? circle.problem : '', /"A", "B" go round in a circle/);
  const back = layOutFlow([flow('A', 'B', 5)], { ...wide, order: ['B', 'A'] });
  assert.match('problem' in back ? back.problem : '', /"A" stands after "B" in "order"/);
  const unknown = layOutFlow([flow('A', 'B', 5)], { ...wide, order: ['Aa'] });
  assert.match('problem' in unknown ? unknown.problem : '', /"Aa" in "order" is no stage of the table/);
});

function layOut(
  rows: readonly ChartRow[],
  layout: FlowLayout,
): { rows: readonly ChartRow[]; height: number } {
  const result = layOutFlow(rows, layout);
  assert.ok('rows' in result, JSON.stringify(result));
  return result;
}

function boxOf({ text, isName, part, x, y }: ChartRow) {
  if (typeof text !== 'string') return [];
  const width = widthOf(text, isName === true && part === 'stage label' ? 600 : 400);
  return [{ text, left: Number(x), right: Number(x) + width, top: Number(y) - 7, bottom: Number(y) + 7 }];
}
