import { h } from 'hastscript';
import type { DrawnChart } from '../../src/model/chart.ts';
import type { Finding } from '../../src/model/finding.ts';
import type { FontFace } from '../../src/model/font.ts';
import type { Report } from '../../src/model/report.ts';
import type { Resource } from '../../src/model/resource.ts';
import type { ResultTable } from '../../src/model/table.ts';
import type { TracedText } from '../../src/model/traced-text.ts';
import type { PageInput } from '../../src/page/page-input.ts';
import { readTheme } from './read-template.ts';

/** A font file that claims to have the printable characters of Latin-1 and those given. */
export function sampleFace(family: string, more = '', weight = 400): FontFace {
  const latin = Array.from({ length: 0xff - 0x20 }, (_, index) => index + 0x20);
  const others = [...`–—‘’“”…•·−${more}`].map((character) => character.codePointAt(0) ?? 0);
  return {
    family,
    weight,
    style: 'normal',
    unicodeRange: 'U+0000-00FF,U+2000-206F,U+2190-2212',
    file: `${family}-${weight}${more === '' ? '' : '-more'}.woff2`,
    woff2: new Uint8Array([119, 79, 70, 50]),
    characters: new Set([...latin, ...others]),
  };
}

/** Rates of two invented regions. */
export const sampleTable: ResultTable = {
  name: 'regions',
  title: 'Rate by region',
  fields: [
    { name: 'region', type: 'string', title: 'Region' },
    { name: 'rate', type: 'number', title: 'Rate', unit: 'per 10,000', decimals: 1 },
  ],
  rows: [
    { region: 'Eastmarch', rate: 61.25 },
    { region: 'Westmarch', rate: { symbol: 'c' } },
  ],
  key: ['region'],
  notes: ['Rates use invented populations.'],
  source: 'Invented return',
  provenance: {
    script: 'scripts/sample.ts',
    scriptHash: 'sha256:0',
    place: { file: 'scripts/sample.ts', line: 3 },
    parameters: {},
    resources: [],
    query: null,
  },
};

export const sampleChart: DrawnChart = {
  id: 'trend',
  title: 'Rates rose',
  subtitle: 'Per 10,000',
  svg: '<svg role="img" aria-label="Rates"></svg>',
  narrowSvg: '<svg role="img" aria-label="Rates"></svg>',
  width: 642,
  height: 290,
  alt: 'Rates',
  tables: ['regions'],
};

export const sampleResource: Resource = {
  name: 'rates',
  path: 'rates.csv',
  title: 'Rates',
  format: 'csv',
  bytes: 1,
  hash: 'sha256:0',
  contentHash: 'sha256:0',
  schema: { fields: [] },
  sources: [
    { title: 'Invented return', publisher: 'Ministry of Samples', path: 'https://example.org/rates' },
  ],
  licenses: [
    { name: 'OGL-UK-3.0', title: 'Open Government Licence v3.0', path: 'https://example.org/licence' },
  ],
  synthetic: false,
};

const sampleReport: Report = {
  id: 'sample',
  file: 'reports/sample/report.md',
  text: '---\ntitle: Sample\n---\nRates rose.\n',
  frontMatter: {
    title: 'Sample',
    subtitle: '',
    shortTitle: 'Sample',
    layout: 'news-release',
    kind: 'News release',
    standfirst: 'Rates rose in most places.',
    date: '2018-07-05',
    state: 'final',
    edition: null,
    release: { preRelease: [] },
    supersededBy: null,
    qualityLog: [],
    language: 'en-GB',
    authors: [{ name: 'Anna Sample' }],
    publisher: 'Plumbline',
    funder: '',
    contact: 'press@example.org',
    analyses: [],
    keyFigures: [],
    keywords: ['rates'],
    licence: 'CC BY 4.0',
    project: null,
    team: [],
    contributors: [],
    acknowledgements: '',
    about: [],
    alternativeFormats: '',
    pullOut: '',
    abstractCode: '',
    doi: '',
    rights: '',
    affiliations: [],
    citationStyle: 'harvard',
    wideFigures: [],
    turnedTables: [],
    numbers: [],
    wordLimit: null,
  },
  frontMatterPlaces: new Map(),
  body: 'Rates rose.\n',
  bodyLine: 4,
};

export const sampleTexts: PageInput['texts'] = {
  title: 'Sample',
  subtitle: '',
  shortTitle: 'Sample',
  standfirst: 'Rates rose in most places.',
  pullOut: '',
  kind: 'News release',
  funder: '',
  award: '',
  rights: '',
  acknowledgements: '',
  alternativeFormats: '',
  contributors: [],
  about: [],
};

export const sampleFinding: Finding = {
  id: 'share',
  value: 59.6,
  unit: 'percent',
  decimals: 0,
  n: 151,
  interval: null,
  p: null,
  method: 'A count over a count.',
  definition: 'Places whose rate rose.',
  text: '60%',
  provenance: sampleTable.provenance,
};

/** A text without findings. */
export function untraced(text: string): TracedText {
  return { text, figures: [] };
}

/** A page with one heading, one paragraph and one chart; `layout` alone makes it. */
export function samplePage(layout: string, changes: Partial<PageInput> = {}): PageInput {
  const figure = h('figure.chart', { id: 'fig-trend' }, [h('figcaption', 'Rates rose')]);
  return {
    report: sampleReport,
    texts: sampleTexts,
    traced: {
      title: untraced(sampleTexts.title),
      subtitle: untraced(sampleTexts.subtitle),
      standfirst: untraced(sampleTexts.standfirst),
      pullOut: untraced(sampleTexts.pullOut),
    },
    body: {
      root: h(null, [h('h2', { id: 'rates' }, 'Rates'), h('p', 'Rates rose.'), figure]),
      headings: [{ id: 'rates', depth: 2, text: 'Rates' }],
      usedCharts: ['trend'],
      usedReferences: [],
      labels: new Map([['fig-trend', 'Figure 1']]),
    },
    keyFigures: [
      { finding: 'share', value: '60%', label: untraced('of places'), change: untraced('up from 50%') },
    ],
    findings: new Map([[sampleFinding.id, sampleFinding]]),
    bibliography: [],
    charts: [sampleChart],
    tables: new Map([['regions', sampleTable]]),
    resources: [sampleResource],
    synthetic: 'none',
    fonts: [sampleFace('Source Sans 3'), sampleFace('Source Serif 4')],
    template: {
      layout: { file: 'templates/layouts/sample.hbs', text: layout },
      partials: new Map(),
      styles: [{ file: 'templates/theme/10.css', text: 'p{color:#000}' }],
      theme: readTheme(),
      logo: '',
      scripts: [],
    },
    ...changes,
  };
}
