import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { readQde, readQdpx } from '../../src/qual/read-project.ts';
import { writeQde } from '../../src/qual/write-qde.ts';
import { type ZipEntry, zipFixture } from '../data/zip-fixture.ts';
import { SAMPLE } from './sample-project.ts';

const PROJECT: ZipEntry = { name: 'project.qde', content: writeQde(SAMPLE) };

function ruleOf(bytes: Uint8Array): string {
  const { value, messages } = readQdpx('a.qdpx', bytes);
  assert.equal(value, undefined);
  assert.equal(messages.length, 1);
  return `${messages[0]?.rule}: ${messages[0]?.reason}`;
}

/** The archive with one byte pattern of each directory entry's fields overwritten. */
function withDirectory(bytes: Uint8Array, change: (entry: DataView) => void): Uint8Array {
  const copy = bytes.slice();
  for (let at = 0; at < copy.length - 46; at++) {
    const view = new DataView(copy.buffer, at, 46);
    if (view.getUint32(0, true) === 0x02014b50) change(view);
  }
  return copy;
}

describe('an archive is refused', () => {
  test('that is none, is cut off or lies about its contents', () => {
    const good = zipFixture([PROJECT]);
    assert.match(ruleOf(new Uint8Array(0)), /^qual\/damaged-archive/);
    assert.match(ruleOf(good.slice(0, good.length - 10)), /^qual\/damaged-archive/);
    const flipped = withDirectory(good, (entry) => entry.setUint32(16, 1, true));
    assert.match(ruleOf(flipped), /^qual\/damaged-archive: project\.qde is not what/);
  });

  for (const name of [
    '../evil.txt',
    '/etc/passwd',
    'Sources/../../x',
    'C:/x.txt',
    'Sources\\..\\x.txt',
    './project.qde',
    'a//b',
    'a\u0000b',
  ]) {
    test(`with the path ${JSON.stringify(name)}`, () => {
      assert.match(
        ruleOf(zipFixture([PROJECT, { name, content: '' }])),
        /^qual\/hostile-archive: the archive holds the path/,
      );
    });
  }

  test('with two files of one name, even where only the case differs', () => {
    assert.match(ruleOf(zipFixture([PROJECT, PROJECT])), /hostile-archive: .*twice/);
    assert.match(
      ruleOf(zipFixture([PROJECT, { name: 'PROJECT.QDE', content: '' }])),
      /hostile-archive: .*twice/,
    );
  });

  test('with a symbolic link or an encrypted file', () => {
    const good = zipFixture([PROJECT]);
    const link = withDirectory(good, (entry) => {
      entry.setUint8(5, 3);
      entry.setUint16(40, 0o120777, true);
    });
    assert.match(ruleOf(link), /hostile-archive: .*symbolic link/);
    assert.match(
      ruleOf(withDirectory(good, (entry) => entry.setUint16(8, 1, true))),
      /hostile-archive: .*encrypted/,
    );
  });

  test('that unpacks to more than it may, whatever size it claims', () => {
    const bomb = ' '.repeat(80 * 1024 * 1024);
    assert.match(ruleOf(zipFixture([{ name: 'project.qde', content: bomb }])), /^qual\/oversized/);
    const lying = zipFixture([{ name: 'project.qde', content: bomb, claimedSize: 1000 }]);
    assert.match(ruleOf(lying), /^qual\/damaged-archive: .*unpacked to the size/);
  });

  test('that lists more files than any project has', () => {
    const many = Array.from({ length: 20_001 }, (_, i) => ({ name: `Sources/${i}`, content: '' }));
    assert.match(ruleOf(zipFixture([PROJECT, ...many])), /^qual\/oversized/);
  });

  test('without a project file, or with two', () => {
    assert.match(ruleOf(zipFixture([{ name: 'x.txt', content: '' }])), /^qual\/no-project-file: .*no \.qde/);
    assert.match(ruleOf(zipFixture([PROJECT, { name: 'b.qde', content: '' }])), /project\.qde and b\.qde/);
  });

  test('but not for a film that would unpack to much, because it is never unpacked', () => {
    const film = { name: 'Sources/film.mp4', content: 'x', claimedSize: 4_000_000_000 };
    const inside = { name: 'project.qde', content: writeQde(SAMPLE, 'inside') };
    assert.deepEqual(readQdpx('a.qdpx', zipFixture([inside, film])).messages, []);
  });
});

describe('XML is refused', () => {
  const rule = (text: string) =>
    readQde('a.qde', new TextEncoder().encode(text)).messages.map((one) => one.rule);

  test('with a document type, so that no entity can grow or reach a file', () => {
    const laughs = '<!DOCTYPE p [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]>';
    assert.deepEqual(rule(`<?xml version="1.0"?>${laughs}<Project name="&b;"/>`), ['qual/doctype']);
    assert.deepEqual(rule('<!DOCTYPE p SYSTEM "file:///etc/passwd"><p/>'), ['qual/doctype']);
  });

  test('with an entity that is none of the five', () => {
    assert.deepEqual(rule('<Project name="&nbsp;"/>'), ['qual/not-xml']);
  });

  test('that nests deeper than any codebook', () => {
    assert.deepEqual(rule('<a>'.repeat(100_000)), ['qual/oversized']);
  });

  test('with more elements than any project', () => {
    assert.deepEqual(rule(`<a>${'<b/>'.repeat(500_001)}</a>`), ['qual/oversized']);
  });
});
