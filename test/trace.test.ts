import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { after, before, test } from 'node:test';
import type { BuildPorts } from '../src/build/build-ports.ts';
import { buildReports } from '../src/build.ts';
import { BrowserMissingError } from '../src/model/ports.ts';
import { type OpenWorld, openWorld } from '../src/open-world.ts';
import { type TraceOptions, trace } from '../src/trace.ts';
import { makeProject } from './cases/project.ts';

let world: OpenWorld;
let project: Awaited<ReturnType<typeof makeProject>>;

function portsAt(root: string): BuildPorts {
  const ports = world.at(root).buildPorts({ noSandbox: false, progress: { phase() {} } });
  return { ...ports, browser: () => Promise.reject(new BrowserMissingError('none', 'none')) };
}

before(async () => {
  world = openWorld(import.meta.dirname);
  world.keepRWarm();
  project = await makeProject();
  const { reports } = await buildReports([], portsAt(project.root));
  assert.equal(reports[0]?.ending, 'web-only');
});
after(async () => {
  project.remove();
  await world.close();
});

async function run(
  target: readonly string[],
  options: Partial<TraceOptions> = {},
): Promise<{ code: number; text: string }> {
  const lines: string[] = [];
  const code = await trace(
    { report: 'rates', target, recompute: false, json: false, ...options },
    { ...portsAt(project.root), print: (text) => lines.push(text) },
  );
  return { code, text: lines.join('\n') };
}

/** The file of the edition with a change, put back after. */
async function changed(
  path: string,
  from: string | RegExp,
  to: string,
  use: () => Promise<void>,
): Promise<void> {
  const file = join(project.root, path);
  const text = readFileSync(file, 'utf8');
  assert.notEqual(text.replace(from, to), text, `nothing to change in ${path}`);
  writeFileSync(file, text.replace(from, to));
  try {
    await use();
  } finally {
    writeFileSync(file, text);
  }
}

test('says of a figure all that its entry in the page says, and where the report names it', async () => {
  const { code, text } = await run(['mean-rate']);
  assert.equal(code, 0);
  assert.equal(
    text.replace(/sha256:\w{64}/g, 'sha256:…').replaceAll('\u00a0', ' '),
    `mean-rate of rates: 57.9 per 10,000
Children per 10,000 of the population

Synthetic      rests on made-up records
Exact value    57.93650793650794 per 10,000, rounded to 1 decimal
Observations   3
95% interval   48.4744 to 67.3986
Method         Arithmetic mean of the rates of the areas
Script         scripts/rates.ts:19
               scripts/rates.ts with all that it imports, sha256:…
Parameters     year = 2020
Query          select area, name, 10000.0 * children / population as rate
               from rates where year = $year and children is not null
From           data/rates.csv  sha256:…  as here
               Children and population of three invented areas; Public domain dedication <https://creativecommons.org/publicdomain/zero/1.0/>
               Nobody: Invented for this test
In the report  reports/rates/report.md:5
               reports/rates/report.md:13
               reports/rates/report.md:21
Evidence for   mean-over-fifty: The mean rate is above 50`,
  );
});

test('lists every figure and table', async () => {
  const { code, text } = await run([]);
  assert.equal(code, 0);
  assert.match(text, /^rates: 2 figures, 1 tables\n\nareas +3 +Number of areas/);
  assert.match(text, /\ntable:rates +3 rows +Rate by area$/);
});

test('gives a cell by its row and column, in names or headings and whatever case', async () => {
  const { text } = await run(['table:rates', 'a2', 'RATE']);
  assert.match(text, /Row +area = A2\nColumn +rate \(Rate\)\nExact value +\d+\.\d+, shown to 1 decimal\n/);
  const table = await run(['table:rates']);
  assert.match(table.text, /Rows +3, told apart by area\nColumns +area, name, rate\n/);
});

test('names the nearest where something is not there', async () => {
  const cases: [string[], RegExp][] = [
    [
      ['mean-rat'],
      /^"mean-rat" is neither a figure nor a table of rates\n +to do: did you mean "mean-rate"\?$/,
    ],
    [['rates'], /to do: write "table:rates" for the table$/],
    [['mean-rate', 'x'], /"x" stands behind a figure, which has no rows\n.*table:rates/],
    [
      ['table:rates', 'A2'],
      /is named by area and a column; there are 1 words\n.*table:rates "<area>" <column>$/,
    ],
    [['table:rates', 'A9', 'rate'], /has no row A9 by area\n +to do: did you mean "A1/],
    [
      ['table:rates', 'A2', 'rat'],
      /"rat" is not a column of the table "rates"\n +to do: did you mean "rate"\?$/,
    ],
  ];
  for (const [target, expected] of cases) {
    const { code, text } = await run(target);
    assert.equal(code, 1);
    assert.match(text, expected);
  }
  assert.match(
    (await run([], { report: 'rate' })).text,
    /there is no report "rate"\n +to do: did you mean "rates"/,
  );
});

test('recomputes a figure, a cell and a table, and finds them equal', async () => {
  for (const target of [['mean-rate'], ['table:rates', 'A2', 'rate'], ['table:rates']]) {
    const { code, text } = await run(target, { recompute: true });
    assert.match(text, /Recomputed from the files: equal, to the last digit\.$/);
    assert.equal(code, 0);
  }
});

test('names a figure that the files do not give, with both values', () =>
  changed('output/rates/findings.json', '"value": 57.93650793650794', '"value": 57.9365', async () => {
    const { code, text } = await run(['mean-rate'], { recompute: true });
    assert.equal(code, 1);
    assert.match(text, /DIFFERENT\n {2}value: the edition has 57\.9365, the files give 57\.93650793650794$/);
    const { text: json } = await run(['mean-rate'], { recompute: true, json: true });
    assert.deepEqual(JSON.parse(json).recomputed, {
      equal: false,
      differences: [{ what: 'value', edition: '57.9365', recomputed: '57.93650793650794' }],
    });
  }));

test('names a cell, and the line of a table, that the files do not give', () =>
  changed('output/rates/tables/rates.csv', /(\nA2,[^,]+,)[^,\n]+/, '$11.5', async () => {
    const cell = await run(['table:rates', 'A2', 'rate'], { recompute: true });
    assert.equal(cell.code, 1);
    assert.match(cell.text, /A2: rate: the edition has 1\.5, the files give \d/);
    const table = await run(['table:rates'], { recompute: true });
    assert.match(table.text, /line 3 of tables\/rates\.csv: the edition has A2,[^\n]+,1\.5/);
  }));

test('says that a file is no longer what the edition was made from, and then cannot recompute', () =>
  changed('data/rates.csv', /\n/, '\n\n', async () => {
    assert.match((await run(['areas'])).text, /data\/rates\.csv {2}sha256:\w+ {2}CHANGED here since/);
    const { code, text } = await run(['areas'], { recompute: true });
    assert.equal(code, 1);
    assert.match(text, /data\/rates\.csv.*error/);
  }));

test('a script that now gives another value differs from the edition', () =>
  changed('scripts/rates.ts', 'value: mean,', 'value: mean + 1,', async () => {
    // As a command: this process has the script in memory as it was.
    const cli = join(import.meta.dirname, '../src/cli.ts');
    const { status, stdout: text } = spawnSync(
      process.execPath,
      [cli, 'trace', 'rates', 'mean-rate', '--recompute'],
      { cwd: project.root, encoding: 'utf8' },
    );
    assert.equal(status, 1, text);
    assert.match(text, /value: the edition has 57\.93650793650794, the files give 58\.9365\d+\n/);
  }));

test('without an edition the figures are computed, and it says so', async () => {
  rmSync(join(project.root, 'output/rates/findings.json'));
  const { code, text } = await run(['areas']);
  assert.equal(code, 0);
  assert.match(text, /^output\/rates\/ holds no edition that can be read: computed now from the files\.\n/);
  assert.match(text, /areas of rates: 3\n/);
});
