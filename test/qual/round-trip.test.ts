import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { validateXML } from 'xmllint-wasm';
import type { QualProject } from '../../src/model/qual.ts';
import { readQde, readQdpx } from '../../src/qual/read-project.ts';
import { writeQde } from '../../src/qual/write-qde.ts';
import { writeQdpx } from '../../src/qual/write-qdpx.ts';
import { SAMPLE } from './sample-project.ts';

const SCHEMA = '../shared/data/refi_qda/openqda-refi-tools/Project.xsd';
const EXCHANGED = '../shared/data/refi_qda/sky-loom';
const skip = existsSync(SCHEMA)
  ? false
  : `SKIPPED: ${SCHEMA} is not there, so nothing was checked against the standard's schema`;

async function schemaErrors(xml: string): Promise<readonly string[]> {
  const { errors } = await validateXML({
    xml: [{ fileName: 'project.qde', contents: xml }],
    schema: [readFileSync(SCHEMA, 'utf8')],
  });
  return errors.map(({ message }) => message);
}

const bytesOf = (text: string) => new TextEncoder().encode(text);

describe('a project written and read again', () => {
  test('is the same, from an archive and from a single file', () => {
    assert.deepEqual(readQdpx('a.qdpx', writeQdpx(SAMPLE)), { value: SAMPLE, messages: [] });
    assert.deepEqual(readQde('a.qde', bytesOf(writeQde(SAMPLE))), { value: SAMPLE, messages: [] });
  });

  test('always gives the same bytes', () => {
    assert.deepEqual(writeQdpx(SAMPLE), writeQdpx(structuredClone(SAMPLE)));
  });

  test('is valid by the schema of the standard', { skip }, async () => {
    assert.deepEqual(await schemaErrors(writeQde(SAMPLE, 'beside')), []);
    assert.deepEqual(await schemaErrors(writeQde(SAMPLE)), []);
    const empty = { ...SAMPLE, users: [], codes: [], variables: [], cases: [], sources: [], notes: [] };
    assert.deepEqual(await schemaErrors(writeQde(empty)), []);
  });

  test('keeps any words, names, positions and values', () => {
    const words = fc
      .string({ unit: 'binary' })
      .filter((text) => !/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u.test(text));
    fc.assert(
      fc.property(words, words, fc.double({ noNaN: true, noDefaultInfinity: true }), (name, text, years) => {
        const [source] = SAMPLE.sources;
        const [one] = SAMPLE.cases;
        assert.ok(source && one);
        const project: QualProject = {
          ...SAMPLE,
          name,
          sources: [{ ...source, name, text, selections: [], description: text }],
          cases: [{ ...one, name, description: text, values: { group: text, years: years + 0 } }],
        };
        assert.deepEqual(readQdpx('a.qdpx', writeQdpx(project)), { value: project, messages: [] });
        const inside = readQde('a.qde', bytesOf(writeQde(project)));
        assert.deepEqual(inside, { value: project, messages: [] });
      }),
      { seed: 20_181_101, numRuns: 100 },
    );
  });

  test('refuses to write what XML cannot hold', () => {
    assert.throws(() => writeQde({ ...SAMPLE, name: 'a\u0000b' }), /U\+0000/);
    assert.throws(() => writeQde({ ...SAMPLE, name: 'a\ud800b' }), /U\+D800/);
  });
});

describe("another program's export", () => {
  const samples = existsSync(EXCHANGED) ? ['Project.qde', 'TestProject.qdpx'] : [];
  test('is read, written and valid', { skip }, async () => {
    assert.equal(samples.length, 2);
    for (const name of samples) {
      const bytes = readFileSync(`${EXCHANGED}/${name}`);
      const { value, messages } = name.endsWith('.qde') ? readQde(name, bytes) : readQdpx(name, bytes);
      assert.ok(value, name);
      assert.equal(value.codes.length, 14);
      assert.equal(value.sources.length, 8);
      const rules = new Set(messages.map(({ rule, severity }) => `${severity} ${rule}`));
      assert.deepEqual([...rules], ['warning qual/missing-text', 'warning qual/unread-part']);
      assert.deepEqual(await schemaErrors(writeQde(value)), []);
      assert.deepEqual(readQdpx(name, writeQdpx(value)).value, value);
    }
  });
});
