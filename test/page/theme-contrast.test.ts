import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { blend, contrast } from './contrast.ts';

/** The custom properties of a theme file that are colours, in the light or in the dark. */
function readColours(file: string, dark: boolean): ReadonlyMap<string, string> {
  const css = readFileSync(new URL(`../../templates/theme/${file}`, import.meta.url), 'utf8');
  const start = css.indexOf('@media screen and (prefers-color-scheme: dark)');
  const block = dark ? css.slice(start, css.indexOf('\n}\n', start)) : css.slice(0, start);
  return new Map(
    [...block.matchAll(/(--[\w-]+): (#[0-9a-f]{3,6});/g)].map(([, name = '', value = '']) => [name, value]),
  );
}

const TEXT_PAIRS = [
  ['--ink', '--paper'],
  ['--ink', '--tint'],
  ['--ink', '--notice'],
  ['--ink-soft', '--paper'],
  ['--ink-soft', '--tint'],
  ['--accent', '--paper'],
  ['--accent', '--tint'],
  ['--good', '--paper'],
  ['--bad', '--paper'],
  ['--on-band', '--band'],
  ['--on-band-soft', '--band'],
] as const;

for (const dark of [false, true]) {
  const mode = dark ? 'in the dark' : 'in the light';
  const light = readColours('10-tokens.css', false);
  const colours = new Map([...light, ...(dark ? readColours('10-tokens.css', true) : [])]);

  test(`text stands out by 4.5 to 1 ${mode}`, () => {
    for (const [ink, ground] of TEXT_PAIRS) {
      const ratio = contrast(colours.get(ink) ?? '', colours.get(ground) ?? '');
      assert.ok(ratio >= 4.5, `${ink} on ${ground}: ${ratio.toFixed(2)}`);
    }
  });
}

test('what a chart draws stands out by 3 to 1 in the dark, its text by 4.5', () => {
  const colours = readColours('80-charts-dark.css', true);
  const ground = colours.get('--chart-ground') ?? '';
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
    const ratio = contrast(colours.get(`--chart-${name}`) ?? '', ground);
    assert.ok(ratio >= bound, `--chart-${name}: ${ratio.toFixed(2)}`);
  }
});

for (const dark of [false, true]) {
  test(`numbers on shaded cells stand out by 4.5 to 1 ${dark ? 'in the dark' : 'in the light'}`, () => {
    const { colours: light } = readJson('theme/chart-config.json') as { colours: Record<string, string> };
    const other = readColours('80-charts-dark.css', true);
    const colour = (name: string): string => (dark ? other.get(`--chart-${name}`) : light[name]) ?? '';
    const charts = ['charts/heat.vl.json', '../reports/narratives-of-change/charts/co-occurrence.vl.json'];
    for (const chart of charts) {
      const ranges = [...JSON.stringify(readJson(chart)).matchAll(/"range":\[([\d.]+),([\d.]+)\]/g)];
      assert.equal(ranges.length, 1, `${chart} has one range of opacities`);
      const [, from = '', to = ''] = ranges[0] ?? [];
      for (let share = 0; share <= 1; share += 0.05) {
        const opacity = Number(from) + share * (Number(to) - Number(from));
        const ratio = contrast(colour('text'), blend(colour('accent'), opacity, colour('ground')));
        assert.ok(ratio >= 4.5, `${chart}, opacity ${opacity.toFixed(2)}: ${ratio.toFixed(2)}`);
      }
    }
  });
}

test('the marks on the squares of a tile map stand out by 3 to 1', () => {
  const { colours } = readJson('theme/chart-config.json') as { colours: Record<string, string> };
  const dark = readColours('80-charts-dark.css', true);
  for (const colour of [(name: string) => colours[name], (name: string) => dark.get(`--chart-${name}`)]) {
    assert.ok(contrast('#000000', colour('orange') ?? '') >= 3);
    assert.ok(contrast('#000000', colour('context') ?? '') >= 3);
    assert.ok(contrast(colour('ground') ?? '', colour('accent') ?? '') >= 3);
  }
});

function readJson(path: string): unknown {
  return JSON.parse(readFileSync(new URL(`../../templates/${path}`, import.meta.url), 'utf8'));
}
