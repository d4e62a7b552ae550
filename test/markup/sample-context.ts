import type { MarkupContext } from '../../src/markup/markup-context.ts';
import type { DrawnChart } from '../../src/model/chart.ts';
import type { Claim } from '../../src/model/claim.ts';
import type { Finding } from '../../src/model/finding.ts';
import type { ResultTable } from '../../src/model/table.ts';
import { SAMPLE } from '../qual/sample-project.ts';

const provenance = {
  script: 'scripts/care.ts',
  scriptHash: 'sha256:0',
  place: { file: 'scripts/care.ts', line: 3 },
  parameters: {},
  resources: [],
  query: null,
};

function finding(
  id: string,
  value: number | string,
  unit: Finding['unit'],
  decimals: number,
  text: string,
): Finding {
  const interval = id === 'change' ? { low: -3.14, high: 4.24, level: 0.95 } : null;
  const p = id === 'change' ? 0.031 : null;
  const words = { method: 'Counted.', definition: 'An invented figure.' };
  return { id, value, unit, decimals, text, n: 151, interval, p, ...words, provenance };
}

function claim(
  id: string,
  statement: string,
  holds: boolean | null,
  published: Claim['published'] = null,
): Claim {
  return { id, statement, holds, evidence: ['authorities-rising', 'share-rising'], published };
}

const regions: ResultTable = {
  name: 'regions',
  title: 'Rates by invented region',
  fields: [
    { name: 'region', type: 'string', title: 'Region' },
    { name: 'year', type: 'year', title: 'Year' },
    { name: 'rate', type: 'number', title: 'Rate', unit: 'per 10,000', decimals: 1 },
  ],
  rows: [
    { region: 'North <Vale>', year: 2017, rate: 61.25 },
    { region: 'South Vale', year: 2017, rate: { symbol: 'c' } },
  ],
  key: ['region'],
  notes: ['Regions are invented.'],
  source: 'Nobody, invented data',
  provenance,
};

const trend: DrawnChart = {
  id: 'trend',
  title: 'Rates rose in the Vales',
  subtitle: 'Per 10,000, 2012 to 2017',
  svg: '<svg role="img" aria-label="Two lines that rise" width="600"><path d="M0 0"/></svg>',
  narrowSvg: '<svg role="img" aria-label="Two lines that rise" width="320"><path d="M0 0"/></svg>',
  width: 600,
  height: 300,
  alt: 'Two lines that rise',
  tables: ['regions'],
};

const findings = [
  finding('share-rising', 59.6, 'percent', 0, '60%'),
  finding('authorities-rising', 90, 'count', 0, '90'),
  finding('change', 4.2, 'percent', 1, '4.2%'),
  finding('sharpest', '[London](x) & <b>', 'text', 0, '[London](x) & <b>'),
];

const claims = [
  claim('most-rose', 'Most rates rose.', true, {
    source: 'A study, 2018',
    verdict: 'consistent',
    explanation: '90 of 151 rose.',
  }),
  claim('most-fell', 'Most rates fell.', false, {
    source: 'Another study, 2018',
    verdict: 'not reproduced',
    explanation: '90 of 151 rose.',
  }),
  claim('saved', 'It saved money.', null, {
    source: 'A story, 2018',
    verdict: 'cannot be checked',
    explanation: 'No file holds it.',
  }),
  claim('rose-again', 'Rates rose again.', true),
];

/** Invented figures, claims, a table, a chart and a picture that every test of `markup` composes with. */
export const sampleContext: MarkupContext = {
  findings: new Map(findings.map((one) => [one.id, one])),
  claims: new Map(claims.map((one) => [one.id, one])),
  tables: new Map([['regions', regions]]),
  charts: new Map([['charts/trend.vl.json', trend]]),
  images: new Map([['images/map.png', 'data:image/png;base64,iVBORw0KGgo=']]),
  projects: new Map([['interviews', SAMPLE]]),
  references: new Map([['section-251', { id: 'section-251', title: 'Planned spending' }]]),
};

export const FRONT_MATTER = '---\ntitle: A test\ndate: 2026-03-31\nanalyses: [care]\n---\n';
