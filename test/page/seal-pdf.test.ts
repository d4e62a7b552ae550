import assert from 'node:assert/strict';
import { Buffer } from 'node:buffer';
import { test } from 'node:test';
import { fillSeal, isSigned, readSeal, renderBlankSeal, sealPdf } from '../../src/page/seal-pdf.ts';

const BLANK = Buffer.from(`%PDF-1.7\nbefore ${renderBlankSeal()} after`);

function sealOf(bytes: Uint8Array) {
  const read = readSeal(bytes);
  assert.ok(typeof read !== 'string', String(read));
  return read;
}

test('a sealed file holds its own digest and has the same length', () => {
  const sealed = sealPdf(BLANK);
  const { seal, found } = sealOf(sealed);
  assert.equal(sealed.length, BLANK.length);
  assert.equal(seal.digest, found);
  assert.ok(!isSigned(seal));
});

test('a signature does not change the digest', () => {
  const sealed = sealPdf(BLANK);
  const signed = fillSeal(sealed, { key: 'a'.repeat(64), signature: 'b'.repeat(128) });
  assert.equal(sealOf(signed).found, sealOf(sealed).found);
  assert.ok(isSigned(sealOf(signed).seal));
});

test('every other byte counts', () => {
  const sealed = sealPdf(BLANK);
  const { seal } = sealOf(sealed);
  for (const at of [0, 12, sealed.length - 1]) {
    const changed = Buffer.from(sealed);
    changed[at] = (changed[at] ?? 0) ^ 1;
    assert.notEqual(sealOf(changed).found, seal.digest, `byte ${at}`);
  }
});

test('a field that is missing, there twice or of another length is no seal', () => {
  assert.match(String(readSeal(Buffer.from('%PDF-1.7'))), /no field "digest"/);
  assert.match(String(readSeal(Buffer.concat([BLANK, BLANK]))), /"digest" twice/);
  const short = BLANK.toString().replace('0</plumbline:key>', '</plumbline:key>');
  assert.match(String(readSeal(Buffer.from(short))), /"key" is not of 64 hexadecimal digits/);
  assert.throws(() => fillSeal(BLANK, { digest: 'abc' }), /digest has 3 characters/);
});
