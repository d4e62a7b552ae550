import { type BrowserContext, type Browser as Chrome, type Page, TimeoutError } from 'puppeteer-core';
import { type PrintOptions, PrintTimeoutError } from '../model/ports.ts';

/** Everything a self-contained page needs, and no script. */
const POLICY =
  "default-src 'none'; img-src data:; font-src data:; style-src 'unsafe-inline' data:; base-uri 'none'; form-action 'none'";

/** An empty page that can run nothing and reach nothing, in a context of its own. */
export interface PreparedPage {
  readonly context: BrowserContext;
  readonly page: Page;
}

/** Opens a page for `printPage`. It takes a tenth of a second, which can pass while a report is composed. */
export async function preparePage(chrome: Chrome): Promise<PreparedPage> {
  const context = await chrome.createBrowserContext();
  const page = await context.newPage();
  await confine(page);
  return { context, page };
}

/**
 * Prints a self-contained page to PDF. The document is foreign: its scripts are off twice over, every
 * request but `data:` is refused, and it is set in a context of its own that is dropped afterwards.
 *
 * @param prepared a page that was opened ahead; used once
 * @throws {PrintTimeoutError} that names the step
 */
export async function printPage(
  chrome: Chrome,
  html: string,
  options: PrintOptions,
  prepared?: Promise<PreparedPage>,
): Promise<Uint8Array> {
  let step = 'opening a page';
  const work = async () => {
    const { context, page } = await (prepared?.catch(() => preparePage(chrome)) ?? preparePage(chrome));
    try {
      step = 'laying out the page';
      await page.setContent(addPolicy(html), { waitUntil: 'load', timeout: options.timeoutMilliseconds });
      step = 'printing the page';
      return await page.pdf({
        preferCSSPageSize: true,
        printBackground: true,
        tagged: true,
        outline: true,
        waitForFonts: true,
        timeout: options.timeoutMilliseconds,
      });
    } finally {
      await context.close().catch(() => {});
    }
  };
  return withinTime(work, options.timeoutMilliseconds, () => step);
}

async function confine(page: Page): Promise<void> {
  await page.setJavaScriptEnabled(false);
  await page.setOfflineMode(true);
  await page.setRequestInterception(true);
  page.on('request', (request) => {
    const isInside = request.url().startsWith('data:') || request.url() === 'about:blank';
    // A request that its page no longer awaits needs no answer.
    void (isInside ? request.continue() : request.abort('accessdenied')).catch(() => {});
  });
}

function addPolicy(html: string): string {
  const head = /<head(?:\s[^>]*)?>/i.exec(html);
  if (!head) throw new Error('the page to print has no <head>');
  const end = head.index + head[0].length;
  return `${html.slice(0, end)}<meta http-equiv="Content-Security-Policy" content="${POLICY}">${html.slice(end)}`;
}

/** A browser that hangs answers no step's own time limit: this one holds all the same. */
async function withinTime<T>(work: () => Promise<T>, milliseconds: number, step: () => string): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new PrintTimeoutError(step(), milliseconds)), milliseconds);
  });
  try {
    return await Promise.race([work(), late]);
  } catch (error) {
    throw error instanceof TimeoutError ? new PrintTimeoutError(step(), milliseconds) : error;
  } finally {
    clearTimeout(timer);
  }
}
