import assert from 'node:assert/strict';
import { test } from 'node:test';
import { chooseReports } from '../../src/build/find-reports.ts';

const found = [{ id: 'rates', folder: 'reports/rates', report: undefined, messages: [] }];

test('a report that is not there is told with those that are', () => {
  const [message] = chooseReports(found, ['rate']).messages;
  assert.equal(message?.place.file, 'reports/rate/report.md');
  assert.match(message?.reason ?? '', /there is no report "rate"; expected one of rates/);
});

test('a path instead of an id is not taken for a folder to write', () => {
  for (const wanted of ['../x', 'reports/rates', '/etc/passwd', 'a b', '']) {
    const [message] = chooseReports(found, [wanted]).messages;
    assert.deepEqual(message?.place, { file: 'reports' }, wanted);
    assert.match(message?.reason ?? '', /cannot be the id of a report; expected one of rates/);
    assert.doesNotMatch(message?.remedy ?? '', /write reports/);
  }
});
