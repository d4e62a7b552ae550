import type { Page } from 'puppeteer';
import { groupFigures } from '../../src/page/group-figures.ts';
import { printWithNumbers } from '../../src/page/number-contents.ts';
import { renderPage } from '../../src/page/render-page.ts';
import { launchBrowser } from '../../src/system/launch-browser.ts';
import { loadFonts } from '../../src/system/load-fonts.ts';
import { readTemplate } from '../page/read-template.ts';
import { LAYOUTS, sampleReportPage } from '../page/sample-reports.ts';
import { drawPages, type Picture, readPicture } from './picture.ts';
import { showPage, writePages } from './show-page.ts';

/** The beginning of a page on a desk, on a phone, and on a desk in the dark, at half its size. */
const SCREENS = [
  { name: 'desk', width: 1280, dark: false },
  { name: 'phone', width: 360, dark: false },
  { name: 'dark', width: 1280, dark: true },
] as const;
const SCREEN_HEIGHT = 1800;

/** A page of invented content in each layout. */
export async function renderLayouts(): Promise<ReadonlyMap<string, string>> {
  const fonts = (await loadFonts()).faces;
  const pages = new Map<string, string>();
  for (const layout of LAYOUTS)
    pages.set(layout, renderPage(await sampleReportPage(layout, fonts)).value ?? '');
  const news = {
    ...(await sampleReportPage('project-summary', fonts)),
    template: readTemplate('news-release'),
  };
  pages.set('news-release', renderPage(news).value ?? '');
  return pages;
}

/** Pictures of every printed page: `study-report-print-3`. */
export async function takePrints(pages: ReadonlyMap<string, string>): Promise<ReadonlyMap<string, Picture>> {
  const browser = await launchBrowser();
  const pictures = new Map<string, Picture>();
  try {
    for (const [layout, html] of pages) {
      const print = (page: string) => browser.print(groupFigures(page), { timeoutMilliseconds: 30_000 });
      const drawn = await drawPages(await printWithNumbers(print, html));
      for (const [index, picture] of drawn.entries()) pictures.set(`${layout}-print-${index + 1}`, picture);
    }
  } finally {
    await browser.close();
  }
  return pictures;
}

/** Pictures of the beginnings of pages on screens: `study-report-phone`. */
export async function takeScreens(
  pages: ReadonlyMap<string, string>,
  page: Page,
): Promise<ReadonlyMap<string, Picture>> {
  const pictures = new Map<string, Picture>();
  const { addresses, remove } = writePages(pages);
  try {
    for (const [layout, address] of addresses) {
      for (const { name, width, dark } of SCREENS) {
        await showPage(page, address, { width, dark, scale: 0.5 });
        const clip = { x: 0, y: 0, width, height: SCREEN_HEIGHT };
        const png = await page.screenshot({ type: 'png', clip, captureBeyondViewport: true });
        pictures.set(`${layout}-${name}`, readPicture(png));
      }
    }
  } finally {
    remove();
  }
  return pictures;
}
