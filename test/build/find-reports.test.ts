import assert from 'node:assert/strict';
import { test } from 'node:test';
import { chooseReports, findReports } from '../../src/build/find-reports.ts';
import { EncodingError } from '../../src/model/ports.ts';

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

test('a report that is not text is a fault of its own, and the others are found', async () => {
  const reports = await findReports({
    read: async () => undefined,
    readText: async (path) => {
      if (path.startsWith('reports/a/')) throw new EncodingError({ file: path, line: 2, column: 3 });
      return '---\ntitle: B\ndate: 2024-01-31\nanalyses: [x]\n---\n\nText\n';
    },
    list: async () => ['a/', 'b/'],
  });
  assert.deepEqual(
    reports.map(({ id, report, messages }) => [id, report !== undefined, messages.map(({ rule }) => rule)]),
    [
      ['a', false, ['build/not-utf-8']],
      ['b', true, []],
    ],
  );
});
