import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Field, Row } from '../../src/model/table.ts';
import { drawTemplate, refuseTemplate, textsOf } from './draw-template.ts';
import { makeTable } from './fixtures.ts';

const number = (name: string): Field => ({ name, type: 'number' });
const LIMITS = ['low95', 'high95', 'low998', 'high998', 'target'];

/** Invented areas around a common rate of 60, with limits that narrow as populations grow. */
const areas = makeTable(
  'areas',
  [
    { name: 'area', type: 'string' },
    number('children'),
    number('rate'),
    ...LIMITS.map((name) => number(name)),
  ],
  Array.from({ length: 60 }, (_, i): Row => {
    const children = Math.round(8000 * 1.06 ** i);
    const error = Math.sqrt(60 * 10_000) / Math.sqrt(children);
    const away = i === 50 ? 4 : i === 20 ? -3.6 : (((i * 37) % 41) / 41 - 0.5) * 3.4;
    return {
      area: `Area ${i}`,
      children,
      rate: i === 9 ? { symbol: 'c' } : 60 + away * error,
      low95: 60 - 1.96 * error,
      high95: 60 + 1.96 * error,
      low998: 60 - 3.09 * error,
      high998: 60 + 3.09 * error,
      target: 60,
    };
  }),
);
const parameters: Record<string, unknown> = {
  population: 'children',
  rate: 'rate',
  name: 'area',
  focus: ['Area 50', 'Area 20'],
  ...Object.fromEntries(LIMITS.map((name) => [name, name])),
};

test('a funnel shows who lies beyond the outer limits, by shape, fill and name', async () => {
  const { svg, narrowSvg } = await drawTemplate('funnel', areas, parameters);
  for (const drawing of [svg, narrowSvg]) {
    const texts = textsOf(drawing).map(({ text }) => text);
    assert.ok(texts.some((text) => text.startsWith('Area 50 ')));
    assert.ok(texts.some((text) => text.startsWith('Area 20 ')));
    assert.ok(texts.includes('99.8% limit') && texts.includes('95% limit') && texts.includes('all: 60'));
    assert.ok(texts.includes('1 without a value'));
    assert.ok(texts.includes('Children, logarithmic scale'));
  }
  assert.notEqual(svg, narrowSvg);
});

test('a funnel without limits is refused', async () => {
  const { low95: _, ...without } = parameters;
  const [message] = await refuseTemplate('funnel', areas, without);
  assert.match(message?.reason ?? '', /low95/);
});
