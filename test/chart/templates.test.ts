import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { parseTemplate } from '../../src/chart/parse-template.ts';
import type { Field, Row } from '../../src/model/table.ts';
import { drawTemplate as draw, templates } from './draw-template.ts';
import { makeTable } from './fixtures.ts';

const number = (name: string): Field => ({ name, type: 'number' });
const text = (name: string): Field => ({ name, type: 'string' });

const SHIRES = [
  'Northshire',
  'Southshire',
  'Eastshire and The Long Valley',
  'Westshire',
  'Midshire',
  'Coast',
];

const trend = makeTable(
  'trend',
  [text('area'), { name: 'year', type: 'year' }, number('rate')],
  SHIRES.flatMap((area, i) =>
    [2012, 2013, 2014, 2015].map((year, j) => ({
      area,
      year,
      rate: 60 + i + j * (i % 2 === 0 ? 0.4 : -0.4),
    })),
  ),
);
const change = makeTable(
  'change',
  [text('area'), number('change'), number('low'), number('high')],
  SHIRES.map(
    (area, i): Row => ({
      area,
      change: i === 5 ? { symbol: 'x' } : 12 - i * 5,
      low: 9 - i * 5,
      high: 15 - i * 5,
    }),
  ),
);
const authorities = makeTable(
  'authorities',
  [text('name'), text('region'), text('direction'), number('change'), number('column'), number('row')],
  Array.from({ length: 151 }, (_, i) => {
    const moved = ((i * 37) % 151) / 5 - 12;
    const direction = Math.abs(moved) < 0.5 ? 'No change' : moved > 0 ? 'Rising' : 'Falling';
    const region = i < 33 ? 'Capital' : 'Elsewhere';
    return {
      name: `Authority ${i}`,
      region,
      direction,
      change: moved,
      column: i % 12,
      row: Math.floor(i / 12),
    };
  }),
);

test('every template says what it is for and describes its parameters', () => {
  assert.ok(templates.length >= 12);
  for (const { file, text: source } of templates) {
    const { value, messages } = parseTemplate(file, source);
    assert.deepEqual(messages, []);
    assert.ok(value !== undefined && value.description.length > 30 && value.parameters.size > 0, file);
  }
});

test('line: names stand at line ends without touching, on paper for all, on a phone for the focus', async () => {
  const parameters = { x: 'year', y: 'rate', series: 'area', focus: ['Northshire'], format: '.1f' };
  const { svg, narrowSvg } = await draw('line', trend, parameters);
  const labels = labelsOf(svg, SHIRES);
  assert.equal(labels.length, SHIRES.length);
  const heights = labels.map(({ y }) => y).sort((a, b) => a - b);
  for (const [i, y] of heights.entries())
    assert.ok(i === 0 || y - (heights[i - 1] ?? 0) >= 13, heights.join(' '));
  assert.deepEqual(
    labelsOf(narrowSvg, SHIRES).map(({ label }) => label),
    ['Northshire 61.2'],
  );
});

test('line: a break in the series is marked, and a symbol printed', async () => {
  const rows = trend.rows.map((row) =>
    row.year === 2013 ? { ...row, rate: { symbol: 'c' } as const } : row,
  );
  const parameters = { x: 'year', y: 'rate', series: 'area', breakAt: 2014, breakText: 'new definition' };
  const { svg } = await draw('line', { ...trend, rows }, parameters);
  assert.match(svg, />new definition</);
  assert.match(svg, />\[c\]</);
});

test('bar: ranked from the greatest, each with its value, a symbol in its place', async () => {
  const { svg } = await draw('bar', change, {
    category: 'area',
    value: 'change',
    format: '+.0f',
    suffix: '%',
  });
  for (const label of ['+12%', '+2%', '−3%', '−8%', '[x]']) assert.ok(svg.includes(`>${label}<`), label);
  const places = labelsOf(svg, SHIRES).map(({ label }) => label);
  assert.deepEqual(places, SHIRES);
});

test('bar: a value that rounds to zero has no sign', async () => {
  const rows = change.rows.map((row) => ({ ...row, change: -0.04 }));
  const { svg } = await draw(
    'bar',
    { ...change, rows },
    { category: 'area', value: 'change', format: '+.1f' },
  );
  assert.ok(svg.includes('>0.0<'));
  assert.doesNotMatch(svg, />[+−]0\.0</);
});

test('interval: estimate and interval in words, filled where it leaves zero out', async () => {
  const parameters = {
    category: 'area',
    estimate: 'change',
    low: 'low',
    high: 'high',
    format: '+.0f',
    highSide: 'more',
  };
  const { svg } = await draw('interval', { ...change, rows: change.rows.slice(0, 4) }, parameters);
  assert.match(svg, />\+12 \(\+9 to \+15\)</);
  assert.match(svg, />more ›</);
  assert.equal(svg.match(/fill="#FFFFFF"/g)?.length, 2, 'two of four intervals hold zero');
});

test('strip: every row is a dot, groups are counted, extremes named', async () => {
  const order = ['Falling', 'No change', 'Rising'];
  const parameters = { value: 'change', group: 'direction', name: 'name', order };
  const { svg } = await draw('strip', authorities, parameters);
  const counts = order.map((group) => authorities.rows.filter(({ direction }) => direction === group).length);
  for (const [i, group] of order.entries()) assert.ok(svg.includes(`>${group}: ${counts[i]}<`));
  assert.equal(svg.match(/<path transform="translate/g)?.length, 151 + 3);
  const values = authorities.rows.map((row) => Number(row.change)).sort((a, b) => a - b);
  const least = authorities.rows.find((row) => row.change === values[0]);
  assert.ok(svg.includes(`>${least?.name} −${Math.abs(values[0] ?? 0).toFixed(1)}<`));
});

test('tile-map: one square for each area, none on another', async () => {
  const parameters = {
    x: 'column',
    y: 'row',
    group: 'direction',
    region: 'region',
    inset: 'Capital',
    order: ['Rising', 'No change', 'Falling', 'No rate'],
  };
  const { svg, narrowSvg } = await draw('tile-map', authorities, parameters);
  for (const drawing of [svg, narrowSvg]) {
    const squares = [...drawing.matchAll(/ d="M([\d.]+),([\d.]+)h([\d.]+)v/g)].map(([, x, y]) => `${x} ${y}`);
    assert.equal(new Set(squares).size, squares.length);
    assert.equal(squares.length, 151 + 3);
    assert.match(drawing, />Capital</);
  }
});

/** Texts that start with one of the names, from top to bottom. */
function labelsOf(svg: string, names: readonly string[]): { label: string; y: number }[] {
  return [...svg.matchAll(/<text[^>]*transform="translate\([-\d.]+,([-\d.]+)\)[^>]*>([^<]*)<\/text>/g)]
    .map(([, y, label]) => ({ y: Number(y), label: label ?? '' }))
    .filter(({ label }) => names.some((name) => label.startsWith(name)))
    .sort((a, b) => a.y - b.y);
}

test('the guide shows every parameter of every shared chart as it is', () => {
  const guide = readFileSync('docs/guide/charts.md', 'utf8');
  for (const { file, text: source } of templates) {
    const { value } = parseTemplate(file, source);
    assert.ok(value);
    assert.ok(
      guide.includes(`### ${value.name}\n\n${value.description}\n`),
      `${value.name} in docs/guide/charts.md`,
    );
    for (const { name, description } of value.parameters.values()) {
      const row = guide
        .split('\n')
        .find((line) => line.startsWith(`| \`${name}\` | `) && line.endsWith(` | ${description} |`));
      assert.ok(row, `${value.name}: ${name} | ${description}`);
    }
  }
});
