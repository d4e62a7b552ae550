import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { test } from 'node:test';
import { readSourceFile } from '../../src/data/read-source-file.ts';
import { importData } from '../../src/import-data.ts';
import { openFiles } from '../../src/system/open-files.ts';
import { openScripts } from '../../src/system/open-scripts.ts';

const FOLDER = '../shared/data';
const skip = existsSync(FOLDER)
  ? false
  : `SKIPPED: ${FOLDER} is not there, so nothing was compared with official files`;
const official = openFiles(resolve(FOLDER));

test('the committed extracts are byte for byte what the official files give', { skip }, async () => {
  const printed: string[] = [];
  const written: string[] = [];
  const code = await importData(
    { from: FOLDER, check: true },
    {
      sourceFiles: official,
      project: openFiles(resolve('.')),
      write: async (path) => void written.push(path),
      scripts: openScripts(resolve('.')),
      print: (line) => printed.push(line),
    },
  );
  assert.equal(code, 0, printed.slice(-6).join('\n'));
  assert.deepEqual(written, []);
});

test('the register of authorities has the declared successors and former codes', { skip }, async () => {
  const { AUTHORITY_CHANGES } = await import('../../scripts/import/authorities/authority-changes.ts');
  const file = 'lookup/mysociety_uk_local_authorities_current.csv';
  const { value } = await readSourceFile('test', file, (await official.read(file)) ?? new Uint8Array());
  const [header = [], ...rows] = value?.[0]?.rows ?? [];
  const at = (name: string) => header.indexOf(name);
  const cell = (row: readonly unknown[], name: string) => String(row[at(name)] ?? '');
  const gssOf = new Map(rows.map((row) => [cell(row, 'local-authority-code'), cell(row, 'gss-code')]));
  for (const { from, to, date, kind } of AUTHORITY_CHANGES.filter((change) => change.date > '2010')) {
    for (const code of from) {
      const ended = rows.find((row) => cell(row, 'gss-code') === code);
      const successors = ended
        ? cell(ended, 'replaced-by')
            .split(',')
            .map((id) => gssOf.get(id.trim()))
        : rows
            .filter((row) => cell(row, 'former-gss-codes').includes(code))
            .map((row) => cell(row, 'gss-code'));
      // The register gives Dorset one successor, though Christchurch, a part of it, went to another.
      const expected = code === 'E10000009' ? ['E06000059'] : to;
      assert.deepEqual(successors, expected, `${kind} of ${code} on ${date}`);
    }
  }
});
