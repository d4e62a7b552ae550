import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { checkChart } from '../../src/chart/check-chart.ts';
import { drawChart } from '../../src/chart/draw-chart.ts';
import { parseChart } from '../../src/chart/parse-chart.ts';
import type { DrawnChart } from '../../src/model/chart.ts';
import type { Message } from '../../src/model/message.ts';
import type { ResultTable } from '../../src/model/table.ts';
import { tools } from './fixtures.ts';

/** The shared templates, as a build reads them. */
export const templates = globSync('templates/charts/*.vl.json')
  .sort()
  .map((file) => ({ file: file.replaceAll('\\', '/'), text: readFileSync(file, 'utf8') }));

/** Draws a template as a report would; fails where that gives any message. */
export async function drawTemplate(
  template: string,
  table: ResultTable,
  parameters: object,
): Promise<DrawnChart> {
  const source = chartText(template, table, parameters);
  const { value, messages } = parseChart(`charts/${template}.vl.json`, source, templates);
  assert.ok(value, JSON.stringify(messages));
  const tables = new Map([[table.name, table]]);
  assert.deepEqual([...messages, ...checkChart(value, tables)], []);
  const drawn = await drawChart(value, tables, tools);
  assert.deepEqual(drawn.messages, []);
  assert.ok(drawn.value);
  for (const svg of [drawn.value.svg, drawn.value.narrowSvg]) assert.ok(svg.length < 40_000, `${svg.length}`);
  return drawn.value;
}

/** The messages of a template that cannot be drawn. */
export async function refuseTemplate(
  template: string,
  table: ResultTable,
  parameters: object,
): Promise<readonly Message[]> {
  const { value, messages } = parseChart(
    `charts/${template}.vl.json`,
    chartText(template, table, parameters),
    templates,
  );
  if (value === undefined) return messages;
  const tables = new Map([[table.name, table]]);
  return [...messages, ...checkChart(value, tables), ...(await drawChart(value, tables, tools)).messages];
}

function chartText(template: string, table: ResultTable, parameters: object): string {
  return JSON.stringify({
    template,
    data: { name: table.name },
    parameters,
    title: { text: 'T', subtitle: 'S' },
    description: 'D',
  });
}

export interface DrawnText {
  readonly text: string;
  readonly x: number;
  readonly y: number;
}

/** Texts of a drawing with their places in its plot. */
export function textsOf(svg: string): DrawnText[] {
  return [
    ...svg.matchAll(/<text[^>]*?transform="translate\(([-\d.]+),([-\d.]+)\)[^>]*>([^<]*)<\/text>/g),
  ].map(([, x, y, text]) => ({ x: Number(x), y: Number(y), text: text ?? '' }));
}
