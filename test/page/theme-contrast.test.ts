import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';

/** The custom properties of a theme file that are colours, in the light or in the dark. */
function readColours(file: string, dark: boolean): ReadonlyMap<string, string> {
  const css = readFileSync(new URL(`../../templates/theme/${file}`, import.meta.url), 'utf8');
  const start = css.indexOf('@media screen and (prefers-color-scheme: dark)');
  const block = dark ? css.slice(start, css.indexOf('\n}\n', start)) : css.slice(0, start);
  return new Map(
    [...block.matchAll(/(--[\w-]+): (#[0-9a-f]{3,6});/g)].map(([, name = '', value = '']) => [name, value]),
  );
}

/** Relative luminance, WCAG 2.2. */
function luminance(hex: string): number {
  const full = hex.length === 4 ? hex.replace(/[0-9a-f]/g, '$&$&') : hex;
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(full.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(a: string, b: string): number {
  const [light = 0, dark = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (light + 0.05) / (dark + 0.05);
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
