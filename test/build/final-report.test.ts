/** The way from a draft to a final report, whole: what each step lacks stops it, and nothing else does. */
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { approveReport } from '../../src/approve-report.ts';
import { type BuiltReport, buildReports } from '../../src/build.ts';
import { BrowserMissingError } from '../../src/model/ports.ts';
import { type OpenWorld, openWorld } from '../../src/open-world.ts';
import { makeProject } from '../cases/project.ts';

const REPORT = 'reports/rates/report.md';

let world: OpenWorld;
let root: string;
let remove: () => void;

before(async () => {
  world = openWorld(import.meta.dirname);
  world.keepRWarm();
  ({ root, remove } = await makeProject());
});
after(async () => {
  remove();
  await world.close();
});

function ports() {
  const opened = world.at(root).buildPorts({ noSandbox: false, progress: { phase() {} } });
  return { ...opened, browser: () => Promise.reject(new BrowserMissingError('none', 'none')) };
}

function write(from: string, to: string): void {
  const text = readFileSync(join(root, REPORT), 'utf8');
  assert.ok(text.includes(from));
  writeFileSync(join(root, REPORT), text.replace(from, to));
}

async function build(): Promise<BuiltReport> {
  const { reports } = await buildReports([], ports());
  assert.ok(reports[0]);
  return reports[0];
}

/** What keeps the report from being final. */
async function lacks(): Promise<readonly string[]> {
  const { messages, ending } = await build();
  const rules = messages.map(({ rule }) => rule).filter((rule) => rule.startsWith('state/'));
  assert.equal(ending, rules.length === 0 ? 'web-only' : 'kept');
  return rules;
}

async function approve(name: string): Promise<void> {
  const approval = { name, date: '2024-01-30' };
  const said: string[] = [];
  const print = (text: string) => said.push(text);
  const options = { report: 'rates', approval, privateKey: undefined };
  const code = await approveReport(options, { ...ports(), ...world.at(root).approvePorts(), print });
  assert.equal(code, 0, said.join('\n'));
}

test('a report is final once two different people have approved it as it is', async () => {
  write('date: 2024-01-31', 'date: 2024-01-31\nstate: final');
  assert.deepEqual(await lacks(), ['state/unapproved']);
  write('state: final', 'state: review');
  await build();
  await approve('Anna Sample');
  write('state: review', 'state: final');
  assert.deepEqual(await lacks(), ['state/approvers']);
  write('state: final', 'state: review');
  await build();
  await approve('Ben Example');
  write('state: review', 'state: final');
  assert.deepEqual(await lacks(), []);
  const page = readFileSync(join(root, 'output/rates/rates.html'), 'utf8');
  assert.match(page, /<meta name="plumbline:state" content="final">/);
  const manifest = JSON.parse(readFileSync(join(root, 'output/rates/manifest.json'), 'utf8'));
  assert.equal(manifest.state, 'final');
});

test('words that change after the approvals make it none', async () => {
  write('It lies above the level that was set.', 'It lies well above the level that was set.');
  assert.deepEqual(await lacks(), ['state/unapproved']);
});
