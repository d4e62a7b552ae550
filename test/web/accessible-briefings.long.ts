import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser, Page } from 'puppeteer';
import { buildPages } from './build-pages.ts';
import { findViolations } from './find-violations.ts';
import { openChrome } from './open-chrome.ts';
import { measureOverflow, type Screen, showPage, writePages } from './show-page.ts';

let chrome: Browser;
let page: Page;
let pages: ReturnType<typeof writePages>;

before(async () => {
  pages = writePages(await buildPages());
  assert.ok(pages.addresses.size >= 5);
  ({ chrome } = await openChrome());
  page = await chrome.newPage();
});
after(async () => {
  await chrome?.close();
  pages?.remove();
});

const SCREENS: readonly Screen[] = [320, 768, 1280].flatMap((width) => [
  { width },
  { width, dark: true },
  { width, text: 200 },
]);

for (const screen of SCREENS) {
  const { width, dark = false, text = 100 } = screen;
  test(`${width} px, ${dark ? 'dark' : 'light'}, text of ${text}%: axe finds nothing`, async () => {
    for (const [id, address] of pages.addresses) {
      await showPage(page, address, screen);
      assert.deepEqual(await findViolations(page), [], id);
      // At 320 px, twice the size is four times what WCAG asks for: long words may then reach out.
      if (width > 320 || text === 100) assert.equal(await measureOverflow(page), 0, id);
    }
  });
}
