import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { setTimeout } from 'node:timers/promises';
import { PDFDict, PDFDocument, PDFName } from '@cantoo/pdf-lib';
import type { Browser } from '../../src/model/ports.ts';
import { describePdf } from '../../src/page/describe-pdf.ts';
import { finishPdf } from '../../src/page/finish-pdf.ts';
import { groupFigures } from '../../src/page/group-figures.ts';
import type { PageInput } from '../../src/page/page-input.ts';
import { renderPage } from '../../src/page/render-page.ts';
import { launchBrowser } from '../../src/system/launch-browser.ts';
import { loadFonts } from '../../src/system/load-fonts.ts';
import { readTemplate } from './read-template.ts';
import { samplePage } from './sample-page.ts';

let browser: Browser;
let input: PageInput;

before(async () => {
  const { faces } = await loadFonts();
  input = samplePage('', { template: readTemplate('news-release'), fonts: faces });
  browser = await launchBrowser();
});

after(() => browser.close());

const html = (): string => renderPage(input).value ?? '';

async function print(): Promise<Uint8Array> {
  return browser.print(groupFigures(html()), { timeoutMilliseconds: 30_000 });
}

test('two prints of one page, a second apart, differ; finished, they are the same bytes', async () => {
  const first = await print();
  await setTimeout(1100);
  const second = await print();
  assert.notDeepEqual(second, first);
  const description = describePdf(input, html());
  assert.deepEqual(await finishPdf(second, description), await finishPdf(first, description));
});

test('the finished print keeps tags and bookmarks, is A4 and sets its text in the bundled fonts', async () => {
  const bytes = await finishPdf(await print(), describePdf(input, html()));
  const document = await PDFDocument.load(bytes, { updateMetadata: false });
  const { catalog, context } = document;
  assert.equal(
    catalog.lookup(PDFName.of('MarkInfo'), PDFDict).lookup(PDFName.of('Marked'))?.toString(),
    'true',
  );
  assert.ok(catalog.lookup(PDFName.of('StructTreeRoot'), PDFDict).has(PDFName.of('K')));
  assert.ok(catalog.lookup(PDFName.of('Outlines'), PDFDict).has(PDFName.of('First')));
  assert.ok(document.getPages().every((page) => Math.round(page.getHeight()) === 842));
  const fonts = context.enumerateIndirectObjects().flatMap(([, object]) => {
    const name = object instanceof PDFDict ? object.get(PDFName.of('BaseFont')) : undefined;
    return name === undefined ? [] : [String(name)];
  });
  assert.ok(fonts.length > 0);
  assert.deepEqual(
    fonts.filter((name) => !/SourceS(ans|erif)/.test(name)),
    [],
  );
});
