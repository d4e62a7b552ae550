import assert from 'node:assert/strict';
import { symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { PathError } from '../../src/model/ports.ts';
import { openScripts } from '../../src/system/open-scripts.ts';
import { withFolder } from './with-folder.ts';

const HELPER = `export function double(value: number): number {
  return value * 2;
}
export function fail(): never {
  throw new Error('no such area');
}
`;

const SCRIPT = `import { defineAnalysis } from '../src/analysis.ts';
import type { Row } from '../src/analysis.ts';
import { double, fail } from './parts/arithmetic.ts';

const rows: readonly Row[] = [];

export default { defineAnalysis, four: double(2), fail, rows };
`;

test('a script is run with its default export, and named with every file it is made of', async () => {
  await withFolder({ 'scripts/a.ts': SCRIPT, 'scripts/parts/arithmetic.ts': HELPER }, async (root) => {
    const script = await openScripts(root).load('scripts/a.ts');
    assert.equal(Object(script?.value).four, 4);
    assert.deepEqual(script?.violations, []);
    assert.deepEqual(
      script?.files.map(({ path, text }) => ({ path, text })),
      [
        { path: 'scripts/a.ts', text: SCRIPT },
        { path: 'scripts/parts/arithmetic.ts', text: HELPER },
      ],
    );
    assert.match(script?.files[0]?.hash ?? '', /^sha256:[0-9a-f]{64}$/);
  });
});

test('a script that does not exist is undefined', async () => {
  await withFolder({}, async (root) => {
    assert.equal(await openScripts(root).load('scripts/a.ts'), undefined);
  });
});

test('the place of an error is in the script that threw, also by way of a cause', async () => {
  await withFolder({ 'scripts/a.ts': SCRIPT, 'scripts/parts/arithmetic.ts': HELPER }, async (root) => {
    const scripts = openScripts(root);
    const { fail } = Object((await scripts.load('scripts/a.ts'))?.value);
    const place = { file: 'scripts/parts/arithmetic.ts', line: 5, column: 9 };
    assert.throws(fail, (error) => {
      assert.deepEqual(scripts.locate(error), place);
      const outer = new Error('the analysis failed', { cause: error });
      outer.stack = 'Error: the analysis failed';
      assert.deepEqual(scripts.locate(outer), place);
      return true;
    });
    assert.equal(scripts.locate(new Error('elsewhere')), undefined);
    assert.equal(scripts.locate('not an error'), undefined);
  });
});

/** What a script of one line is refused for, as `line:column what`. */
async function refusals(text: string): Promise<string[]> {
  return withFolder({ 'scripts/a.ts': text, 'scripts/b.ts': '', 'data/rates.csv': '' }, async (root) => {
    const script = await openScripts(root).load('scripts/a.ts');
    if (script?.violations.length) assert.equal(script.value, undefined, 'a refused script was run');
    return (script?.violations ?? []).map(({ line, column, what }) => `${line}:${column} ${what}`);
  });
}

test('a script may import the analysis module and files of scripts/, and nothing else', async () => {
  const imports = {
    "import '../src/analysis.ts';": [],
    "import './b.ts';": [],
    "import fs from 'node:fs';": ['1:16 import of node:fs'],
    "import 'fs';": ['1:8 import of fs'],
    "import { html } from 'vega';": ['1:22 import of vega'],
    "import '../src/model/cell.ts';": ['1:8 import of ../src/model/cell.ts'],
    "import type { Cell } from '../src/model/cell.ts';": ['1:27 import of ../src/model/cell.ts'],
    "export * from '../src/build.ts';": ['1:15 import of ../src/build.ts'],
    "import rates from '../data/rates.csv';": ['1:19 import of ../data/rates.csv'],
    "import './missing.ts';": ['1:8 import of ./missing.ts, which does not exist'],
    "import '/etc/passwd';": ['1:8 import of /etc/passwd'],
    "import '../../elsewhere.ts';": ['1:8 import of ../../elsewhere.ts'],
    "const b = await import('./b.ts');": ['1:17 import()'],
    "const fs = require('node:fs');": ['1:12 require'],
    'const here = import.meta.url;': ['1:14 import.meta'],
  };
  for (const [text, expected] of Object.entries(imports))
    assert.deepEqual(await refusals(text), expected, text);
});

test('a script may not reach for the clock, chance, the locale, the process or the network', async () => {
  const reaches = {
    'const t = Date.now();': ['1:11 Date.now()'],
    'const t = new Date();': ['1:15 new Date()'],
    'const t = Date();': ['1:11 Date()'],
    "const t = Date['now']();": ["1:11 Date without a function's name"],
    'const r = Math.random();': ['1:11 Math.random()'],
    'const { random } = Math;': ["1:20 Math without a function's name"],
    'const m = [1].map(Math.sqrt);': [],
    "const t = new Date('2025-03-31').getTime() + Date.UTC(2025, 1);": [],
    "const order = ['b', 'a'].sort((a, b) => a.localeCompare(b));": ['1:43 .localeCompare'],
    "const text = (1.5)['toLocaleString']();": ['1:20 .toLocaleString'],
    'const f = Intl;': ['1:11 Intl'],
    'process.exit();': ['1:1 process'],
    'globalThis.process.exit();': ['1:1 globalThis'],
    "await fetch('https://example.org');": ['1:7 fetch'],
    "eval('1');": ['1:1 eval'],
    "new Function('return 1')();": ['1:5 Function'],
    "(() => 1).constructor('return 1')();": ['1:11 .constructor'],
    'setTimeout(() => {});': ['1:1 setTimeout'],
    'const t = performance.now();': ['1:11 performance'],
  };
  for (const [text, expected] of Object.entries(reaches))
    assert.deepEqual(await refusals(text), expected, text);
});

test('names in comments, texts, types, properties and of the script itself are not reaches', async () => {
  const text = `// process.exit() and Math.random()
const note = 'fetch, process and Date.now()';
interface Area { process: string; fetch(): void }
const area = { process: 'recoded', require: 1 };
function children(performance: number) { return performance + area.require; }
class Rate { fetch() { return note; } }
label: for (const fetchCount of [1]) { continue label; }
export default { children, Rate, area: area.process satisfies Area['process'] };
`;
  assert.deepEqual(await refusals(text), []);
});

test('a violation in an imported file counts, and all are found at once', async () => {
  const files = {
    'scripts/a.ts': "import './b.ts';\nMath.random();\n",
    'scripts/b.ts': 'export const t: number = Date.now();\n',
  };
  await withFolder(files, async (root) => {
    const script = await openScripts(root).load('scripts/a.ts');
    assert.deepEqual(script?.violations, [
      { file: 'scripts/a.ts', line: 2, column: 1, what: 'Math.random()' },
      { file: 'scripts/b.ts', line: 1, column: 26, what: 'Date.now()' },
    ]);
  });
});

test('a syntax error has its place, in TypeScript and in JavaScript', async () => {
  assert.deepEqual(await refusals('const a = 1;\nconst b = (;\n'), ['2:12 Expression expected']);
  assert.match((await refusals('const a = 1;\nenum Area {\n  Leeds,\n}\n'))[0] ?? '', /^2:1 TypeScript enum/);
  assert.match((await refusals('enum Area { Leeds }\n'))[0] ?? '', /^1:1 TypeScript enum is not supported/);
  assert.match(
    (await refusals('const a = 1;\nconst a = 2;\n'))[0] ?? '',
    /^2:7 .*'a' has already been declared/,
  );
});

test('scripts that import each other are read once', async () => {
  const files = { 'scripts/a.ts': "import './b.ts';\n", 'scripts/b.ts': "import './a.ts';\n" };
  await withFolder(files, async (root) => {
    const script = await openScripts(root).load('scripts/a.ts');
    assert.deepEqual(
      script?.files.map((file) => file.path),
      ['scripts/a.ts', 'scripts/b.ts'],
    );
  });
});

test('a script that is a link out of the project is refused', async (t) => {
  if (process.platform === 'win32') return t.skip('making links needs a privilege on Windows');
  await withFolder({ 'outside.ts': '', 'project/scripts/b.ts': '' }, async (root) => {
    await symlink(join(root, 'outside.ts'), join(root, 'project/scripts/a.ts'));
    await assert.rejects(openScripts(join(root, 'project')).load('scripts/a.ts'), PathError);
  });
});

test('loading a script prints no warning', async () => {
  await withFolder({ 'scripts/a.ts': 'export default 1;\n' }, async (root) => {
    const warnings: Error[] = [];
    const listen = (warning: Error) => warnings.push(warning);
    process.on('warning', listen);
    await openScripts(root).load('scripts/a.ts');
    await new Promise((resolve) => setImmediate(resolve));
    process.off('warning', listen);
    assert.deepEqual(warnings, []);
  });
});
