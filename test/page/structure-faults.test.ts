import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import {
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFName,
  PDFRawStream,
  type PDFRef,
  PDFString,
} from '@cantoo/pdf-lib';
import { checkPdfStructure } from '../../src/page/check-pdf-structure/check-pdf-structure.ts';
import type { StructureCheck } from '../../src/page/check-pdf-structure/structure-fault.ts';
import { describePdf } from '../../src/page/describe-pdf.ts';
import { preparePdf } from '../../src/page/finish-pdf.ts';
import { printWithNumbers } from '../../src/page/number-contents.ts';
import { readStream } from '../../src/page/read-stream.ts';
import { renderPage } from '../../src/page/render-page.ts';
import { listElements, listKids } from '../../src/page/structure-tree.ts';
import { launchBrowser } from '../../src/system/launch-browser.ts';
import { loadFonts } from '../../src/system/load-fonts.ts';
import { type PdfUaFailure, type PdfUaResult, validatePdfUa } from '../pdf-ua/validate-pdf-ua.ts';
import { readTemplate } from './read-template.ts';
import { samplePage } from './sample-page.ts';

const name = (text: string): PDFName => PDFName.of(text);

const LINE =
  'A second paragraph of more than one word follows the first one, and is long enough to be told from it.';
const DRAWING =
  '<svg role="img" aria-label="Rates rose" width="80" height="20"><path d="M0 20 80 0" stroke="#000"/></svg>';

let html = '';
let print: Uint8Array;
let folder = '';

before(async () => {
  const { faces } = await loadFonts();
  const input = samplePage('', { template: readTemplate('news-release'), fonts: faces });
  const page = (renderPage(input).value ?? '').replace(
    '<figure class="chart" id="fig-trend">',
    `<p>${LINE}</p><figure role="group" class="chart" id="fig-trend">${DRAWING}`,
  );
  const browser = await launchBrowser();
  const printed = await printWithNumbers((numbered) => {
    html = numbered;
    return browser.print(numbered, { timeoutMilliseconds: 30_000 });
  }, page);
  await browser.close();
  const { faults, finish } = await preparePdf(printed, describePdf(input, html));
  assert.deepEqual(faults, []);
  print = await finish([]);
  folder = mkdtempSync(join(tmpdir(), 'plumbline-faults-'));
});

after(() => rmSync(folder, { recursive: true }));

function element(document: PDFDocument, type: string): PDFDict {
  const found = listElements(document).find((one) => one.type === type);
  assert.ok(found, `the sample has no ${type}`);
  return found.dict;
}

function rewritePage(document: PDFDocument, rewrite: (source: string) => string): void {
  for (const { node } of document.getPages()) {
    const contents = node.get(name('Contents'));
    const parts = contents instanceof PDFArray ? contents.asArray() : [contents];
    for (const part of parts) {
      const stream = document.context.lookup(part);
      if (!(stream instanceof PDFRawStream)) continue;
      const source = readStream(stream);
      if (rewrite(source) === source) continue;
      stream.dict.delete(name('Filter'));
      stream.updateContents(Buffer.from(rewrite(source), 'latin1'));
      return;
    }
  }
  assert.fail('nothing to rewrite');
}

interface Planted {
  readonly fault: string;
  readonly plant: (document: PDFDocument) => void;
  readonly check: StructureCheck;
  /** Whether a validator can know: it has no page to compare with, and takes some things on trust. */
  readonly validator: boolean;
}

const PLANTED: readonly Planted[] = [
  {
    fault: 'a figure without its text',
    plant: (document) => element(document, 'Figure').delete(name('Alt')),
    check: 'figures',
    validator: true,
  },
  {
    fault: 'a heading cell that does not say what it heads',
    plant: (document) => {
      for (const { type, dict } of listElements(document)) {
        if (type === 'TH' || type === 'TD') dict.delete(name('A'));
      }
    },
    check: 'tables',
    validator: true,
  },
  {
    fault: 'a row that is one cell short',
    plant: (document) => {
      const row = listElements(document)
        .filter(({ type }) => type === 'TR')
        .at(-1);
      assert.ok(row);
      row.dict.set(name('K'), document.context.obj(listKids(row.dict).slice(0, -1)));
    },
    check: 'tables',
    validator: true,
  },
  {
    fault: 'words in an entry of a list, not in its body',
    plant: (document) => element(document, 'LBody').set(name('S'), name('P')),
    check: 'lists',
    validator: true,
  },
  {
    fault: 'a type of element that no role explains',
    plant: (document) => element(document, 'P').set(name('S'), name('Paragraph')),
    check: 'roles',
    validator: true,
  },
  {
    fault: 'a heading that skips a level',
    plant: (document) => element(document, 'H2').set(name('S'), name('H4')),
    check: 'headings',
    validator: true,
  },
  {
    fault: 'the head of a page without its mark',
    plant: (document) =>
      rewritePage(document, (source) =>
        source.replace(/\/Artifact <<\/Type \/Pagination>> BDC\n([\s\S]*?)EMC\n/, '$1'),
      ),
    check: 'untagged-content',
    validator: true,
  },
  {
    fault: 'a tagged text within an artifact',
    plant: (document) =>
      rewritePage(document, (source) =>
        source.replace(/(\/\w+ <<\/MCID \d+ *>> *BDC)/, '/Artifact BMC\n$1').replace(/EMC\s*$/, 'EMC\nEMC\n'),
      ),
    check: 'nested-marks',
    validator: true,
  },
  {
    fault: 'a paragraph drawn as an artifact',
    plant: (document) =>
      rewritePage(document, (source) => {
        const marks = [...source.matchAll(/\/\w+ <<\/MCID \d+ *>> *BDC[\s\S]*?EMC/g)].map(([mark]) => mark);
        const longest = marks.sort((a, b) => b.split('Tj').length - a.split('Tj').length)[0] ?? '';
        return source.replace(longest, longest.replace(/^[^\n]*BDC/, '/Artifact BMC'));
      }),
    check: 'reading-order',
    validator: false,
  },
  {
    fault: 'two paragraphs in the wrong order',
    plant: (document) => {
      const parent = listElements(document).find(({ dict }) => {
        const kids = listKids(dict).map((kid) => document.context.lookup(kid));
        return kids.filter((kid) => kid instanceof PDFDict && kid.get(name('S')) === name('P')).length > 1;
      });
      assert.ok(parent);
      const kids = [...listKids(parent.dict)].reverse();
      parent.dict.set(name('K'), document.context.obj(kids));
    },
    check: 'reading-order',
    validator: false,
  },
  {
    fault: 'no language',
    plant: ({ catalog, context }) => {
      catalog.delete(name('Lang'));
      for (const [, object] of context.enumerateIndirectObjects()) {
        if (object instanceof PDFDict) object.delete(name('Lang'));
      }
    },
    check: 'languages',
    validator: true,
  },
  {
    fault: 'a language that is none',
    plant: ({ catalog }) => catalog.set(name('Lang'), PDFString.of('English (UK)')),
    check: 'languages',
    validator: true,
  },
  {
    fault: 'a font that does not name its characters',
    plant: ({ context }) => {
      for (const [, object] of context.enumerateIndirectObjects()) {
        if (object instanceof PDFDict) object.delete(name('ToUnicode'));
      }
    },
    check: 'fonts',
    validator: true,
  },
  {
    fault: 'a font that is not within the file',
    plant: ({ context }) => {
      for (const [, object] of context.enumerateIndirectObjects()) {
        if (object instanceof PDFDict) for (const key of ['FontFile2', 'FontFile3']) object.delete(name(key));
      }
    },
    check: 'fonts',
    validator: true,
  },
  {
    fault: 'a link that does not say where it leads',
    plant: (document) => firstLink(document).delete(name('Contents')),
    check: 'links',
    validator: true,
  },
  {
    fault: 'a link in no tag',
    plant: (document) => {
      const link = element(document, 'Link');
      const kids = listKids(link).filter((kid) => {
        const dict = document.context.lookup(kid);
        return !(dict instanceof PDFDict && dict.has(name('Obj')));
      });
      link.set(name('K'), document.context.obj(kids));
      for (const { node } of document.getPages()) {
        for (const annotation of node.Annots()?.asArray() ?? []) {
          (document.context.lookup(annotation) as PDFDict).delete(name('StructParent'));
        }
      }
    },
    check: 'links',
    validator: true,
  },
  {
    fault: 'pages that a reader tabs through in another order',
    plant: (document) => {
      for (const { node } of document.getPages()) node.delete(name('Tabs'));
    },
    check: 'tab-order',
    validator: true,
  },
  {
    fault: 'a file name in place of the title',
    plant: ({ catalog }) => catalog.delete(name('ViewerPreferences')),
    check: 'document',
    validator: true,
  },
  {
    fault: 'a document that does not say that it is tagged',
    plant: ({ catalog }) => catalog.delete(name('MarkInfo')),
    check: 'document',
    validator: true,
  },
  {
    fault: 'no bookmarks',
    plant: ({ catalog }) => catalog.delete(name('Outlines')),
    check: 'bookmarks',
    validator: false,
  },
];

function firstLink(document: PDFDocument): PDFDict {
  const refs = document.getPages().flatMap(({ node }) => (node.Annots()?.asArray() ?? []) as PDFRef[]);
  const [first] = refs;
  assert.ok(first);
  return document.context.lookup(first, PDFDict);
}

async function plantIn({ plant }: Planted): Promise<PDFDocument> {
  const document = await PDFDocument.load(print, { updateMetadata: false });
  plant(document);
  return document;
}

for (const planted of PLANTED) {
  test(`finds ${planted.fault}`, async () => {
    const faults = checkPdfStructure(await plantIn(planted), html);
    assert.ok(
      faults.some(({ check }) => check === planted.check),
      JSON.stringify(faults.slice(0, 5)),
    );
  });
}

test('finds nothing in a print that is as it should be, read from its file', async () => {
  const document = await PDFDocument.load(print, { updateMetadata: false });
  assert.deepEqual(checkPdfStructure(document, html), []);
  assert.match(Buffer.from(print).toString('latin1'), /<pdfuaid:part>1<\/pdfuaid:part>/);
});

test('veraPDF finds nothing in that print, and finds the planted faults that it can know', async (t) => {
  const files = new Map<string, Planted | undefined>();
  const save = (planted: Planted | undefined, bytes: Uint8Array): void => {
    const file = join(folder, `${files.size}.pdf`);
    writeFileSync(file, bytes);
    files.set(file, planted);
  };
  save(undefined, print);
  for (const planted of PLANTED)
    save(planted, await (await plantIn(planted)).save({ useObjectStreams: false }));
  const result: PdfUaResult = validatePdfUa([...files.keys()], { fetch: false });
  if (result.missing !== undefined) {
    t.diagnostic(`NOT CHECKED with veraPDF: ${result.missing}`);
    t.skip(result.missing);
    return;
  }
  for (const [file, planted] of files) {
    const failures: readonly PdfUaFailure[] = result.failures.get(file) ?? [];
    const found = failures.length > 0;
    assert.equal(
      found,
      planted?.validator ?? false,
      `${planted?.fault}: ${JSON.stringify(failures.slice(0, 3))}`,
    );
  }
});
