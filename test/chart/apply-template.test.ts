import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkChart } from '../../src/chart/check-chart.ts';
import { parseChart } from '../../src/chart/parse-chart.ts';
import { makeTable } from './fixtures.ts';

const TEMPLATE = {
  file: 'templates/charts/dots.vl.json',
  text: `{
  "description": "Dots",
  "parameters": {
    "value": {"type": "field", "holds": "number", "description": "where the dot stands"},
    "name": {"type": "field", "holds": "text", "default": null, "description": "its name"},
    "suffix": {"type": "text", "default": "", "description": "after the value"},
    "focus": {"type": "texts", "among": "name", "default": [], "description": "names"},
    "groups": {"type": "texts", "covers": "name", "default": ["North", "South"], "description": "names"},
    "side": {"type": "choice", "choices": ["left", "right"], "default": "left", "description": "of the axis"}
  },
  "data": {"name": "table"},
  "params": [{"name": "suffix", "value": {"$parameter": "suffix"}}],
  "height": {"$wide": 58, "$narrow": 116},
  "mark": "point",
  "encoding": {"x": {"field": "value", "type": "quantitative", "axis": {"orient": {"$parameter": "side"}}}}
}`,
};

function parse(chart: object, template = TEMPLATE): ReturnType<typeof parseChart> {
  const text = JSON.stringify(
    {
      template: 'dots',
      data: { name: 'rates' },
      title: { text: 'T', subtitle: 'S' },
      description: 'D',
      ...chart,
    },
    null,
    1,
  );
  return parseChart('reports/x/charts/y.vl.json', text, [template]);
}

function told(chart: object, template = TEMPLATE): string[] {
  return parse(chart, template).messages.map(({ rule, reason }) => `${rule}: ${reason}`);
}

test('a chart takes the template’s spec, its own table and its values', () => {
  const { value, messages } = parse({ parameters: { value: 'rate', suffix: '%' } });
  assert.deepEqual(messages, []);
  assert.deepEqual(value?.tables, ['rates']);
  assert.equal(value?.spec.description, 'D');
  assert.equal(value?.spec.height, 58);
  assert.deepEqual(value?.spec.params, [{ name: 'suffix', value: '%' }]);
  assert.deepEqual(
    value?.binding?.columns.map(({ as, field }) => [as, field]),
    [
      ['value', 'rate'],
      ['name', null],
    ],
  );
  assert.equal(value?.spec.parameters, undefined);
});

test('unknown and missing parameters and wrong values are told', () => {
  assert.deepEqual(told({ template: 'dot', parameters: { value: 'rate' } }), [
    'chart/unknown-template: "dot" is not a template in templates/charts; expected one of dots',
  ]);
  assert.deepEqual(told({ parameters: { value: 'rate', sufix: '%' } }), [
    'chart/unknown-parameter: the template "dots" has no parameter "sufix"; expected one of: value, name, suffix, focus, groups, side',
  ]);
  assert.deepEqual(told({}), [
    'chart/missing-parameter: the template "dots" is not given its parameter "value"; expected a value (field)',
  ]);
  assert.deepEqual(told({ parameters: { value: 7, side: 'top' } }), [
    'chart/bad-parameter: the parameter "value" is 7; expected the name of a field of the table',
    'chart/bad-parameter: the parameter "side" is "top"; expected one of: left, right',
  ]);
  assert.match(told({ parameters: { value: 'rate' }, mark: 'bar' })[0] ?? '', /chart\/refused: "mark"/);
});

test('a missing parameter names the place of its declaration', () => {
  const [message] = parse({}).messages;
  assert.equal(message?.place.file, 'reports/x/charts/y.vl.json');
  assert.deepEqual(
    [message?.cause?.place.file, message?.cause?.place.line],
    ['templates/charts/dots.vl.json', 4],
  );
});

test('a field given to a template is looked up in the report’s table', () => {
  const rates = makeTable(
    'rates',
    [
      { name: 'area', type: 'string' },
      { name: 'rate', type: 'number' },
    ],
    [],
  );
  const check = (value: string): string[] => {
    const chart = parse({ parameters: { value } }).value;
    assert.ok(chart);
    return checkChart(chart, new Map([['rates', rates]])).map(
      ({ place, reason }) => `${place.file}:${place.line} ${reason}`,
    );
  };
  assert.deepEqual(check('rate'), []);
  assert.deepEqual(check('rates'), [
    'reports/x/charts/y.vl.json:12 the table "rates" has no field "rates"; expected one of: area, rate',
  ]);
  assert.deepEqual(check('area'), [
    'reports/x/charts/y.vl.json:12 "area", given to the parameter "value", is a field of type string; expected a field of numbers',
  ]);
});

test('a faulty template is told in its own file', () => {
  const spoil = (from: string, to: string): typeof TEMPLATE => ({
    ...TEMPLATE,
    text: TEMPLATE.text.replace(from, to),
  });
  const parameters = { value: 'rate' };
  assert.match(
    told({ parameters }, spoil('{"$parameter": "suffix"}', '{"$parameter": "sufix"}'))[0] ?? '',
    /"sufix" is not a parameter/,
  );
  assert.match(
    told({ parameters }, spoil('"type": "text"', '"type": "words"'))[0] ?? '',
    /"suffix" has no known type/,
  );
  assert.match(
    told({ parameters }, spoil('"$narrow": 116', '"$small": 116'))[0] ?? '',
    /"\$wide" stands among other keys/,
  );
  const [broken] = parse({ parameters }, spoil('"mark": "point",', '"mark": "point"')).messages;
  assert.equal(broken?.place.file, 'templates/charts/dots.vl.json');
});

test('lists of names are compared with the values of the table', () => {
  const fields = [
    { name: 'area', type: 'string' },
    { name: 'rate', type: 'number' },
  ] as const;
  const rows = ['North', 'South'].map((area) => ({ area, rate: 1 }));
  const check = (parameters: object): string[] => {
    const chart = parse({ parameters: { value: 'rate', name: 'area', ...parameters } }).value;
    assert.ok(chart);
    return checkChart(chart, new Map([['rates', makeTable('rates', fields, rows)]])).map(
      ({ reason }) => reason,
    );
  };
  assert.deepEqual(check({ focus: ['North'], groups: ['South', 'North', 'East'] }), []);
  assert.deepEqual(check({ focus: ['Nort', '{{finding "where"}}'] }), [
    '"Nort" stands nowhere in the field "area"; expected one of North, South',
  ]);
  assert.deepEqual(check({ groups: ['North'] }), [
    '"South" stands in the field "area" but not in the parameter "groups"; expected every value',
  ]);
});
