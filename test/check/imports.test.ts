import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { findCycle, type ImportEdge, importsOf, readImports } from './import-graph.ts';

/** A file may import from its own folder and from those before it. */
const ORDER = [
  'model',
  'messages',
  'stats',
  'data',
  'qual',
  'findings',
  'disclosure',
  'chart',
  'markup',
  'page',
  'formats',
  'trust',
  'plan',
  'build',
  'cli',
];
const ENTRY_POINTS = new Set(['src/cli.ts', 'src/open-world.ts', 'src/worker.ts', 'src/preview.ts']);
/** Packages and modules that touch the world. Those of `node:` that are named are pure. */
const WORLD =
  /^(node:(?!(crypto|path\/posix|buffer|util|zlib)$)|puppeteer|@sparticuz\/chromium|@duckdb\/|webr|ws$|tar-fs)/;

const edges = readImports(['src/**/*.ts', 'src/system/*.js']);

/** `src/data/parse-csv.ts` → `data`; commands that stand directly in `src/` count as `build`. */
function stageOf(file: string): string {
  const [, second = '', third] = file.split('/');
  if (third !== undefined) return second;
  if (second === 'cli.ts') return 'cli';
  if (second === 'analysis.ts') return 'findings';
  return 'build';
}

function placed(edge: ImportEdge): string {
  return `${edge.from}:${edge.line} imports ${edge.to}`;
}

test('imports go one way, from later stages to earlier ones', () => {
  const wrong = edges.filter((edge) => {
    if (!edge.to.startsWith('src/') || ENTRY_POINTS.has(edge.from)) return false;
    const from = stageOf(edge.from);
    const to = stageOf(edge.to);
    if (from === 'system') return to !== 'system' && to !== 'model';
    return to === 'system' || ORDER.indexOf(to) > ORDER.indexOf(from);
  });
  assert.deepEqual(wrong.map(placed), []);
});

test('every folder of src has its place in the order', () => {
  const unknown = edges.map((edge) => stageOf(edge.from)).filter((s) => s !== 'system' && !ORDER.includes(s));
  assert.deepEqual([...new Set(unknown)], []);
});

test('no file imports itself by way of others', () => {
  assert.equal(findCycle(edges), undefined);
});

test('only system and the entry points touch the world', () => {
  const wrong = edges.filter(
    (edge) => WORLD.test(edge.to) && stageOf(edge.from) !== 'system' && !ENTRY_POINTS.has(edge.from),
  );
  assert.deepEqual(wrong.map(placed), []);
});

test('scripts import what analysis.ts offers and one another, nothing else', () => {
  const scripts = readImports(['scripts/**/*.ts']).filter((edge) => !edge.from.endsWith('.test.ts'));
  const wrong = scripts.filter((edge) => edge.to !== 'src/analysis.ts' && !edge.to.startsWith('scripts/'));
  assert.deepEqual(wrong.map(placed), []);
});

test('the walk sees imports over several lines, type imports, re-exports and dynamic imports', () => {
  const text = [
    'import {',
    '  a,',
    "} from './a.ts';",
    "import type { B } from '../b.ts';",
    "export { c } from './c.ts';",
    "const d = await import('node:fs');",
  ].join('\n');
  assert.deepEqual(
    importsOf('src/x/y.ts', text).map((edge) => [edge.line, edge.to]),
    [
      [1, 'src/x/a.ts'],
      [4, 'src/b.ts'],
      [5, 'src/x/c.ts'],
      [6, 'node:fs'],
    ],
  );
});

test('a planted cycle is found', () => {
  const cycle = findCycle([
    { from: 'a', line: 1, to: 'b' },
    { from: 'b', line: 1, to: 'c' },
    { from: 'c', line: 1, to: 'a' },
  ]);
  assert.deepEqual(cycle, ['a', 'b', 'c', 'a']);
});

test('no clock, chance or environment is read outside system and the entry points', () => {
  const forbidden =
    /\b(Date\.now\(|new Date\(\)|performance\.now\(|Math\.random\(|process\.env|localeCompare|toLocale)/;
  const wrong = globSync('src/**/*.ts')
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => stageOf(file) !== 'system' && !ENTRY_POINTS.has(file))
    .flatMap((file) =>
      readFileSync(file, 'utf8')
        .split('\n')
        .map((line, index) => ({
          place: `${file}:${index + 1}`,
          line: line.replace(/^\s*(\*|\/\/|\/\*).*/, ''),
        })),
    )
    .filter(({ line }) => forbidden.test(line));
  assert.deepEqual(wrong, []);
});
