import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser, Page } from 'puppeteer';
import { buildPages } from './build-pages.ts';
import { findViolations } from './find-violations.ts';
import { openChrome } from './open-chrome.ts';
import { measureOverflow, showPage, writePages } from './show-page.ts';

/** One table behind a chart is like the next, and axe reads every cell. */
const unfolded = 1;

/** What the width and the colours of a screen can change; `accessible-briefings.long.ts` asks everything everywhere. */
const BY_SCREEN = ['color-contrast', 'target-size', 'scrollable-region-focusable', 'link-in-text-block'];

let chrome: Browser;
let page: Page;
let pages: ReturnType<typeof writePages>;

before(async () => {
  const built = await buildPages();
  assert.ok(built.size >= 5);
  pages = writePages(built);
  ({ chrome } = await openChrome());
  page = await chrome.newPage();
});
after(async () => {
  await chrome?.close();
  pages?.remove();
});

test('axe finds nothing on a phone, and the page is as wide as the phone', async () => {
  for (const [id, address] of pages.addresses) {
    await showPage(page, address, { width: 320, unfolded });
    assert.deepEqual(await findViolations(page), [], id);
    assert.equal(await measureOverflow(page), 0, id);
  }
});

test('axe finds nothing in the colours and sizes of a dark desk', async () => {
  for (const [id, address] of pages.addresses) {
    await showPage(page, address, { width: 1280, dark: true, unfolded });
    assert.deepEqual(await findViolations(page, BY_SCREEN), [], id);
    assert.equal(await measureOverflow(page), 0, id);
  }
});

test('text of twice the size needs no scrolling to the side, with scripts or without', async () => {
  for (const [id, address] of pages.addresses) {
    for (const [width, scripts] of [
      [1280, true],
      [640, false],
    ] as const) {
      await showPage(page, address, { width, text: 200, scripts });
      assert.equal(await measureOverflow(page), 0, `${id} at ${width} px`);
    }
  }
});
