import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { QualProject } from '../../src/model/qual.ts';
import { checkQuote } from '../../src/qual/check-quote.ts';

const place = { file: 'report.md', line: 3, column: 1 };

/** Invented cases: one source each, by authority and role. */
function projectOf(
  cases: readonly { readonly authority: string; readonly role: string; readonly agreed: boolean }[],
  authorities: NonNullable<QualProject['confidential']>['authorities'],
): ReadonlyMap<string, QualProject> {
  const project = {
    name: 'invented',
    origin: '',
    users: [],
    codes: [],
    variables: [],
    notes: [],
    confidential: { consent: 'agreed', authorities },
    cases: cases.map((values, at) => ({
      guid: `case-${at}`,
      name: `P${at}`,
      description: '',
      values,
      codes: [],
      sources: [`source-${at}`],
      selections: [],
    })),
    sources: cases.map((_, at) => ({
      guid: `source-${at}`,
      name: `P${at}`,
      description: '',
      text: 'It was quiet.',
      selections: [],
      codings: [],
      values: {},
      notes: [],
    })),
  };
  return new Map([['invented', project as unknown as QualProject]]);
}

const quote = { source: 'P0', sourcePlace: place, project: undefined, text: 'It was quiet.', place };
const person = (authority: string, role = 'head', agreed = true) => ({ authority, role, agreed });

test('a confidential project is quoted where those who agreed are of enough authorities', () => {
  const rule = { variable: 'authority', least: 3 };
  const enough = projectOf([person('a'), person('b'), person('d')], rule);
  assert.deepEqual(checkQuote(quote, enough), []);
  const few = projectOf([person('a'), person('b'), person('b'), person('d', 'head', false)], rule);
  assert.deepEqual(
    checkQuote(quote, few).map(({ rule: id, place: at }) => [id, at.line]),
    [['qual/few-authorities', 3]],
  );
});

test('what is told of a participant narrows whose words they could be', () => {
  const rule = { variable: 'authority', within: 'role', least: 2 };
  const heads = projectOf([person('a'), person('b', 'officer'), person('d', 'officer')], rule);
  assert.deepEqual(
    checkQuote(quote, heads).map(({ rule: id }) => id),
    ['qual/few-authorities'],
  );
});

test('without a variable each case is of an authority of its own', () => {
  const cases = [person('a'), person('a'), person('a')];
  assert.deepEqual(checkQuote(quote, projectOf(cases, { least: 3 })), []);
  assert.equal(checkQuote(quote, projectOf(cases, { least: 4 })).length, 1);
});

test('consent is the variable that the rule names', () => {
  const cases = [person('a', 'head', false), person('b'), person('d')];
  const messages = checkQuote(quote, projectOf(cases, { least: 2 }));
  assert.deepEqual(
    messages.map(({ rule }) => rule),
    ['qual/no-consent'],
  );
  assert.match(messages[0]?.reason ?? '', /agreed = false/);
});
