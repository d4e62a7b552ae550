import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { PDFDocument } from '@cantoo/pdf-lib';
import type { Browser, Page } from 'puppeteer';
import { findViolations } from './find-violations.ts';
import { openChrome } from './open-chrome.ts';
import { showPage, writePages } from './show-page.ts';
import { renderLayouts } from './take-pictures.ts';

let chrome: Browser;
let page: Page;
let pages: ReturnType<typeof writePages>;

before(async () => {
  pages = writePages(await renderLayouts());
  ({ chrome } = await openChrome());
  page = await chrome.newPage();
});
after(async () => {
  await chrome?.close();
  pages?.remove();
});

/** Numbers what can be used, in the order of the document, and tells how much that is. */
function numberStops(): Promise<number> {
  return page.evaluate(() => {
    const usable = 'a[href], button, summary, select, input, [tabindex="0"]';
    const stops = [...document.querySelectorAll<HTMLElement>(usable)].filter((stop) =>
      stop.checkVisibility(),
    );
    for (const [index, stop] of stops.entries()) stop.dataset.stop = String(index);
    return stops.length;
  });
}

/** Where the focus is, and what is wrong with how it shows. */
function readFocus(): Promise<{ stop: string | undefined; faults: readonly string[] }> {
  return page.evaluate(() => {
    const focused = document.activeElement;
    if (!(focused instanceof HTMLElement) || focused === document.body)
      return { stop: undefined, faults: [] };
    const { outlineStyle, outlineWidth } = getComputedStyle(focused);
    const [box] = focused.getClientRects();
    const isSeen = box && box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth;
    const faults = [
      ...(outlineStyle === 'none' || Number.parseFloat(outlineWidth) < 2 ? ['no outline'] : []),
      ...(isSeen ? [] : ['out of sight']),
    ];
    return { stop: focused.dataset.stop, faults };
  });
}

test('Tab reaches all that can be used, in the order of the page, in sight and outlined, and leaves the page again', async () => {
  for (const [layout, address] of pages.addresses) {
    await showPage(page, address, { width: 1280 });
    const count = await numberStops();
    assert.ok(count > 20, layout);
    for (let stop = 0; stop < count; stop++) {
      await page.keyboard.press('Tab');
      assert.deepEqual(await readFocus(), { stop: String(stop), faults: [] }, layout);
    }
    await page.keyboard.press('Tab');
    assert.ok(['0', undefined].includes((await readFocus()).stop), `${layout}: the last stop is a trap`);
  }
});

test('the first stop skips to the text', async () => {
  for (const [layout, address] of pages.addresses) {
    await showPage(page, address, { width: 360 });
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    const { hash } = new URL(page.url());
    assert.equal(hash, '#main', layout);
    await page.keyboard.press('Tab');
    const isInside = await page.evaluate(() => document.activeElement?.closest('main') !== null);
    assert.ok(isInside, layout);
  }
});

test('axe finds nothing in any layout, and nothing in an open card', async () => {
  for (const [layout, address] of pages.addresses) {
    await showPage(page, address, { width: 768 });
    assert.deepEqual(await findViolations(page), [], layout);
    await page.click('a[href^="#from-"][id]');
    // To its end, where the button that closes it stands on nothing.
    await page.$eval('#page-card', (card) => card.scrollTo(0, card.scrollHeight));
    assert.deepEqual(await findViolations(page), [], `${layout}, with a card`);
  }
});

test('nothing moves for who asked for that', async () => {
  for (const [layout, address] of pages.addresses) {
    await showPage(page, address, { width: 1280 });
    const moving = await page.evaluate(() => {
      const all = [...document.querySelectorAll('*')].map((element) => getComputedStyle(element));
      const moves = all.filter(
        (style) => style.transitionDuration !== '0s' || style.animationName !== 'none',
      );
      return moves.length + (all[0]?.scrollBehavior === 'auto' ? 0 : 1);
    });
    assert.equal(moving, 0, layout);
  }
});

test('without scripts there is no control that does nothing', async () => {
  for (const [layout, address] of pages.addresses) {
    await showPage(page, address, { width: 1280, scripts: false });
    const dead = await page.$$eval(
      'button, [role="button"], [aria-haspopup], output',
      ({ length }) => length,
    );
    assert.equal(dead, 0, layout);
  }
});

test('what a reader prints from the browser has the pages of the PDF: the scripts add nothing to paper', async () => {
  const countPages = async () => {
    const pdf = await page.pdf({ preferCSSPageSize: true, printBackground: true });
    return (await PDFDocument.load(pdf, { updateMetadata: false })).getPageCount();
  };
  for (const [layout, address] of pages.addresses) {
    await showPage(page, address, { width: 1280, scripts: false });
    const plain = await countPages();
    await showPage(page, address, { width: 1280 });
    await page.click('a[href^="#from-"][id]');
    assert.equal(await countPages(), plain, layout);
  }
});
