import puppeteer, { type Browser } from 'puppeteer';
import { findBrowser } from '../../src/system/find-browser.ts';

/** The browser that prints, for tests that use a page: `pinned` says whether the lockfile brought it. */
export async function openChrome(): Promise<{ readonly chrome: Browser; readonly pinned: boolean }> {
  const { executable, environment, origin } = await findBrowser();
  const chrome = await puppeteer.launch({
    executablePath: executable,
    headless: 'shell',
    pipe: true,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-dev-shm-usage',
      '--font-render-hinting=none',
      '--lang=en-GB',
      '--force-color-profile=srgb',
      '--hide-scrollbars',
    ],
    ...(environment === undefined ? {} : { env: environment }),
  });
  return { chrome, pinned: origin === 'lockfile' };
}
