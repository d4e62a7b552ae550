import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkChart } from '../../src/chart/check-chart.ts';
import { drawChart } from '../../src/chart/draw-chart.ts';
import { parseChart } from '../../src/chart/parse-chart.ts';
import type { DrawnChart } from '../../src/model/chart.ts';
import type { Outcome } from '../../src/model/message.ts';
import type { ResultTable } from '../../src/model/table.ts';
import { makeTable, tools } from './fixtures.ts';

const rates = makeTable(
  'rates',
  [
    { name: 'area', type: 'string' },
    { name: 'day', type: 'date' },
    { name: 'rate', type: 'number' },
  ],
  [
    { area: 'Northshire & <Isles>', day: '2016-03-31', rate: 62.123456 },
    { area: 'Southshire', day: '2017-03-31', rate: 40.5 },
    { area: 'Smallborough', day: '2018-03-31', rate: { symbol: 'c' } },
  ],
);

const BAR = {
  mark: 'bar',
  encoding: {
    x: { field: 'rate', type: 'quantitative', title: null },
    y: { field: 'area', type: 'nominal', title: null },
  },
};

async function draw(
  spec: object,
  table: ResultTable = rates,
  file = 'charts/rates.vl.json',
): Promise<Outcome<DrawnChart>> {
  const head = { title: { text: 'T {{finding "x"}}', subtitle: 'S' }, description: 'D "of" {{finding "x"}}' };
  const { value, messages } = parseChart(
    file,
    JSON.stringify({ ...head, data: { name: table.name }, ...spec }),
  );
  assert.ok(value, JSON.stringify(messages));
  const tables = new Map([[table.name, table]]);
  assert.deepEqual(checkChart(value, tables), []);
  return drawChart(value, tables, tools);
}

async function drawn(spec: object, table?: ResultTable, file?: string): Promise<DrawnChart> {
  const { value, messages } = await draw(spec, table, file);
  assert.deepEqual(messages, []);
  assert.ok(value);
  return value;
}

test('the drawing is an image with a description, of the width of the column', async () => {
  const chart = await drawn(BAR);
  assert.match(
    chart.svg,
    /^<svg xmlns="http:\/\/www.w3.org\/2000\/svg" role="img" aria-label="D &#x22;of&#x22; 60%" width="642" height="290"/,
  );
  assert.deepEqual([chart.title, chart.subtitle, chart.alt], ['T 60%', 'S', 'D "of" 60%']);
  assert.deepEqual([chart.width, chart.height, chart.id], [642, 290, 'rates']);
  assert.match(chart.narrowSvg, /width="310"/);
  assert.doesNotMatch(chart.svg, /T 60%/, 'the title is the page’s');
});

test('text stays text, in the bundled font, and is escaped', async () => {
  const { svg } = await drawn(BAR);
  assert.match(svg, /<text[^>]*>Northshire &#x26; &#x3C;Isles><\/text>/);
  assert.match(svg, /font-family="&#x27;Source Sans 3&#x27;, sans-serif"/);
});

test('a phone gets another layout, not a smaller picture', async () => {
  const { svg, narrowSvg } = await drawn({ ...BAR, height: { $wide: 116, $narrow: 174 } });
  assert.match(narrowSvg, /width="310" height="174"/);
  assert.match(narrowSvg, /font-size="12px"/);
  assert.notEqual(svg, narrowSvg);
});

test('text smaller than 9 points in print is an error', async () => {
  const labels = { mark: { type: 'text', fontSize: { $wide: 12, $narrow: 11 } }, encoding: BAR.encoding };
  const { value, messages } = await draw(labels);
  assert.equal(value, undefined);
  assert.deepEqual(
    messages.map(({ rule, reason }) => [rule, reason]),
    [['chart/small-text', 'on a phone the chart has text of 8.25 points; expected at least 9']],
  );
});

test('a symbol is never drawn as a number', async () => {
  const { svg } = await drawn(BAR);
  assert.equal(svg.match(/fill="#12436D"/g)?.length, 1, 'two bars share one group');
  assert.equal(svg.match(/<path /g)?.length, 2);
  assert.match(svg, />Smallborough</, 'its place on the axis stays');
  const marked = await drawn({
    layer: [
      { mark: 'bar', encoding: BAR.encoding },
      {
        transform: [
          { filter: 'isValid(datum.rate_symbol)' },
          { calculate: "'[' + datum.rate_symbol + ']'", as: 'label' },
        ],
        mark: 'text',
        encoding: { y: BAR.encoding.y, x: { value: 0 }, text: { field: 'label' } },
      },
    ],
  });
  assert.match(marked.svg, />\[c\]<\/text>/);
});

test('the same chart gives the same bytes, whatever was drawn before and whatever the zone', async () => {
  const encoding = { x: { field: 'day', type: 'temporal' }, y: { field: 'rate', type: 'quantitative' } };
  const gradient = {
    gradient: 'linear',
    stops: [
      { offset: 0, color: 'red' },
      { offset: 1, color: 'blue' },
    ],
  };
  const spec = { mark: { type: 'area', color: gradient, clip: true }, encoding };
  const zone = process.env.TZ;
  try {
    process.env.TZ = 'UTC';
    const first = await drawn(spec);
    process.env.TZ = 'Pacific/Auckland';
    const second = await drawn(spec);
    assert.equal(first.svg, second.svg);
    assert.equal(first.narrowSvg, second.narrowSvg);
  } finally {
    if (zone === undefined) delete process.env.TZ;
    else process.env.TZ = zone;
  }
});

test('ids are the chart’s own, and every reference finds one', async () => {
  const gradient = {
    gradient: 'linear',
    stops: [
      { offset: 0, color: 'red' },
      { offset: 1, color: 'blue' },
    ],
  };
  const spec = { ...BAR, mark: { type: 'bar', color: gradient, clip: true } };
  const [one, two] = await Promise.all([drawn(spec), drawn(spec, rates, 'charts/other one.vl.json')]);
  const ids = [one.svg, one.narrowSvg, two.svg, two.narrowSvg].flatMap((svg) => {
    const own = [...svg.matchAll(/ id="([^"]+)"/g)].map((match) => match[1]);
    assert.ok(own.length >= 2, 'a gradient and a clip');
    for (const [, id] of svg.matchAll(/url\(#([^)]+)\)/g)) assert.ok(own.includes(id));
    return own;
  });
  assert.equal(new Set(ids).size, ids.length);
  assert.ok(
    ids.every((id) => /^(rates|other-one)(-narrow)?-\d+$/.test(id ?? '')),
    ids.join(),
  );
});

test('a page can change the theme’s colours, and paper keeps them', async () => {
  const { svg } = await drawn(BAR);
  assert.match(svg, /style="[^"]*--accent:var\(--chart-accent,#12436D\)/);
  assert.match(svg, /fill="#12436D" style="fill:var\(--accent\)"/);
  const named = await drawn({ ...BAR, mark: { type: 'bar', color: { $colour: 'plum' } } });
  assert.match(named.svg, /fill="#801650" style="fill:var\(--plum\)"/);
});

test('numbers have two decimals at most', async () => {
  const { svg } = await drawn(BAR);
  assert.doesNotMatch(svg.replace(/>[^<]*</g, '><'), /\d\.\d{3}/);
});

test('labels beyond the plot get their room within the width', async () => {
  const layer = [
    { mark: 'bar' },
    { mark: { type: 'text', align: 'left', dx: 4 }, encoding: { text: { field: 'area' } } },
  ];
  const { svg } = await drawn({ layer, encoding: { ...BAR.encoding, y: { ...BAR.encoding.y, axis: null } } });
  assert.match(svg, /width="642"/);
  const longest = [...svg.matchAll(/<path[^>]* d="M0,[\d.]+h([\d.]+)/g)].map((match) => Number(match[1]));
  const label = tools.measure.width('Northshire & <Isles>', {
    family: 'Source Sans 3',
    size: 12,
    weight: 400,
    style: 'normal',
  });
  assert.ok(Math.max(...longest) + label + 4 <= 642, `${Math.max(...longest)} + ${label}`);
});

test('a label that Vega cuts is told', async () => {
  const y = { field: 'area', type: 'nominal', axis: { labelLimit: 40 } };
  const { messages } = await draw({ ...BAR, encoding: { ...BAR.encoding, y } });
  assert.ok(messages.some(({ rule, reason }) => rule === 'chart/cut-off' && reason.includes('Southshire')));
});

test('Vega’s complaints, empty charts and too wide ones are told', async () => {
  const rulesOf = async (spec: object): Promise<string[]> =>
    (await draw(spec)).messages.map(({ rule }) => rule);
  assert.deepEqual(await rulesOf({ ...BAR, transform: [{ filter: 'datum.rate > 1000' }] }), ['chart/empty']);
  const hconcat = [
    { ...BAR, width: 500 },
    { ...BAR, width: 500 },
  ];
  assert.deepEqual(await rulesOf({ hconcat }), ['chart/too-wide', 'chart/too-wide']);
  const format = { ...BAR.encoding.x, axis: { format: 'nonsense' } };
  assert.deepEqual(await rulesOf({ ...BAR, encoding: { ...BAR.encoding, x: format } }), ['chart/vega']);
  const strokeWidth = { value: { width: 1 } };
  assert.ok(
    (await rulesOf({ ...BAR, encoding: { ...BAR.encoding, strokeWidth } })).includes('chart/broken-mark'),
  );
  const dropped = { ...BAR.encoding, x2: { field: 'area' }, theta: { value: 1 } };
  assert.ok((await rulesOf({ ...BAR, mark: 'tick', encoding: dropped })).includes('chart/vega'));
});

test('what a text’s expansion complains of is told once', async () => {
  const { value } = parseChart(
    'c.vl.json',
    JSON.stringify({
      title: { text: '{{x}}', subtitle: 'S' },
      description: 'D',
      data: { name: 'rates' },
      ...BAR,
    }),
  );
  assert.ok(value);
  const wrong = {
    rule: 'markup/unknown',
    severity: 'error',
    place: { file: 'c.vl.json' },
    reason: 'no x',
    remedy: 'name another',
  } as const;
  const expand = () => ({ value: undefined, messages: [wrong] });
  const { value: chart, messages } = await drawChart(value, new Map([['rates', rates]]), {
    ...tools,
    expand,
  });
  assert.equal(chart, undefined);
  assert.deepEqual(messages, [wrong]);
});

test('more series than colours are told', async () => {
  const rows = Array.from({ length: 8 }, (_, i) => ({ area: `Area ${i}`, day: '2016-03-31', rate: i + 1 }));
  const color = { field: 'area', type: 'nominal' };
  const spec = { ...BAR, encoding: { ...BAR.encoding, color } };
  const { messages } = await draw(spec, { ...rates, rows });
  assert.deepEqual(
    messages.map(({ reason }) => reason),
    ['8 series share 6 colours; expected no more series than colours'],
  );
  assert.deepEqual((await draw(spec, { ...rates, rows: rows.slice(0, 6) })).messages, []);
});
