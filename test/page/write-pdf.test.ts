import assert from 'node:assert/strict';
import { Buffer } from 'node:buffer';
import { test } from 'node:test';
import { inflateSync } from 'node:zlib';
import { PDFDocument, PDFHexString, PDFName, PDFString } from '@cantoo/pdf-lib';
import { writePdf } from '../../src/page/write-pdf.ts';

/** A document with more objects than one pack holds, a gap in their numbers, and text of every kind. */
async function sample(): Promise<PDFDocument> {
  const document = await PDFDocument.create({ updateMetadata: false });
  const page = document.addPage();
  page.drawText('Rates (by region)');
  const { context } = document;
  context.delete(context.register(context.obj({})));
  for (let i = 0; i < 900; i++) {
    const text = i % 2 === 0 ? PDFString.of(`row \\(${i}\\)`) : PDFHexString.fromText(`Zeile – ${i}`);
    context.register(
      context.obj({ Type: 'StructElem', Of: [i, -0.5, null, true, PDFName.of('a b#')], T: text }),
    );
  }
  document.catalog.set(PDFName.of('Marked'), context.register(context.flateStream('rates '.repeat(50))));
  return document;
}

async function objectsOf(bytes: Uint8Array): Promise<Map<string, string>> {
  const document = await PDFDocument.load(bytes, { updateMetadata: false, throwOnInvalidObject: true });
  return new Map(
    document.context
      .enumerateIndirectObjects()
      .map(([ref, object]): [string, string] => [ref.toString(), object.toString()])
      .filter(([, text]) => !/\/Type \/(XRef|ObjStm)/.test(text)),
  );
}

test('writes the objects that pdf-lib writes', async () => {
  const expected = await (await sample()).save({ useObjectStreams: true, updateFieldAppearances: false });
  const found = await writePdf(await sample());
  assert.deepEqual(await objectsOf(found), await objectsOf(expected));
});

test('the table names the place of every object', async () => {
  const document = await sample();
  const bytes = Buffer.from(await writePdf(document));
  const text = bytes.toString('latin1');
  const start = Number(/startxref\n(\d+)\n%%EOF$/.exec(text)?.[1]);
  const [, own = '', size = '', length = ''] =
    /^(\d+) 0 obj\n<<\/Type \/XRef\n\/Size (\d+)[\s\S]*?\/Length (\d+)>>\nstream\n/.exec(text.slice(start)) ??
    [];
  const from = text.indexOf('stream\n', start) + 'stream\n'.length;
  const rows = inflateSync(bytes.subarray(from, from + Number(length)));
  assert.equal(rows.length, 7 * Number(size));
  assert.equal(Number(own), Number(size) - 1);
  const refs = document.context.enumerateIndirectObjects().map(([ref]) => ref.objectNumber);
  for (const number of [...refs, Number(own)]) {
    const [kind = 0, where] = [rows.readUInt8(number * 7), rows.readUInt32BE(number * 7 + 1)];
    const holder =
      kind === 1 ? { number, at: where } : { number: where, at: rows.readUInt32BE(where * 7 + 1) };
    assert.ok(text.startsWith(`${holder.number} 0 obj\n`, holder.at), `object ${number}`);
  }
  const free = Array.from({ length: Number(size) }, (_, i) => i).filter((i) => rows.readUInt8(i * 7) === 0);
  assert.equal(free.length, 2, 'the head of the list and the number that was given up');
});

test('the same document gives the same bytes, which can be read and written again', async () => {
  const once = await writePdf(await sample());
  assert.deepEqual(await writePdf(await sample()), once);
  const again = await PDFDocument.load(once, { updateMetadata: false });
  assert.deepEqual(await objectsOf(await writePdf(again)), await objectsOf(once));
});
