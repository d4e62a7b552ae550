import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { blend, contrast } from './contrast.ts';
import { readTheme } from './read-template.ts';

const THEME = readTheme();

/** Colours of pages and, after `chart-`, of charts, as they are in the light or in the dark. */
function coloursOf(dark: boolean): (name: string) => string {
  const shade = dark ? 'dark' : 'light';
  return (name) =>
    (name.startsWith('chart-') ? THEME.charts[name.slice(6)] : THEME.colours[name])?.[shade] ?? '';
}

const TEXT_PAIRS = [
  ['ink', 'paper'],
  ['ink', 'tint'],
  ['ink', 'notice'],
  ['ink-soft', 'paper'],
  ['ink-soft', 'tint'],
  ['accent', 'paper'],
  ['accent', 'tint'],
  ['good', 'paper'],
  ['bad', 'paper'],
  ['on-band', 'band'],
  ['on-band-soft', 'band'],
] as const;

for (const dark of [false, true]) {
  const mode = dark ? 'in the dark' : 'in the light';
  const colour = coloursOf(dark);

  test(`text stands out by 4.5 to 1 ${mode}`, () => {
    for (const [ink, ground] of TEXT_PAIRS) {
      const ratio = contrast(colour(ink), colour(ground));
      assert.ok(ratio >= 4.5, `${ink} on ${ground}: ${ratio.toFixed(2)}`);
    }
  });
}

test('what a chart draws stands out by 3 to 1 in the dark, its text by 4.5', () => {
  const colour = coloursOf(true);
  const ground = colour('chart-ground');
  const bounds = {
    accent: 3,
    teal: 3,
    plum: 3,
    orange: 3,
    dark: 3,
    lilac: 3,
    context: 3,
    text: 4.5,
    soft: 4.5,
  };
  for (const [name, bound] of Object.entries(bounds)) {
    const ratio = contrast(colour(`chart-${name}`), ground);
    assert.ok(ratio >= bound, `${name}: ${ratio.toFixed(2)}`);
  }
});

for (const dark of [false, true]) {
  test(`numbers on shaded cells stand out by 4.5 to 1 ${dark ? 'in the dark' : 'in the light'}`, () => {
    const colour = coloursOf(dark);
    const charts = ['charts/heat.vl.json', '../reports/narratives-of-change/charts/co-occurrence.vl.json'];
    for (const chart of charts) {
      const ranges = [...JSON.stringify(readJson(chart)).matchAll(/"range":\[([\d.]+),([\d.]+)\]/g)];
      assert.equal(ranges.length, 1, `${chart} has one range of opacities`);
      const [, from = '', to = ''] = ranges[0] ?? [];
      for (let share = 0; share <= 1; share += 0.05) {
        const opacity = Number(from) + share * (Number(to) - Number(from));
        const ratio = contrast(
          colour('chart-text'),
          blend(colour('chart-accent'), opacity, colour('chart-ground')),
        );
        assert.ok(ratio >= 4.5, `${chart}, opacity ${opacity.toFixed(2)}: ${ratio.toFixed(2)}`);
      }
    }
  });
}

test('the marks on the squares of a tile map stand out by 3 to 1', () => {
  for (const colour of [coloursOf(false), coloursOf(true)]) {
    assert.ok(contrast('#000000', colour('chart-orange')) >= 3);
    assert.ok(contrast('#000000', colour('chart-context')) >= 3);
    assert.ok(contrast(colour('chart-ground'), colour('chart-accent')) >= 3);
  }
});

function readJson(path: string): unknown {
  return JSON.parse(readFileSync(new URL(`../../templates/${path}`, import.meta.url), 'utf8'));
}
