import assert from 'node:assert/strict';
import { Buffer } from 'node:buffer';
import { test } from 'node:test';
import { deflateSync } from 'node:zlib';
import { PDFDocument } from '@cantoo/pdf-lib';
import { writePdf } from '../../src/page/write-pdf.ts';
import { readCarried } from '../../src/trust/read-carried.ts';

async function sample(): Promise<Buffer> {
  const document = await PDFDocument.create({ updateMetadata: false });
  document.addPage().drawText('Rates');
  return Buffer.from(await writePdf(document));
}

/** A file that holds one more stream, packed as its dictionary says. */
async function withStream(dict: string, content: Uint8Array): Promise<Buffer> {
  const head = Buffer.from(`\n99 0 obj\n<<${dict} /Length ${content.length}>>\nstream\n`);
  return Buffer.concat([await sample(), head, content, Buffer.from('\nendstream\nendobj\n')]);
}

test('reads a sound file', async () => {
  const carried = await readCarried(await sample());
  assert.ok(typeof carried !== 'string', String(carried));
  assert.equal(carried.pages.length, 1);
});

test('does not open a file in which a stream unpacks without end', async () => {
  const bomb = deflateSync(Buffer.alloc(80 * 1024 * 1024), { level: 9 });
  const file = await withStream('/Filter /FlateDecode', bomb);
  assert.ok(file.length < 200_000);
  assert.match(String(await readCarried(file)), /unpacks to more than 67108864 bytes/);
});

test('does not open a file whose streams are packed twice, by odd filters, in disguise or encrypted', async () => {
  const content = deflateSync(Buffer.from('x'));
  for (const dict of [
    '/Filter [/FlateDecode /FlateDecode]',
    '/Filter [ /ASCIIHexDecode /FlateDecode ]',
    '/Filter /LZWDecode',
    '/Filter 12 0 R',
    '/Fi#6cter /LZWDecode',
    '/Filter /FlateDecode /Encrypt 1 0 R',
  ]) {
    assert.match(
      String(await readCarried(await withStream(dict, content))),
      /chained, disguised or encrypted/,
      dict,
    );
  }
});

test('says of what is no PDF, or a damaged one, what it is', async () => {
  assert.equal(await readCarried(Buffer.from('PK\u0003\u0004')), 'it is no PDF');
  assert.match(String(await readCarried((await sample()).subarray(0, 60))), /cannot be read as a PDF/);
  const nested = Buffer.from(`%PDF-1.7\n1 0 obj\n${'['.repeat(200_000)}\nendobj\n`);
  assert.match(String(await readCarried(nested)), /cannot be read as a PDF/);
});
