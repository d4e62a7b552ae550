import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { drawChart } from '../../src/chart/draw-chart.ts';
import { parseChart } from '../../src/chart/parse-chart.ts';
import type { Cell } from '../../src/model/cell.ts';
import { makeTable, tools } from './fixtures.ts';

const FILE = 'templates/charts/line.vl.json';

/** The drawing of lines for invented areas from 2012 on. */
async function draw(areas: Readonly<Record<string, readonly Cell[]>>): Promise<string> {
  const fields = [
    { name: 'area', type: 'string' as const },
    { name: 'year', type: 'year' as const },
    { name: 'rate', type: 'number' as const },
  ];
  const rows = Object.entries(areas).flatMap(([area, values]) =>
    values.map((rate, index) => ({ area, year: 2012 + index, rate })),
  );
  const spec = {
    template: 'line',
    data: { name: 'rates' },
    parameters: { x: 'year', y: 'rate', series: 'area' },
    title: { text: 'Rates' },
    description: 'Lines.',
  };
  const template = { file: FILE, text: readFileSync(FILE, 'utf8') };
  const { value: chart } = parseChart('rates.vl.json', JSON.stringify(spec), [template]);
  assert.ok(chart);
  const { value, messages } = await drawChart(
    chart,
    new Map([['rates', makeTable('rates', fields, rows)]]),
    tools,
  );
  assert.deepEqual(messages, []);
  return value?.svg ?? '';
}

/** Heights at which a text stands, from the top. */
function heightsOf(svg: string, text: string): readonly number[] {
  const pattern = /<text[^>]*translate\([-\d.]+,([-\d.]+)\)[^>]*>([^<]*)<\/text>/g;
  return [...svg.matchAll(pattern)].filter((match) => match[2] === text).map((match) => Number(match[1]));
}

test('a symbol stands in the gap of its own line, not at the foot of the plot', async () => {
  const c = { symbol: 'c' } as const;
  const svg = await draw({ North: [10, 10, 10, 10], South: [50, c, 50, 50] });
  const [south] = heightsOf(svg, '[c]');
  const [label] = heightsOf(svg, 'South 50');
  assert.ok(Math.abs((south ?? 0) - (label ?? 99)) < 6, `${south} is not beside ${label}`);
});

test('a symbol before the first value stands as high as that value', async () => {
  const x = { symbol: 'x' } as const;
  const svg = await draw({ North: [10, 10, 10], South: [x, 50, 50] });
  assert.ok(Math.abs((heightsOf(svg, '[x]')[0] ?? 0) - (heightsOf(svg, 'South 50')[0] ?? 99)) < 6);
});

test('a year alone between gaps is a dot', async () => {
  const x = { symbol: 'x' } as const;
  const dots = (svg: string) =>
    svg.match(/aria-roledescription="circle"|<path[^>]*d="M[\d.]+,0A/g)?.length ?? 0;
  const whole = await draw({ North: [10, 11, 12, 13] });
  const broken = await draw({ North: [x, 11, x, 13] });
  assert.ok(dots(broken) > dots(whole));
});

test('the vertical axis begins and ends at a line of its grid', async () => {
  const svg = await draw({ North: [53, 60], South: [72, 80] });
  for (const label of ['50', '80']) assert.equal(heightsOf(svg, label).length, 1, label);
});
