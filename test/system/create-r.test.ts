import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, test } from 'node:test';
import { setTimeout } from 'node:timers/promises';
import { type R, type RArgument, RError } from '../../src/model/ports.ts';
import type { Table } from '../../src/model/table.ts';
import { createR } from '../../src/system/create-r.ts';
import { startR } from '../../src/system/start-r.ts';
import { childProcesses } from './child-processes.ts';

const engine = startR();
after(() => engine.close());

/** A session with the functions of one R file. */
const session = (text: string, id = 'test'): Promise<R> =>
  createR(engine, id, [{ file: 'scripts/test.R', text }]);

/** What a function's body gives for its arguments. */
async function evaluate(body: string, args: Readonly<Record<string, RArgument>> = {}) {
  const r = await session(`f <- function(${Object.keys(args).join(', ')}) {\n  ${body}\n}\n`);
  return r.call('f', args);
}

/** The error of a function's body. */
async function failure(body: string): Promise<RError> {
  const error = await evaluate(body).then(
    () => assert.fail(`${body} did not fail`),
    (reason: unknown) => reason,
  );
  assert.ok(error instanceof RError, String(error));
  return error;
}

/** Invented areas. */
const TABLE: Table = {
  name: 'rates',
  key: ['area'],
  fields: [
    { name: 'area', type: 'string' },
    { name: 'rate', type: 'number' },
    { name: 'children', type: 'integer' },
    { name: 'final', type: 'boolean' },
  ],
  rows: [
    { area: 'Northby', rate: 0.1 + 0.2, children: 410, final: true },
    { area: 'Éastham "x"', rate: { symbol: 'c' }, children: null, final: false },
    { area: null, rate: 5e-324, children: 9007199254740991, final: null },
  ],
};

test('R is the version that the lockfile brings', async () => {
  assert.equal(await engine.version(), '4.6.0');
});

test('a table is a data frame of doubles, texts and truth values, and comes back digit for digit', async () => {
  assert.deepEqual(await evaluate('d', { d: TABLE }), [
    { area: 'Northby', rate: 0.1 + 0.2, rate_symbol: null, children: 410, final: true },
    { area: 'Éastham "x"', rate: null, rate_symbol: 'c', children: null, final: false },
    { area: null, rate: 5e-324, rate_symbol: null, children: 9007199254740991, final: null },
  ]);
  const classes = 'c(class(d), sapply(d, typeof), nrow(d))';
  const expected = ['data.frame', 'character', 'double', 'character', 'double', 'logical', '3'];
  assert.deepEqual(await evaluate(classes, { d: TABLE }), expected);
});

test('vectors, lists and data frames of any length come back as documented', async () => {
  assert.deepEqual(
    await evaluate(`list(
      one = 1, text = "é", yes = TRUE, whole = 3L, nothing = NULL, missing = NA, several = c(a = 1, b = NA),
      empty = character(0), unnamed = list(1, "a"), nested = list(a = list(b = 2)), none = list(),
      day = as.Date("2025-03-31"), group = factor(c("x", "y")), row = data.frame(a = 1, b = "c"),
      rows = data.frame(a = numeric(0)), large = Inf
    )`),
    {
      ...{ one: 1, text: 'é', yes: true, whole: 3, nothing: null, missing: null, several: [1, null] },
      ...{ empty: [], unnamed: [1, 'a'], nested: { a: { b: 2 } }, none: [] },
      ...{ day: '2025-03-31', group: ['x', 'y'], row: [{ a: 1, b: 'c' }], rows: [], large: Infinity },
    },
  );
});

test('arguments are values, never code', async () => {
  const evil = `"); stop("injected"); ("`;
  assert.deepEqual(
    await evaluate('list(x, n, v, s, e)', { x: evil, n: -0.5, v: [1, null], s: ['a', null], e: [] }),
    [evil, -0.5, [1, null], ['a', null], []],
  );
});

test('what has no plain form is refused with its place in the result', async () => {
  assert.match(
    (await failure('list(fit = lm(y ~ x, data.frame(x = 1:3, y = 1:3)))')).message,
    /^f\$fit is of class lm/,
  );
  assert.match((await failure('matrix(1, 2, 2)')).message, /^f is of class matrix, array/);
  assert.match((await failure('list(1, mean)')).message, /^f\[\[2\]\] is of class function/);
  assert.match((await failure('list(p = c(1, 0 / 0))')).message, /^f\$p holds NaN/);
});

test("an error has R's message, our call, R's call and the place in the R file", async () => {
  const r = await session(
    'check <- function(d, limit) {\n  within_limit(d$rate[1], limit)\n}\n\nwithin_limit <- function(x, limit) {\n  if (x < limit) stop("the rate is below ", limit)\n}\n',
  );
  await assert.rejects(r.call('check', { d: TABLE, limit: 5 }), (error) => {
    assert.ok(error instanceof RError);
    assert.equal(error.message, 'the rate is below 5');
    assert.equal(error.call, 'check(d = <3 rows>, limit = 5)');
    assert.equal(error.innerCall, 'within_limit(d$rate[1], limit)');
    assert.deepEqual(error.place, { file: 'scripts/test.R', line: 6, column: 3 });
    return true;
  });
});

test("an error inside R's own functions has the place from which ours called them", async () => {
  const error = await failure('lm(y ~ x, data.frame(x = 1))');
  assert.match(error.message, /object 'y' not found|invalid type/);
  assert.deepEqual(error.place, { file: 'scripts/test.R', line: 2, column: 3 });
});

test('warnings are collected with both calls, and do not stop anything', async () => {
  const r = await session('root <- function(x) list(root = log(x), given = as.numeric("a"))\n');
  assert.deepEqual(await r.call('root', { x: 1 }), { root: 0, given: null });
  await assert.rejects(r.call('root', { x: -1 }), /NaN/);
  const place = { file: 'scripts/test.R', line: 1, column: 9 };
  const coerced = { message: 'NAs introduced by coercion', innerCall: 'root(x = x)', place };
  assert.deepEqual(r.warnings, [
    { ...coerced, call: 'root(x = 1)' },
    { message: 'NaNs produced', innerCall: 'log(x)', place, call: 'root(x = -1)' },
    { ...coerced, call: 'root(x = -1)' },
  ]);
});

test('a file that cannot be parsed is an error at its place', async () => {
  await assert.rejects(session('x <- 1\ny <- (2 +* 3)\n'), (error) => {
    assert.ok(error instanceof RError);
    assert.equal(error.message, "unexpected '*'");
    assert.deepEqual(error.place, { file: 'scripts/test.R', line: 2, column: 10 });
    return true;
  });
  await assert.rejects(session('f <- function() {\n'), (error) => {
    assert.ok(error instanceof RError);
    assert.deepEqual(error.place, { file: 'scripts/test.R', line: 2, column: 1 });
    return true;
  });
});

test('a file that fails while it is read is an error at its place', async () => {
  await assert.rejects(session('x <- 1\n\n  library(survival)\n'), (error) => {
    assert.ok(error instanceof RError);
    assert.match(error.message, /no package called ‘survival’/);
    assert.deepEqual(error.place, { file: 'scripts/test.R', line: 3, column: 3 });
    return true;
  });
});

test('a function that no file defines is an error that lists those that are', async () => {
  const r = await session('fit_model <- function() 1\nsummarise <- function() 2\n');
  await assert.rejects(r.call('fit_modle', {}), /no function "fit_modle".*they define fit_model, summarise/);
  await assert.rejects(r.call('mean', { x: 1 }), /no function "mean"/);
});

test('random numbers follow from the analysis alone', async () => {
  const draw = async (id: string) =>
    (await session('draw <- function() c(runif(1), rnorm(1), sample(9, 1))', id)).call('draw', {});
  const first = await draw('care-trends');
  assert.deepEqual(await draw('care-trends'), first);
  assert.notDeepEqual(await draw('another'), first);
});

test('random numbers do not depend on what another session does in between', async () => {
  const text = 'draw <- function() runif(2)\n';
  const alone = await session(text, 'alone');
  const expected = [await alone.call('draw', {}), await alone.call('draw', {})];
  const first = await session(text, 'alone');
  const draws = [await first.call('draw', {})];
  const second = await session(text, 'other');
  await second.call('draw', {});
  draws.push(await first.call('draw', {}));
  assert.deepEqual(draws, expected);
});

test('sessions do not see each other', async () => {
  const first = await session('secret <- 42\nset <- function() secret <<- 43\nget_it <- function() secret\n');
  await first.call('set', {});
  const second = await session('look <- function() exists("secret")\n');
  assert.equal(await second.call('look', {}), false);
  assert.equal(await first.call('get_it', {}), 43);
});

test('R sorts by code unit, in UTC, whatever the machine says', async () => {
  assert.deepEqual(await evaluate('sort(x)', { x: ['b', 'a', 'é', 'B'] }), ['B', 'a', 'b', 'é']);
  assert.deepEqual(await evaluate('c(Sys.timezone(), Sys.getenv("TZ"))'), ['UTC', 'UTC']);
  assert.equal(await evaluate('nchar(toupper("é"))'), 1);
});

test('R has no clock', async () => {
  for (const call of [
    ...['Sys.time()', 'Sys.Date()', 'date()', 'base::Sys.time()', 'get("date", baseenv())()', 'proc.time()'],
    ...['system.time(1)', 'Sys.sleep(0)'],
  ]) {
    const error = await failure(call);
    assert.match(error.message, /no clock/, call);
    assert.deepEqual(error.place, { file: 'scripts/test.R', line: 2, column: 3 }, call);
  }
  const stands = [
    ...['.Internal(Sys.time())', 'as.numeric(as.POSIXct(strptime("00:00", "%H:%M", "UTC")))'],
    '{ writeLines("", "/tmp/now"); as.numeric(file.info("/tmp/now")$mtime) }',
  ];
  for (const call of stands) assert.equal(await evaluate(call), 0, call);
});

test('R draws lots from the seed of the analysis alone', async () => {
  const error = await failure('set.seed(NULL)');
  assert.match(error.message, /set\.seed\(NULL\) asks for chance; expected a number/);
  assert.deepEqual(error.place, { file: 'scripts/test.R', line: 2, column: 3 });
  assert.equal(await evaluate('{ set.seed(3); runif(1) }'), 0.16804152633994818);
  assert.deepEqual(await evaluate('readBin("/dev/urandom", "integer", 2)'), [0, 0]);
  // What R takes from the time of its start is the same in every process.
  const body =
    '{ name <- tempfile(); rm(.Random.seed, envir = globalenv()); list(name, runif(1), Sys.getpid()) }';
  const draws = async () => {
    const other = startR();
    try {
      const text = `f <- function() ${body}`;
      return await (await createR(other, 'test', [{ file: 'scripts/test.R', text }])).call('f', {});
    } finally {
      other.close();
    }
  };
  assert.deepEqual(await draws(), await draws());
});

test('R cannot be ended by a script, and says where it was asked to', async () => {
  for (const call of ['q()', 'quit("no")', 'base::quit(status = 3)']) {
    const error = await failure(call);
    assert.match(error.message, /R cannot be ended from a script; let the function return/, call);
    assert.deepEqual(error.place, { file: 'scripts/test.R', line: 2, column: 3 }, call);
  }
  assert.equal(await evaluate('1'), 1);
});

test('R makes no JavaScript, whichever way it asks', async () => {
  for (const way of [
    'webr::eval_js("1 + 1")',
    '.Call(webr:::ffi_eval_js, "1 + 1", FALSE)',
    '.Call("ffi_eval_js", "1 + 1", FALSE, PACKAGE = "webr")',
    '.Call(getDLLRegisteredRoutines("webr")$.Call$ffi_eval_js, "1 + 1", FALSE)',
    '.Call("ffi_eval_js", "1 + 1", TRUE, PACKAGE = "webr")',
  ]) {
    assert.equal(
      await evaluate(way).catch((error: RError) => error.name),
      way.includes('webr:') ? 'RError' : null,
      way,
    );
  }
  assert.equal(await evaluate('{ library(splines); library(methods); ncol(bs(1:10)) + solve(2)[1] }'), 3.5);
});

test("R sees none of this machine's files or variables", async () => {
  assert.deepEqual(await evaluate('file.exists(c("/etc/passwd", "/work", "/proc/self/environ"))'), [
    false,
    false,
    false,
  ]);
  assert.equal(await evaluate('Sys.getenv("HOME")'), '/home/web_user');
  assert.match((await failure('webr::mount("/tmp", "/etc", type = "NODEFS")')).message, /no files here/);
});

test('R fetches nothing: no package, no file, no page', async () => {
  let visits = 0;
  const server = createServer((_, response) => response.end(String(visits++)));
  server.on('connection', () => visits++);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  try {
    assert.match((await failure('install.packages("survival")')).message, /no network/);
    assert.match((await failure('utils::install.packages("survival")')).message, /no network/);
    assert.match((await failure('webr::install("survival")')).message, /no network/);
    assert.match((await failure(`download.file("${url}", "x")`)).message, /no network/);
    await assert.rejects(evaluate(`readLines("${url}")`), RError);
    assert.match((await failure('socketConnection(port = 9)')).message, /no network/);
    await assert.rejects(evaluate(`readLines(url("${url}"))`), RError);
    assert.equal(visits, 0);
  } finally {
    server.close();
  }
});

test('R that does not end is stopped, and says so', async () => {
  const other = startR();
  const r = await createR(
    other,
    'test',
    [{ file: 'scripts/test.R', text: 'f <- function() repeat {}' }],
    500,
  );
  await assert.rejects(r.call('f', {}), (error) => {
    assert.ok(error instanceof RError);
    assert.match(error.message, /longer than 500 ms and was stopped/);
    assert.equal(error.call, 'f()');
    return true;
  });
  await assert.rejects(r.call('f', {}), RError);
});

test('R ends with the program that started it, however that ends', {
  skip: process.platform !== 'linux',
}, async () => {
  const module = new URL('../../src/system/start-r.ts', import.meta.url).href;
  const text = `import { startR } from '${module}'; await startR().version(); console.log('ready'); setInterval(() => {}, 1000)`;
  const program = spawn(process.execPath, ['--input-type=module', '-e', text], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await once(program.stdout, 'data');
  const [r] = childProcesses(program.pid ?? 0);
  assert.ok(r !== undefined);
  program.kill('SIGKILL');
  for (let tries = 0; tries < 100 && existsSync(`/proc/${r}`); tries++) await setTimeout(50);
  assert.equal(existsSync(`/proc/${r}`), false);
});

test('a program that only started R comes to its own end', async () => {
  const module = new URL('../../src/system/start-r.ts', import.meta.url).href;
  const text = `import { startR } from '${module}'; startR();`;
  const program = spawn(process.execPath, ['--input-type=module', '-e', text], { stdio: 'inherit' });
  assert.deepEqual(await once(program, 'exit'), [0, null]);
});

test("the product's own functions are there without a file, and no session can change them", async () => {
  const r = await createR(engine, 'test', []);
  const answer = await r.call('plumbline_mean_interval', { x: [1, 2, 3], level: 0.95 });
  assert.equal((answer as { estimate: number }).estimate, 2);
  const other = await session(
    'f <- function() plumbline_mean_interval(1:3)$n\ng <- function() { plumbline_mean_interval <<- NULL }\n',
  );
  assert.equal(await other.call('f', {}), 3);
  await assert.rejects(other.call('g', {}), /cannot change value of locked binding/);
});

test("an error in the product's functions has the place of the line that called them", async () => {
  const r = await session('f <- function() {\n  plumbline_mean_interval("a")\n}\n');
  await assert.rejects(r.call('f', {}), (error) => {
    assert.ok(error instanceof RError);
    assert.deepEqual(error.place, { file: 'scripts/test.R', line: 2, column: 3 });
    return true;
  });
});
