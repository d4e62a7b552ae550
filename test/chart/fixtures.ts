import { readFileSync } from 'node:fs';
import { create, type Font } from 'fontkit';
import type { DrawTools } from '../../src/chart/draw-chart.ts';
import { type ChartTheme, parseChartTheme } from '../../src/chart/parse-chart-theme.ts';
import type { Place } from '../../src/model/message.ts';
import type { TextMeasure } from '../../src/model/ports.ts';
import type { Field, ResultTable, Row } from '../../src/model/table.ts';
import { parseTheme } from '../../src/page/parse-theme.ts';

/** A result table of invented areas. */
export function makeTable(name: string, fields: readonly Field[], rows: readonly Row[]): ResultTable {
  return {
    name,
    title: name,
    fields,
    rows,
    key: [fields[0]?.name ?? ''],
    notes: [],
    source: 'Invented',
    provenance: {
      script: 'scripts/x.ts',
      scriptHash: 'sha256:0',
      place: { file: 'scripts/x.ts', line: 3 },
      parameters: {},
      resources: [],
      query: null,
    },
  };
}

export const theme: ChartTheme = readTheme();

function readTheme(): ChartTheme {
  const file = 'templates/theme/chart-config.json';
  const look = parseTheme('theme.json', readFileSync('templates/theme/theme.json', 'utf8')).value;
  if (look === undefined) throw new Error('the theme does not parse');
  const { value, messages } = parseChartTheme(file, readFileSync(file, 'utf8'), look);
  if (value === undefined) throw new Error(JSON.stringify(messages));
  return value;
}

const fonts = new Map<number, Font>();

function font(weight: number): Font {
  const known = fonts.get(weight);
  if (known) return known;
  const file = `node_modules/@fontsource/source-sans-3/files/source-sans-3-latin-${weight}-normal.woff2`;
  const made = create(readFileSync(file)) as Font;
  fonts.set(weight, made);
  return made;
}

/** Measures with the bundled font, as the product does. */
export const measure: TextMeasure = {
  width(text, { size, weight }) {
    const face = font(weight >= 650 ? 700 : weight >= 550 ? 600 : 400);
    return (face.layout(text).advanceWidth / face.unitsPerEm) * size;
  },
};

export const tools: DrawTools = {
  measure,
  config: theme,
  expand: (text: string, _place: Place) => ({ value: text.replace(/\{\{.*?\}\}/g, '60%'), messages: [] }),
};
