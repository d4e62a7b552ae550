import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { expandFrontMatter } from '../../src/build/expand-front-matter.ts';
import { drawChart } from '../../src/chart/draw-chart.ts';
import { parseChart } from '../../src/chart/parse-chart.ts';
import { composeBody } from '../../src/markup/compose-body.ts';
import type { MarkupContext } from '../../src/markup/markup-context.ts';
import { parseReport } from '../../src/markup/parse-report.ts';
import type { DrawnChart } from '../../src/model/chart.ts';
import type { Finding, Provenance } from '../../src/model/finding.ts';
import type { FontFace } from '../../src/model/font.ts';
import type { ResultTable } from '../../src/model/table.ts';
import type { PageInput } from '../../src/page/page-input.ts';
import { tools } from '../chart/fixtures.ts';
import { readTemplate } from './read-template.ts';
import { sampleResource } from './sample-page.ts';

/** Invented content in every layout, for tests and for looking at. */
export const LAYOUTS = [
  'project-summary',
  'research-summary',
  'study-report',
  'structured-abstract',
] as const;

function provenance(synthetic: boolean): Provenance {
  const resource = {
    name: 'visits',
    title: 'Visits',
    path: 'data/visits.csv',
    hash: 'sha256:0',
    licence: '',
    synthetic,
  };
  return {
    script: 'scripts/visits.ts',
    scriptHash: 'sha256:0',
    place: { file: 'scripts/visits.ts', line: 3 },
    parameters: {},
    resources: [resource],
    query: null,
  };
}

function makeTable(
  name: string,
  synthetic: boolean,
  rest: Pick<ResultTable, 'title' | 'fields' | 'rows' | 'key'>,
): ResultTable {
  return { name, notes: [], source: 'Invented return', provenance: provenance(synthetic), ...rest };
}

const SHIRES = ['Eastmarch', 'Westmarch', 'Overvale', 'Undervale'];
const YEARS = [2012, 2013, 2014, 2015, 2016, 2017];

const trend = makeTable('trend', false, {
  title: 'Visits by area and year',
  key: ['area', 'year'],
  fields: [
    { name: 'area', type: 'string', title: 'Area' },
    { name: 'year', type: 'year', title: 'Year' },
    { name: 'rate', type: 'number', title: 'Visits', unit: 'per 10,000', decimals: 1 },
  ],
  rows: SHIRES.flatMap((area, i) =>
    YEARS.map((year, j) => ({ area, year, rate: 60 + 4 * i + j * (i - 1.4) })),
  ),
});

const areas = makeTable('areas', true, {
  title: 'Families in the study, by area',
  key: ['area'],
  fields: [
    { name: 'area', type: 'string', title: 'Area' },
    ...['asked', 'agreed', 'met', 'wrote'].map((name) => ({ name, type: 'integer' as const, title: name })),
  ],
  rows: SHIRES.map((area, i) => ({ area, asked: 40 + i, agreed: 31 - i, met: 30 - i, wrote: 12 + i })),
});

function finding(
  id: string,
  value: number,
  unit: Finding['unit'],
  text: string,
  synthetic: boolean,
): Finding {
  const words = { method: 'Counted.', definition: 'An invented figure.' };
  return {
    id,
    value,
    unit,
    decimals: 0,
    text,
    n: null,
    interval: null,
    p: null,
    ...words,
    provenance: provenance(synthetic),
  };
}

const findings = [
  finding('rise', 12, 'percent', '12%', false),
  finding('areas', 4, 'count', '4', false),
  finding('families', 118, 'count', '118', true),
];

async function drawTrend(): Promise<DrawnChart> {
  const spec = {
    template: 'line',
    data: { name: 'trend' },
    parameters: { x: 'year', y: 'rate', series: 'area', focus: ['Undervale', 'Eastmarch'] },
    title: {
      text: 'Visits rose in two of four areas',
      subtitle: 'Visits per 10,000 families, invented areas, 2012 to 2017',
    },
    description: 'Four lines.',
  };
  const file = 'templates/charts/line.vl.json';
  const template = { file, text: readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8') };
  const parsed = parseChart('reports/sample/charts/trend.vl.json', JSON.stringify(spec), [template]);
  assert.ok(parsed.value);
  const { value } = await drawChart(parsed.value, new Map([['trend', trend]]), tools);
  assert.ok(value);
  return value;
}

/** A page of a sample report, with everything that the build would put into it. */
export async function sampleReportPage(
  layout: (typeof LAYOUTS)[number],
  fonts: readonly FontFace[],
): Promise<PageInput> {
  const text = readFileSync(new URL(`samples/${layout}.md`, import.meta.url), 'utf8');
  const { value: report, messages } = parseReport(layout, `samples/${layout}.md`, text);
  assert.deepEqual(messages, []);
  assert.ok(report);
  const chart = await drawTrend();
  const context: MarkupContext = {
    findings: new Map(findings.map((one) => [one.id, one])),
    claims: new Map(),
    tables: new Map([trend, areas].map((one) => [one.name, one])),
    charts: new Map([['charts/trend.vl.json', chart]]),
    images: new Map(),
    references: new Map(),
    projects: new Map(),
  };
  const body = composeBody(report, context);
  const front = expandFrontMatter(report, context);
  assert.deepEqual([...body.messages, ...front.messages], []);
  assert.ok(body.value && front.value);
  return {
    report,
    ...front.value,
    body: body.value,
    findings: context.findings,
    bibliography: [],
    charts: [chart],
    tables: context.tables,
    resources: [sampleResource, { ...sampleResource, name: 'visits', licenses: [], synthetic: true }],
    synthetic: 'part',
    fonts,
    template: readTemplate(layout),
  };
}
