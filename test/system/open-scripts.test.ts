import assert from 'node:assert/strict';
import { symlink, writeFile } from 'node:fs/promises';
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
    "const t = Date['now']();": ['1:11 Date.now()'],
    'const t = new Date(...[]);': ['1:15 new Date(...)'],
    'const Now = Date.bind(null);': ['1:13 Date.bind()'],
    'class Now extends Date {}': ["1:19 Date without a function's name"],
    "const out = console['_stdout'];": ['1:13 console._stdout()'],
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

test("a name declared elsewhere does not make a global the script's own", async () => {
  const reaches = {
    'const f = (globalThis) => 0;\nglobalThis.process;': ['2:1 globalThis'],
    'function f(process) { return process; }\nprocess.exit();': ['2:1 process'],
    'function process() { return process; }\nprocess();': [],
    'function f(a = process) { var process; return a; }': ['1:16 process'],
    '{ const Math = 1; }\nMath.random();': ['2:1 Math.random()'],
    'const f = function process() {};\nprocess;': ['2:1 process'],
    'const f = class fetch {};\nfetch;': ['2:1 fetch'],
    'try { f(); } catch (process) { process; }\nfunction f() { process; }': ['2:16 process'],
    'switch (process) { case 1: let process; }': ['1:9 process'],
    'for (const process of [1]) { process; }\nprocess;': ['2:1 process'],
    'if (true) { var process = 1; }\nprocess;': [],
    'class A { static { var process = 1; process; } }\nprocess;': ['2:1 process'],
    'const { fetch, a: [process], ...crypto } = { a: [] };\nexport default () => [fetch, process, crypto];':
      [],
    'function f() { return arguments.length; }': [],
  };
  for (const [text, expected] of Object.entries(reaches))
    assert.deepEqual(await refusals(text), expected, text);
});

test('a property is known by its name, however the name is put together', async () => {
  const reaches = {
    "[]['con' + 'structor'];": ['1:4 .constructor'],
    '[][`constructor`];': ['1:4 .constructor'],
    "[][`con${'struct'}or`];": ['1:4 .constructor'],
    "const { ['constructor']: C } = [];": ['1:10 .constructor'],
    "Object.getOwnPropertyDescriptor([], 'length');": ['1:8 .getOwnPropertyDescriptor'],
    'Object.getOwnPropertyDescriptors([]);': ['1:8 .getOwnPropertyDescriptors'],
    'const { getOwnPropertyDescriptors: d } = Object;': ['1:9 .getOwnPropertyDescriptors'],
    'Object.getPrototypeOf([]);': ['1:8 .getPrototypeOf'],
    "Reflect.get([], 'length');": ['1:1 Reflect'],
    'Array.prototype.map = 1;': ['1:7 .prototype'],
    '[].__proto__;': ['1:4 .__proto__'],
    '(1.5)[`toLocaleString`]();': ['1:7 .toLocaleString'],
    "const where = new Error('x').stack;": ['1:30 .stack'],
    'Error.prepareStackTrace = 1;': ['1:7 .prepareStackTrace'],
    'Error.captureStackTrace({});': ['1:7 .captureStackTrace'],
    "const chart = { stack: 'zero', constructor: 1 };": [],
  };
  for (const [text, expected] of Object.entries(reaches))
    assert.deepEqual(await refusals(text), expected, text);
});

/** What each of some expressions gives when it runs: its value, or the message of its error. */
async function outcomes(expressions: readonly string[], head = ''): Promise<unknown[]> {
  const tries = expressions.map((one) => `() => ${one},`).join('\n');
  const script = `${head}
const key = (...parts: string[]) => parts.join('');
const error = new Error('x');
let asked = 0;
const changing = { toString: () => (asked++ === 0 ? 'length' : key('con', 'structor')) };
class Own extends Array { get(name: string) { return super[name]; } }
const attempts: (() => unknown)[] = [
${tries}
];
export default attempts.map((attempt) => {
  try {
    return attempt();
  } catch (thrown) {
    return String(thrown.message).replace(/;.*/, '');
  }
});
`;
  return withFolder({ 'scripts/a.ts': script }, async (root) => {
    const { value, violations } = Object(await openScripts(root).load('scripts/a.ts'));
    assert.deepEqual(violations, []);
    return value;
  });
}

test('a key worked out at run time is checked then, in every form that a key has', async () => {
  const escapes = {
    "[].map[key('con', 'structor')]('return process')": '.constructor',
    "(async () => 0)[key('con', 'structor')]": '.constructor',
    "new Date(0)[key('con', 'structor')]": '.constructor',
    "({})?.[key('con', 'structor')]": '.constructor',
    "({})[(0, key('con', 'structor'))]": '.constructor',
    "({})[[key('con', 'structor')]]": '.constructor',
    "({})[({ a: key('__pro', 'to__') }).a]": '.__proto__',
    "(({ [key('con', 'structor')]: made }) => made)([])": '.constructor',
    "new Own().get(key('con', 'structor'))": '.constructor',
    "Object[key('getPrototype', 'Of')]([])": '.getPrototypeOf',
    "Object[key('getOwnProperty', 'Descriptor')]([], 'length')": '.getOwnPropertyDescriptor',
    "Array[key('proto', 'type')]": '.prototype',
    "'a'[key('locale', 'Compare')]('b')": '.localeCompare',
    "(1.5)[key('toLocale', 'String')]()": '.toLocaleString',
    "error[key('sta', 'ck')]": '.stack',
    "JSON.stringify(error, [key('sta', 'ck')])": '.stack',
    "(({})[key('__pro', 'to__')] = { planted: 1 })": '.__proto__',
    'asked + [1, 2][changing]': 2,
    "({ a: 7 })[key('', 'a')]": 7,
    '[5, 6][1]': 6,
    "JSON.stringify({ a: 1, b: 2 }, ['b'])": '{"b":2}',
    'JSON.stringify({ a: [1] }, null, 1)': '{\n "a": [\n  1\n ]\n}',
  };
  assert.deepEqual(await outcomes(Object.keys(escapes)), Object.values(escapes));
});

test('a script finds no way to the process, the network, the clock or chance', async () => {
  const names = {
    "globalThis['fet' + 'ch']('https://example.org');": ['1:1 globalThis'],
    "process['e' + 'nv'].HOME;": ['1:1 process'],
    "Reflect.get(Math, 'ran' + 'dom')();": ['1:1 Reflect', "1:13 Math without a function's name"],
    'new Proxy({}, {});': ['1:5 Proxy'],
    "({}).constructor.constructor('return process')();": ['1:6 .constructor', '1:18 .constructor'],
    "Math[['ran', 'dom'].join('')]();": ["1:1 Math without a function's name"],
    "Date[['n', 'ow'].join('')]();": ["1:1 Date without a function's name"],
    'Array.from = () => [];': ['1:1 assignment to Array'],
    'Math.count ??= 0;': ['1:1 assignment to Math'],
    'Object.assign(Error, { prepareStackTrace: 1 });': ['1:15 Error without "new"'],
    'class Own extends Error {}\nconst own = new Own() instanceof Error;': [],
  };
  for (const [text, expected] of Object.entries(names))
    assert.deepEqual((await refusals(text)).sort(), expected.sort(), text);
  const calls = [
    '(function () { return this; })()',
    '[1].map(function () { return this; })[0]',
    '(() => typeof this)()',
  ];
  assert.deepEqual(await outcomes(calls), [undefined, undefined, 'undefined']);
});

test('nothing of the language can be changed, or kept in it, for another analysis', async () => {
  const changes = [
    'Object.assign(Array, { from: () => 7 })',
    'Object.assign([].map, { kept: 7 })',
    "Object.defineProperty(Math.max, 'kept', { value: 7 })",
    "Object.defineProperty(JSON, 'parse', { value: 7 })",
  ];
  for (const said of await outcomes(changes)) {
    assert.match(String(said), /Cannot (assign to read only|add|define|redefine) property|not extensible/);
  }
  assert.deepEqual(await outcomes(['Array.from([1]).length', 'JSON.parse("2")']), [1, 2]);
});

test('a value that leads to a maker of code makes none, whoever asks it', async () => {
  await withFolder({ 'scripts/a.ts': 'export default 1;\n' }, async (root) => {
    await openScripts(root).load('scripts/a.ts');
    for (const kind of [() => 0, async () => 0, function* () {}, async function* () {}]) {
      assert.throws(() => kind.constructor('return process.pid'), /code cannot be made at run time here/);
    }
    assert.equal((() => {}).constructor.name, 'Function');
    assert.ok((() => {}) instanceof (() => {}).constructor);
  });
});

test('what is put around a key moves no place of an error', async () => {
  const script = `const rows = [[1], [2]];
export default (i: number) => { const [a] = rows[i]; const b = rows[rows[i][0]][i]; if (a) throw new Error('here'); return b; };
`;
  await withFolder({ 'scripts/a.ts': script }, async (root) => {
    const scripts = openScripts(root);
    const loaded = await scripts.load('scripts/a.ts');
    const run: (i: number) => unknown = Object(loaded).value;
    assert.throws(
      () => run(0),
      (error) => {
        const column = (script.split('\n')[1] ?? '').indexOf('new Error') + 1;
        assert.deepEqual(scripts.locate(error), { file: 'scripts/a.ts', line: 2, column });
        return true;
      },
    );
  });
});

test('each time it is loaded, a script has files of its own, as they are then', async () => {
  const files = {
    'scripts/a.ts': "import { count } from './parts/count.ts';\nexport default count;\n",
    'scripts/b.ts': "import { count } from './parts/count.ts';\nexport default count;\n",
    'scripts/parts/count.ts': 'let calls = 0;\nexport const count = () => ++calls;\n',
  };
  await withFolder(files, async (root) => {
    const scripts = openScripts(root);
    const load = async (path: string): Promise<() => number> => Object(await scripts.load(path)).value;
    const [a, b, again] = [
      await load('scripts/a.ts'),
      await load('scripts/b.ts'),
      await load('scripts/a.ts'),
    ];
    assert.deepEqual([a(), a(), b(), again()], [1, 2, 1, 1]);
    await writeFile(join(root, 'scripts/parts/count.ts'), 'export const count = () => 77;\n');
    assert.equal((await load('scripts/a.ts'))(), 77);
  });
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
