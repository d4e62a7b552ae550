import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseDataPackage } from '../../src/data/parse-data-package.ts';
import { DEFAULT_RECORDS } from '../../src/model/disclosure.ts';

function parse(confidential: unknown, path = 'records.csv') {
  const isTable = path.endsWith('.csv');
  const resource = {
    name: 'records',
    path,
    title: 'Invented records',
    sources: [{ title: 'Nobody' }],
    ...(isTable ? { schema: { fields: [{ name: 'id', type: 'string' }], primaryKey: 'id' } } : {}),
    confidential,
  };
  const text = JSON.stringify({
    name: 'invented',
    title: 'Invented',
    version: '1.0.0',
    licenses: [{ name: 'CC0-1.0', title: 'CC0', path: 'https://example.org' }],
    resources: [resource],
  });
  const { value, messages } = parseDataPackage('data/datapackage.json', text);
  return { rules: value?.resources[0]?.confidential, reasons: messages.map(({ reason }) => reason) };
}

test('true stands for the defaults, and what is not named is as they say', () => {
  assert.deepEqual(parse(true), { rules: DEFAULT_RECORDS, reasons: [] });
  assert.deepEqual(parse({ threshold: 20 }).rules, { ...DEFAULT_RECORDS, threshold: 20 });
  assert.deepEqual(parse({ rounding: 5 }).rules, { ...DEFAULT_RECORDS, rounding: 5 });
});

test('false and nothing leave a dataset as it is', () => {
  assert.deepEqual(parse(false), { rules: undefined, reasons: [] });
  assert.deepEqual(parse(undefined), { rules: undefined, reasons: [] });
});

test('a rule may be tightened, not loosened', () => {
  for (const [looser, expected] of [
    [{ threshold: 5 }, 'threshold is 5; expected a whole number of 10 or more'],
    [{ dominance: { share: 0.95 } }, 'dominance.share is 0.95; expected a share above 0 and up to 0.9'],
    [{ pRatio: 0.05 }, 'pRatio is 0.05; expected a ratio from 0.1 to 1'],
    [{ rounding: 3 }, 'rounding is 3; expected a whole number of 5 or more, or null'],
  ] as const) {
    assert.deepEqual(parse(looser).reasons, [`resources[0].confidential.${expected}`]);
  }
  assert.deepEqual(parse({ dominance: { share: 0.8 }, pRatio: 0.2 }).reasons, []);
});

test('a qualitative project names its own rule', () => {
  const rule = { consent: 'agreed', authorities: { variable: 'authority', least: 3 } };
  assert.deepEqual(parse(rule, 'talks.qdpx'), { rules: rule, reasons: [] });
  assert.match(parse(true, 'talks.qdpx').reasons[0] ?? '', /names its own rule/);
  assert.match(parse({ ...rule, authorities: { least: 1 } }, 'talks.qdpx').reasons[0] ?? '', /2 or more/);
});
