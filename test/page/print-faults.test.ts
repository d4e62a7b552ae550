import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { FontFace } from '../../src/model/font.ts';
import type { Browser } from '../../src/model/ports.ts';
import { groupFigures } from '../../src/page/group-figures.ts';
import { renderPage } from '../../src/page/render-page.ts';
import { launchBrowser } from '../../src/system/launch-browser.ts';
import { loadFonts } from '../../src/system/load-fonts.ts';
import { findPrintFaults } from './print-faults.ts';
import { readPrint } from './read-print.ts';
import { LAYOUTS, sampleReportPage } from './sample-reports.ts';

let fonts: readonly FontFace[];
let browser: Browser;

before(async () => {
  fonts = (await loadFonts()).faces;
  browser = await launchBrowser();
});
after(() => browser.close());

async function faultsOf(html: string): Promise<string[]> {
  const { root } = await readPrint(await browser.print(groupFigures(html), { timeoutMilliseconds: 30_000 }));
  return findPrintFaults(root);
}

for (const layout of LAYOUTS) {
  test(`${layout}: no heading at the foot of a page, no row cut, no line alone, no small type in drawings`, async () => {
    const { value, messages } = renderPage(await sampleReportPage(layout, fonts));
    assert.deepEqual(messages, []);
    assert.deepEqual(await faultsOf(value ?? ''), []);
  });
}

/** A page of 100 mm by 100 mm with a block that leaves a little of it. */
function page(height: number, content: string, style = ''): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>T</title><style>
    @page { size: 100mm 100mm; margin: 0 } * { margin: 0; font: 16px/20px "Source Sans 3" } p, h2 { orphans: 1; widows: 1 }
    h2 { break-after: auto } ${style}</style></head>
    <body><div style="height: ${height}mm"><p>Above.</p></div>${content}</body></html>`;
}

test('the faults that it looks for are found', async () => {
  const heading = page(93, '<h2>A heading</h2><p style="break-before: page">Text.</p>');
  assert.deepEqual(
    (await faultsOf(heading)).map((fault) => fault.replace(/, y.*/, '')),
    ['page 1: a heading at the foot'],
  );
  const line = page(93, '<p>One line here<br>and this<br>and that on the next page.</p>');
  assert.deepEqual(
    (await faultsOf(line)).map((fault) => fault.replace(/, y.*/, '')),
    ['page 1: a line alone'],
  );
  const rows = `<tr><th scope="row">One</th><td>${'1<br>'.repeat(40)}</td></tr>`;
  assert.deepEqual(await faultsOf(page(50, `<table><tbody>${rows}</tbody></table>`)), [
    'page 1: a row of a table is cut in two',
  ]);
  const drawing =
    '<svg role="img" aria-label="D" width="100" viewBox="0 0 200 100"><text y="50">Small</text></svg>';
  assert.deepEqual(await faultsOf(page(10, drawing)), ['page 1: text of 6.00 points in a drawing']);
});
