import assert from 'node:assert/strict';
import { test } from 'node:test';
import { warningAt } from '../../src/messages/rule.ts';
import type { Message } from '../../src/model/message.ts';
import type { FrontMatter, Report } from '../../src/model/report.ts';
import { checkFinal } from '../../src/trust/check-final.ts';
import { checkNotices } from '../../src/trust/check-notices.ts';
import { checkRelease } from '../../src/trust/check-release.ts';
import type { Approval, Lock } from '../../src/trust/lock.ts';
import type { LockCheck } from '../../src/trust/lock-check.ts';
import { samplePage } from '../page/sample-page.ts';

const ANNA: Approval = { name: 'Anna Sample', date: '2018-07-01' };
const BEN: Approval = { name: 'Ben Example', date: '2018-07-02' };

function report(front: Partial<FrontMatter> = {}): Report {
  const { report: sample } = samplePage('');
  return { ...sample, frontMatter: { ...sample.frontMatter, state: 'final', ...front } };
}

function lock(...approvals: Approval[]): LockCheck {
  const content: Lock = {
    report: 'sample',
    approvals,
    content: 'sha256:0',
    findings: {},
    claims: {},
    scripts: {},
    resources: {},
    tools: {},
    tables: {},
    paragraphs: [],
  };
  return { lock: content, figures: [], claims: [], paragraphs: [] };
}

const rules = (messages: readonly Message[]): string[] => messages.map(({ rule }) => rule);
const warning = (rule: string): Message =>
  warningAt(rule, { file: 'reports/sample/report.md', line: 9 }, { reason: 'x; expected y', remedy: 'z' });

test('a report that two people approved and nothing speaks against may be final', () => {
  assert.deepEqual(checkFinal(report(), [], lock(ANNA, BEN)), []);
});

test('a draft and a copy for review may have all that a final report may not', () => {
  const never: LockCheck = { lock: undefined, figures: [], claims: [], paragraphs: [] };
  for (const state of ['draft', 'review'] as const) {
    const numbers = [{ text: 'x', reason: 'todo' }];
    assert.deepEqual(checkFinal(report({ state, numbers }), [warning('chart/alt')], never), []);
  }
});

test('a warning keeps a report from being final; those of its lock are told as such', () => {
  const [message, ...others] = checkFinal(
    report(),
    [warning('chart/alt'), warning('lock/figure')],
    lock(ANNA, BEN),
  );
  assert.deepEqual(others, []);
  assert.equal(message?.reason, 'the report is final and has 1 warning (chart/alt); expected none');
  assert.equal(message?.cause?.place.line, 9);
});

test('no approval, and changes since, keep a report from being final', () => {
  const never = { ...lock(), lock: undefined };
  assert.deepEqual(rules(checkFinal(report(), [], never)), ['state/unapproved']);
  const changed: LockCheck = {
    ...lock(ANNA, BEN),
    paragraphs: [{ kind: 'edited', place: { file: 'x' }, before: 'a', after: 'b', figures: [] }],
  };
  const [message] = checkFinal(report(), [], changed);
  assert.match(message?.reason ?? '', /^the report is final and not as approved in 1 paragraph; expected/);
});

test('one person is one approver, however the name is written', () => {
  for (const approvals of [[], [ANNA], [ANNA, { name: ' anna  SAMPLE.', date: '2018-07-03' }]]) {
    assert.deepEqual(rules(checkFinal(report(), [], lock(...approvals))), ['state/approvers']);
  }
});

test('nobody approves after the day of publication', () => {
  const late = { ...BEN, date: '2018-07-06' };
  assert.deepEqual(rules(checkFinal(report(), [], lock(ANNA, late))), ['state/late-check']);
});

test('an exemption says why, in words', () => {
  for (const reason of ['-', 'TODO', 'to be confirmed', 'n/a', 'x y z', 'tbc with the team']) {
    const numbers = [{ text: 'six', reason }];
    assert.deepEqual(
      rules(checkFinal(report({ numbers }), [], lock(ANNA, BEN))),
      ['state/empty-reason'],
      reason,
    );
  }
  const numbers = [{ text: 'six', reason: 'a quotation from the source' }];
  assert.deepEqual(checkFinal(report({ numbers }), [], lock(ANNA, BEN)), []);
});

test('dates of a release agree with the day of publication', () => {
  const agrees = { embargo: '2018-07-05 09:30', next: '2018-08', preRelease: [] };
  assert.deepEqual(checkRelease(report({ release: agrees })), []);
  assert.deepEqual(checkRelease(report({ release: { next: 'none is planned', preRelease: [] } })), []);
  const release = { embargo: '2018-07-04 09:30', next: '2018-07', preRelease: [] };
  const qualityLog = [
    { date: '2018-07-05', name: 'B. Checker', check: 'figures' },
    { date: '2018-07-06', name: 'B. Checker', check: 'wording' },
  ];
  assert.deepEqual(rules(checkRelease(report({ release, qualityLog }))), [
    'state/embargo-day',
    'state/next-release',
    'state/late-check',
  ]);
});

test('a page says that it is no final one, that a later one replaces it, and that its records are made up', () => {
  const html = '<p class="state-bar state-progress" role="note">Draft</p>';
  const synthetic = '<p class="synthetic-bar" role="note"><svg></svg> These records are made up.</p>';
  const final = { state: 'final', supersededBy: null } as const;
  const draft = { state: 'draft', supersededBy: null } as const;
  const old = { state: 'draft', supersededBy: { title: 'Rates, 2019' } } as const;
  assert.deepEqual(checkNotices('', final, false, 'x.hbs'), []);
  assert.deepEqual(checkNotices(html + synthetic, draft, true, 'x.hbs'), []);
  assert.deepEqual(rules(checkNotices('', draft, true, 'x.hbs')), ['state/no-notice', 'state/no-notice']);
  assert.deepEqual(rules(checkNotices(html, old, false, 'x.hbs')), ['state/no-notice']);
  assert.deepEqual(rules(checkNotices('<p class="synthetic-bar"></p>', final, true, 'x.hbs')), [
    'state/no-notice',
  ]);
});
