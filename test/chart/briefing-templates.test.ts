import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Field, Row } from '../../src/model/table.ts';
import { drawTemplate, refuseTemplate, textsOf } from './draw-template.ts';
import { makeTable } from './fixtures.ts';

const number = (name: string): Field => ({ name, type: 'number' });
const text = (name: string): Field => ({ name, type: 'string' });
const suppressed = { symbol: 'c' } as const;

/** Tables of invented children and areas. */
const pathway = makeTable(
  'pathway',
  [text('from'), text('to'), number('count'), number('share')],
  [
    { from: 'Referral', to: 'Assessment', count: 700, share: 70 },
    { from: 'Referral', to: 'No further action', count: 300, share: 30 },
    { from: 'Assessment', to: 'Plan', count: 250, share: 35.7 },
    { from: 'Assessment', to: 'No further action', count: suppressed, share: suppressed },
  ],
);
const curves = makeTable(
  'curves',
  [text('group'), number('day'), number('share'), number('low'), number('high'), number('left')],
  ['North', 'South'].flatMap((group, i) =>
    [0, 30, 60, 90, 120].map(
      (day, step): Row => ({
        group,
        day,
        share: i === 1 && step === 2 ? suppressed : 100 - step * (10 + 8 * i),
        low: step === 0 ? null : 95 - step * (10 + 8 * i),
        high: step === 0 ? null : 104 - step * (10 + 8 * i),
        left: i === 1 && step === 4 ? suppressed : 1200 - step * 150,
      }),
    ),
  ),
);
const fifths = makeTable(
  'fifths',
  [text('fifth'), text('age'), number('rate'), number('low'), number('high')],
  ['Under 5', 'Over 5'].flatMap((age, i) =>
    ['1 (least)', '2', '3', '4', '5 (most)'].map(
      (fifth, j): Row => ({
        fifth,
        age,
        rate: i === 0 && j === 0 ? suppressed : 20 + j * (9 - 5 * i),
        low: 16 + j * (9 - 5 * i),
        high: 24 + j * (9 - 5 * i),
      }),
    ),
  ),
);
const profile = makeTable(
  'profile',
  [text('factor'), text('kind'), number('share')],
  ['Neglect', 'Misuse of alcohol'].flatMap((factor, i) =>
    ['First kind', 'Second kind', 'Third kind'].map(
      (kind, j): Row => ({ factor, kind, share: i === 1 && j === 2 ? suppressed : 10 + i * 40 + j * 20 }),
    ),
  ),
);
const spending = makeTable(
  'spending',
  [{ name: 'year', type: 'year' }, text('service'), number('share')],
  [2015, 2016, 2017].flatMap((year, i) => [
    { year, service: 'Late', share: 60 + 5 * i },
    { year, service: 'Early', share: 38 - 5 * i },
    { year, service: 'Other', share: 2 },
  ]),
);
const areas = makeTable(
  'areas',
  [text('area'), number('need'), number('rate'), number('fit'), number('low'), number('high')],
  Array.from({ length: 40 }, (_, i): Row => {
    const need = 10 + ((i * 17) % 40) * 0.7;
    const rate = i === 7 ? suppressed : 200 + need * 6 + ((i * 29) % 13) * 9 - 50;
    return { area: `Area ${i}`, need, rate, fit: 200 + need * 6, low: 190 + need * 6, high: 210 + need * 6 };
  }),
);

test('sankey: stages, ends, counts and percentages, on the page and on a phone', async () => {
  const parameters = { from: 'from', to: 'to', count: 'count', share: 'share', exits: ['No further action'] };
  const { svg, narrowSvg, height } = await drawTemplate('sankey', pathway, parameters);
  for (const drawing of [svg, narrowSvg]) {
    const texts = textsOf(drawing).map(({ text }) => text);
    for (const label of ['Referral', '1,000', '700 (70%)', '300 (30%)', '250 (36%)', '[c]']) {
      assert.ok(texts.includes(label), `${label} in ${texts.join(', ')}`);
    }
    assert.match(drawing, /stroke-dasharray="3 2"/);
  }
  assert.ok(height > 100 && height < 300);
});

test('sankey: a pathway that goes round is told at its chart', async () => {
  const rows = [
    { from: 'Plan', to: 'Care', count: 5 },
    { from: 'Care', to: 'Plan', count: 3 },
  ];
  const circle = makeTable('circle', [text('from'), text('to'), number('count')], rows);
  const [message] = await refuseTemplate('sankey', circle, { from: 'from', to: 'to', count: 'count' });
  assert.equal(message?.rule, 'chart/bad-flow');
  assert.match(message?.reason ?? '', /"Plan", "Care" go round in a circle/);
});

test('survival: curves are named at their ends, numbers still observed stand beneath', async () => {
  const parameters = {
    ...{ time: 'day', estimate: 'share', low: 'low', high: 'high', series: 'group', atRisk: 'left' },
    ...{ focus: ['South'], unit: 'days since referral', half: true, tickEvery: 30 },
  };
  const { svg, narrowSvg } = await drawTemplate('survival', curves, parameters);
  const texts = textsOf(svg);
  const find = (label: string) => texts.filter(({ text }) => text === label);
  for (const label of ['North 60%', 'South 28%', '1,200', '600', '[c]', '30', '120', 'days since referral']) {
    assert.ok(find(label).length > 0, `${label} in ${texts.map(({ text }) => text).join(', ')}`);
  }
  // The suppressed step breaks the curve, and its symbol and that of the last number are printed.
  assert.equal(find('[c]').length, 2);
  const days = texts.find(({ text }) => text === '1,200');
  assert.ok(texts.every(({ text, y }) => text !== 'North 60%' || y < (days?.y ?? 0)));
  assert.ok(textsOf(narrowSvg).some(({ text }) => text === 'North 60%'));
  assert.equal(textsOf(narrowSvg).filter(({ text }) => text === '30').length, 0, 'every other tick');
});

test('survival: without series, intervals and numbers it is one curve', async () => {
  const rows = curves.rows.filter(({ group }) => group === 'North');
  const { svg } = await drawTemplate('survival', { ...curves, rows }, { time: 'day', estimate: 'share' });
  assert.doesNotMatch(svg, /Still observed/);
  assert.match(svg, /stroke-width="2.25"/);
});

test('gradient: groups stand in the order of the table, series are named, a symbol takes the dot away', async () => {
  const parameters = {
    ...{ group: 'fifth', value: 'rate', low: 'low', high: 'high', series: 'age' },
    ...{ focus: ['Under 5', 'Over 5'], groupTitle: 'Fifths by deprivation', reference: 30 },
  };
  const { svg } = await drawTemplate('gradient', fifths, parameters);
  const texts = textsOf(svg);
  const groups = texts.filter(({ text }) => /^[1-5]( \(|$)/.test(text)).sort((a, b) => a.x - b.x);
  assert.deepEqual(
    groups.map(({ text }) => text),
    ['1 (least)', '2', '3', '4', '5 (most)'],
  );
  for (const label of ['Under 5: 56', 'Over 5: 36', '[c]', 'Fifths by deprivation']) {
    assert.ok(
      texts.some(({ text }) => text === label),
      label,
    );
  }
});

test('heat: every cell has its value, a suppressed one its symbol and no shade', async () => {
  const parameters = { row: 'factor', column: 'kind', value: 'share', suffix: '%', most: 100 };
  const { svg, narrowSvg } = await drawTemplate('heat', profile, parameters);
  for (const drawing of [svg, narrowSvg]) {
    for (const label of ['10%', '30%', '50%', '70%', '[c]']) assert.ok(drawing.includes(`>${label}<`), label);
    assert.match(drawing, /stroke-dasharray="2 2"/);
    assert.match(drawing, />Misuse of alcohol</);
  }
});

test('shares: parts are named at the last bar without touching, small ones carry no number', async () => {
  const parameters = { category: 'year', part: 'service', value: 'share', order: ['Late', 'Other', 'Early'] };
  const { svg } = await drawTemplate('shares', spending, parameters);
  const names = textsOf(svg).filter(({ text }) => text.endsWith('%') && /^[A-Z]/.test(text));
  assert.deepEqual(names.map(({ text }) => text).sort(), ['Early 28%', 'Late 70%', 'Other 2%']);
  const heights = names.map(({ y }) => y).sort((a, b) => a - b);
  for (const [i, y] of heights.entries()) assert.ok(i === 0 || y - (heights[i - 1] ?? 0) >= 15);
  assert.doesNotMatch(svg, />2</);
  assert.match(svg, />38</);
});

test('dot-plot: a row for each area, the outermost dots with their values', async () => {
  const rows = ['North', 'South', 'East'].flatMap((area, i): Row[] => [
    { area, year: '2012', rate: 40 + i * 10 },
    { area, year: '2017', rate: i === 2 ? suppressed : 55 + i * 3 },
  ]);
  const table = makeTable('regions', [text('area'), text('year'), number('rate')], rows);
  const parameters = {
    ...{ category: 'area', value: 'rate', series: 'year', order: ['2012', '2017'] },
    sort: 'descending',
  };
  const { svg } = await drawTemplate('dot-plot', table, parameters);
  const texts = textsOf(svg);
  const places = texts
    .filter(({ text }) => ['North', 'South', 'East'].includes(text))
    .sort((a, b) => a.y - b.y);
  assert.deepEqual(
    places.map(({ text }) => text),
    ['East', 'South', 'North'],
  );
  for (const label of ['40', '55', '50', '58', '2017 [c]']) {
    assert.ok(
      texts.some(({ text }) => text === label),
      label,
    );
  }
});

test('scatter: dots, fit and band; names of the focus; rows without a value are counted', async () => {
  const parameters = {
    ...{ x: 'need', y: 'rate', name: 'area', fit: 'fit', low: 'low', high: 'high' },
    ...{ focus: ['Area 3', 'Area 21'], xTitle: 'Deprivation', yTitle: 'Rate' },
  };
  const { svg } = await drawTemplate('scatter', areas, parameters);
  const texts = textsOf(svg).map(({ text }) => text);
  for (const label of ['Area 3', 'Area 21', 'Deprivation', 'Rate', '1 without a value']) {
    assert.ok(texts.includes(label), label);
  }
  assert.equal(svg.match(/<path transform="translate/g)?.length, 39);
});

test('line: an index has its line at 100, financial years are written out', async () => {
  const rows = [2015, 2016, 2017].map((year, i) => ({ what: 'Plans', year, index: 100 + 7 * i }));
  const table = makeTable('index', [text('what'), { name: 'year', type: 'year' }, number('index')], rows);
  const parameters = { x: 'year', y: 'index', series: 'what', reference: 100, years: 'financial' };
  const { svg } = await drawTemplate('line', table, parameters);
  assert.match(svg, />2014-15</);
  assert.match(svg, />2016-17</);
  assert.match(svg, /stroke-dasharray="3 3"/);
});
