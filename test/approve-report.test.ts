/** A report is approved, then everything that can move its figures is moved, one thing at a time. */
import assert from 'node:assert/strict';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { approveReport } from '../src/approve-report.ts';
import type { BuildPorts } from '../src/build/build-ports.ts';
import { type BuildOptions, type BuiltReport, buildReports } from '../src/build.ts';
import { formatPlace } from '../src/messages/format-message.ts';
import { BrowserMissingError } from '../src/model/ports.ts';
import { type OpenWorld, openWorld } from '../src/open-world.ts';
import { makeProject, updateHashes } from './cases/project.ts';

const LOCK = 'reports/rates/findings.lock.json';
const REPORT = 'reports/rates/report.md';
const SCRIPT = 'scripts/rates.ts';

let world: OpenWorld;
/** The approved project; each test works on a copy. */
let approved: string;
let remove: () => void;

before(async () => {
  world = openWorld(import.meta.dirname);
  world.keepRWarm();
  const project = await makeProject();
  approved = project.root;
  remove = project.remove;
});
after(async () => {
  remove();
  await world.close();
});

function portsAt(root: string): BuildPorts {
  const ports = world.at(root).buildPorts({ noSandbox: false, progress: { phase() {} } });
  return { ...ports, browser: () => Promise.reject(new BrowserMissingError('none', 'none')) };
}

async function build(root: string, options?: BuildOptions): Promise<BuiltReport> {
  const { reports } = await buildReports([], portsAt(root), options);
  assert.ok(reports[0]);
  return reports[0];
}

async function approve(root: string, name: string, date = '2026-01-02') {
  const lines: string[] = [];
  const code = await approveReport(
    { report: 'rates', approval: { name, date }, privateKey: undefined },
    {
      ...portsAt(root),
      ...world.at(root).approvePorts(),
      print: (text) => lines.push(text),
    },
  );
  return { code, text: lines.join('\n') };
}

/** What is said of the lock: place and rule, and the reason. */
function lockMessages({ messages }: BuiltReport): { at: string; severity: string; reason: string }[] {
  return messages
    .filter(({ rule }) => rule.startsWith('lock/'))
    .map(({ place, rule, severity, reason }) => ({
      at: `${formatPlace(place)} ${rule}`,
      severity,
      reason: reason.replaceAll('\u00a0', ' '),
    }));
}

type Change = readonly [file: string, from: string, to: string];

async function changed(changes: readonly Change[], use: (root: string) => Promise<void>): Promise<void> {
  const root = mkdtempSync(join(tmpdir(), 'plumbline-lock-'));
  cpSync(approved, root, { recursive: true });
  try {
    for (const [file, from, to] of changes) {
      const text = readFileSync(join(root, file), 'utf8');
      assert.ok(text.includes(from), `${from} stands in ${file}`);
      writeFileSync(join(root, file), text.replace(from, to));
    }
    await updateHashes(root);
    await use(root);
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

const MORE_CHILDREN: Change = ['data/rates.csv', 'A1,Northshire,2020,120', 'A1,Northshire,2020,126'];

test('only what can be read is approved; a second person approves the same, and each counts once', async () => {
  const unread = await approve(approved, 'A. Reader');
  assert.equal(unread.code, 1);
  assert.match(unread.text, /there is no edition, so that nobody can have read it/);
  assert.equal(existsSync(join(approved, LOCK)), false);

  const refused = await build(approved, { locked: true });
  assert.deepEqual(
    lockMessages(refused).map(({ at, severity }) => [at, severity]),
    [[`${LOCK} lock/not-approved`, 'error']],
  );
  const first = await build(approved);
  assert.deepEqual(lockMessages(first), []);
  assert.match(first.notes.join(), /not approved yet/);

  assert.equal((await approve(approved, 'A. Reader')).code, 0);
  assert.equal((await approve(approved, 'B. Checker', '2026-01-03')).code, 0);
  const last = await approve(approved, 'A. Reader', '2026-01-04');
  assert.match(last.text, /2 figures, 1 claim, \d+ paragraphs approved by B. Checker and A. Reader/);
  const { approvals } = JSON.parse(readFileSync(join(approved, LOCK), 'utf8'));
  assert.deepEqual(approvals, [
    { date: '2026-01-03', name: 'B. Checker' },
    { date: '2026-01-04', name: 'A. Reader' },
  ]);
});

test('an approved report builds with --locked, and says nothing of its lock', async () => {
  const built = await build(approved, { locked: true });
  assert.equal(built.ending, 'web-only');
  assert.deepEqual(lockMessages(built), []);
  assert.deepEqual(built.notes, []);
});

test('new data: which figure, by how much and why, and exactly the paragraphs that show it', async () => {
  await changed([MORE_CHILDREN], async (root) => {
    const built = await build(root);
    assert.equal(built.ending, 'web-only');
    const said = lockMessages(built);
    assert.deepEqual(
      said.map(({ at }) => at),
      [
        'scripts/rates.ts:19 lock/figure-changed',
        `${REPORT}:5:13 lock/read-again`,
        `${REPORT}:13:5 lock/read-again`,
        `${REPORT}:21:1 lock/read-again`,
        `${REPORT}:25:1 lock/read-again`,
        `${REPORT}:27:1 lock/read-again`,
      ],
    );
    assert.ok(said.every(({ severity }) => severity === 'warning'));
    assert.match(
      said[0]?.reason ?? '',
      /"mean-rate" is 58\.9 per 10,000, approved as 57\.9 per 10,000 \(\+1\.0 per 10,000\)\. Why: data: rates;/,
    );
    assert.match(said[3]?.reason ?? '', /reads "The mean of three areas is 58\.9 .*approved as .* 57\.9 /);
    assert.match(said[5]?.reason ?? '', /shows other data than when it was approved \(table rates\)/);

    const { lock } = JSON.parse(readFileSync(join(root, 'output/rates/manifest.json'), 'utf8'));
    assert.equal(lock.agrees, false);
    assert.deepEqual(
      lock.figures.map(({ id, why }: { id: string; why: string }) => [id, why]),
      [['mean-rate', 'data: rates']],
    );
    assert.deepEqual(
      lock.paragraphs.map(({ line }: { line: number }) => line),
      [5, 13, 21, 25, 27],
    );

    const locked = await build(root, { locked: true });
    assert.equal(locked.ending, 'kept');
    assert.ok(lockMessages(locked).every(({ severity }) => severity === 'error'));

    assert.match((await approve(root, 'C. Third')).text, /approved by C. Third\n.*earlier approvals lapse/);
    assert.deepEqual(lockMessages(await build(root, { locked: true })), []);
  });
});

test('another script, method or rounding is named as such; figures that stay need no word', async () => {
  const script: Change = [SCRIPT, "name: 'rates', key", "name: 'rates' , key"];
  await changed([script], async (root) => {
    assert.deepEqual(lockMessages(await build(root, { locked: true })), []);
  });
  const rounded: Change = [SCRIPT, 'decimals: 1,\n          n:', 'decimals: 2,\n          n:'];
  const method: Change = [SCRIPT, 'Arithmetic mean of the rates', 'Mean of the rates'];
  await changed([rounded, method], async (root) => {
    const [figure] = lockMessages(await build(root));
    assert.match(
      figure?.reason ?? '',
      /is 57\.94 per 10,000, approved as 57\.9 per 10,000.* Why: script: scripts\/rates\.ts; method: method; rounding: decimals 1 → 2;/,
    );
  });
});

test('a moved paragraph stays signed, an edited one is told as edited and stops nothing', async () => {
  const claim = '{{#claim "mean-over-fifty"}}It lies above the level that was set.{{/claim}}';
  const mean = 'The mean of {{finding "areas" as="words"}} areas is {{finding "mean-rate"}}.';
  const swap: Change = [REPORT, `${mean}\n\n${claim}`, `${claim}\n\n${mean}`];
  await changed([swap], async (root) => {
    assert.deepEqual(lockMessages(await build(root, { locked: true })), []);
  });
  await changed([[REPORT, 'that was set', 'that had been set']], async (root) => {
    const built = await build(root, { locked: true });
    assert.equal(built.ending, 'web-only');
    assert.deepEqual(
      lockMessages(built).map(({ at, severity }) => [at, severity]),
      [[`${REPORT}:23:1 lock/edited`, 'warning']],
    );
  });
});

test('a claim that new data refute: its line, the statement, the values, and what changed since the approval', async () => {
  const fewer: Change = ['data/rates.csv', 'A1,Northshire,2020,120', 'A1,Northshire,2020,60'];
  await changed([fewer], async (root) => {
    const { messages, ending } = await build(root);
    assert.equal(ending, 'kept');
    const failed = messages.find(({ rule }) => rule === 'markup/claim-does-not-hold');
    assert.equal(formatPlace(failed?.place ?? { file: '' }), `${REPORT}:23:1`);
    assert.match(
      (failed?.reason ?? '').replaceAll('\u00a0', ' '),
      /The mean rate is above 50.*mean-rate is 48\.4 per 10,000, 57\.9 per 10,000 when last approved \(data: rates\)/,
    );
    const claim = messages.find(({ rule }) => rule === 'lock/claim-changed');
    assert.match(
      claim?.reason ?? '',
      /"mean-over-fifty" is not as approved: it no longer holds\. Why: data: rates/,
    );
  });
});

test('a lock that was edited by hand is approved by nobody; one that is no lock stops the build', async () => {
  await changed([[LOCK, '57.9', '58.9']], async (root) => {
    const rules = lockMessages(await build(root, { locked: true })).map(({ at }) => at.split(' ')[1]);
    assert.ok(rules.includes('lock/edited-by-hand'));
    assert.ok(rules.includes('lock/not-approved'));
  });
  await changed([[LOCK, '{', '<<<<<<< HEAD\n{']], async (root) => {
    const built = await build(root);
    assert.equal(built.ending, 'kept');
    assert.deepEqual(
      lockMessages(built).map(({ at }) => at),
      [`${LOCK} lock/broken`],
    );
  });
});
