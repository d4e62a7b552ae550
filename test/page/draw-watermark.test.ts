import assert from 'node:assert/strict';
import { test } from 'node:test';
import { decodePDFRawStream, PDFArray, PDFDocument, PDFName, PDFRawStream } from '@cantoo/pdf-lib';
import { drawWatermark } from '../../src/page/draw-watermark.ts';

async function marked(state: 'draft' | 'review' | 'final'): Promise<PDFDocument> {
  const made = await PDFDocument.create();
  for (const size of [
    [595, 842],
    [842, 595],
    [595, 842],
  ] as const)
    made.addPage([...size]).drawText('Rates rose');
  const document = await PDFDocument.load(await made.save());
  drawWatermark(document, state);
  return PDFDocument.load(await document.save());
}

/** What a page draws, in order. */
function contents(document: PDFDocument, index: number): string {
  const streams = document.getPage(index).node.Contents();
  assert.ok(streams instanceof PDFArray);
  return streams
    .asArray()
    .map((ref) => {
      const stream = document.context.lookup(ref);
      assert.ok(stream instanceof PDFRawStream);
      return Buffer.from(decodePDFRawStream(stream).decode()).toString('latin1');
    })
    .join('');
}

test('a draft and a copy for review bear a drawn mark on every page, outside the text and the tags', async () => {
  for (const state of ['draft', 'review'] as const) {
    const document = await marked(state);
    for (const index of [0, 1, 2]) {
      const [, artifact = '', ...more] = contents(document, index).split(
        /\/Artifact <<\/Type \/Pagination \/Subtype \/Watermark>> BDC/,
      );
      assert.deepEqual(more, []);
      assert.match(artifact, /^\nq [-\d. ]+ cm \/PlumblineState Do Q\nEMC\n$/);
    }
    const form = document.getPage(0).node.Resources()?.lookup(PDFName.of('XObject'));
    assert.match(String(form), /PlumblineState/);
  }
});

test('the mark holds no text and brings no font', async () => {
  const document = await marked('draft');
  const forms = document.context
    .enumerateIndirectObjects()
    .flatMap(([, object]) =>
      object instanceof PDFRawStream && String(object.dict).includes('/Form') ? [object] : [],
    );
  assert.equal(forms.length, 1);
  for (const form of forms) {
    const drawn = Buffer.from(decodePDFRawStream(form).decode()).toString('latin1');
    assert.doesNotMatch(drawn, /\bTj|\bTJ|\bTf|\bBT/);
    assert.doesNotMatch(String(form.dict), /Font/);
  }
});

test('the page’s own drawing stands as it was, its state restored before the mark', async () => {
  const [before = ''] = contents(await marked('review'), 0).split('/Artifact');
  assert.match(before, /^q\n[\s\S]*Tj[\s\S]*\nQ\n$/);
});

test('the mark runs along the diagonal of a page, whichever way it stands', async () => {
  const document = await marked('draft');
  const turn = (index: number) =>
    /\nq ([-\d.]+) ([-\d.]+)/.exec(contents(document, index).split('BDC')[1] ?? '') ?? [];
  const [, acrossUpright, upUpright] = turn(0).map(Number);
  const [, acrossTurned, upTurned] = turn(1).map(Number);
  assert.ok(Number(upUpright) > Number(acrossUpright));
  assert.ok(Number(upTurned) < Number(acrossTurned));
});

test('a final report bears none', async () => {
  const document = await marked('final');
  assert.doesNotMatch(contents(document, 0), /Artifact/);
});
