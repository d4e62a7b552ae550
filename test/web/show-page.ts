import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Page } from 'puppeteer';

/** How a reader has set the screen. */
export interface Screen {
  readonly width: number;
  readonly dark?: boolean;
  /** In per cent of the usual 16 px. */
  readonly text?: number;
  /** Pixels of the picture to a px; 1 unless said otherwise. */
  readonly scale?: number;
  /** How much of what is folded away is unfolded: all, unless said otherwise. */
  readonly unfolded?: number;
  /** On unless said otherwise. */
  readonly scripts?: boolean;
}

/** Opens a page from disk as a reader would, on the given screen. */
export async function showPage(page: Page, address: string, screen: Screen): Promise<void> {
  const {
    width,
    dark = false,
    text = 100,
    scripts = true,
    scale = 1,
    unfolded = Number.MAX_SAFE_INTEGER,
  } = screen;
  await page.setJavaScriptEnabled(scripts);
  await page.setViewport({ width, height: 900, deviceScaleFactor: scale });
  await page.emulateMediaFeatures([
    { name: 'prefers-color-scheme', value: dark ? 'dark' : 'light' },
    // Nothing is to move while it is looked at.
    { name: 'prefers-reduced-motion', value: 'reduce' },
  ]);
  await page.goto(address, { waitUntil: 'load' });
  await page.evaluate(
    (percent, most) => {
      document.documentElement.style.fontSize = `${percent}%`;
      for (const folded of [...document.querySelectorAll('details')].slice(0, most)) folded.open = true;
    },
    text,
    unfolded,
  );
}

/** How many px the page is wider than its screen, so that one would have to scroll to the side. */
export function measureOverflow(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}

/** Writes pages to a folder of their own: addresses by id, and a way to be rid of them. */
export function writePages(pages: ReadonlyMap<string, string>): {
  readonly addresses: ReadonlyMap<string, string>;
  readonly remove: () => void;
} {
  const folder = mkdtempSync(join(tmpdir(), 'plumbline-web-'));
  const addresses = new Map<string, string>();
  for (const [id, html] of pages) {
    const file = join(folder, `${id}.html`);
    writeFileSync(file, html);
    addresses.set(id, pathToFileURL(file).href);
  }
  return { addresses, remove: () => rmSync(folder, { recursive: true, force: true }) };
}
