import { constants } from 'node:fs';
import { access } from 'node:fs/promises';
import type { Browser as Chrome, LaunchOptions } from 'puppeteer-core';
import { type Browser, BrowserError, PrintTimeoutError } from '../model/ports.ts';
import { explainBrowserFailure } from './browser-failure.ts';
import { pinnedChromium } from './extract-chromium.ts';
import { type FoundBrowser, findBrowser } from './find-browser.ts';
import { type PreparedPage, preparePage, printPage } from './print-page.ts';

const LAUNCH_MILLISECONDS = 30_000;

const ARGUMENTS = [
  '--disable-gpu',
  '--disable-dev-shm-usage',
  '--font-render-hinting=none',
  '--lang=en-GB',
  '--force-color-profile=srgb',
  '--no-first-run',
  // Nothing that the browser itself might ask for has an address.
  '--host-resolver-rules=MAP * ~NOTFOUND',
];

/**
 * Starts the browser that `findBrowser` finds. Its sandbox is on, unless this is root, whom Chromium's
 * sandbox does not serve, or the caller asks otherwise; `sandboxed` says which. A browser that is lost while
 * it prints is started again, once for each print.
 *
 * @throws {BrowserMissingError} where there is none
 * @throws {BrowserError} where it does not start
 */
export async function launchBrowser(options: { readonly noSandbox?: boolean } = {}): Promise<Browser> {
  const found = await findBrowser();
  const sandboxed = !(options.noSandbox ?? false) && process.getuid?.() !== 0;
  let chrome = await start(found, sandboxed);
  let prepared: Promise<PreparedPage> | undefined = preparePage(chrome);
  prepared.catch(() => undefined); // a page that cannot be opened is told when it is printed
  return {
    version: await nameVersion(chrome, found),
    origin: found.origin,
    sandboxed,
    async print(html, printOptions) {
      const ahead = prepared;
      prepared = undefined;
      try {
        return await printPage(chrome, html, printOptions, ahead);
      } catch (error) {
        if (error instanceof PrintTimeoutError) chrome.process()?.kill('SIGKILL');
        if (chrome.connected || error instanceof PrintTimeoutError) throw error;
      }
      chrome = await start(found, sandboxed);
      return printPage(chrome, html, printOptions);
    },
    close: () => chrome.close(),
  };
}

/** Asked before anything is started: Node 24 itself ends where a program with open pipes may not be run. */
async function assertRunnable(executable: string): Promise<void> {
  try {
    await access(executable, constants.X_OK);
  } catch {
    throw new BrowserError(
      `${executable} may not be run as a program`,
      'set TMPDIR to a folder of your own from which programs may run',
    );
  }
}

async function start(found: FoundBrowser, sandboxed: boolean): Promise<Chrome> {
  await assertRunnable(found.executable);
  const { default: puppeteer } = await import('puppeteer-core');
  const args = sandboxed ? ARGUMENTS : [...ARGUMENTS, '--no-sandbox'];
  const launch: LaunchOptions = {
    executablePath: found.executable,
    headless: 'shell',
    pipe: true,
    timeout: LAUNCH_MILLISECONDS,
    args,
  };
  try {
    return await puppeteer.launch(found.environment ? { ...launch, env: found.environment } : launch);
  } catch (error) {
    throw explainBrowserFailure(error, found, args);
  }
}

/** `Chromium 153.0.7800.0`; makes sure that the pinned browser is the one that runs. */
async function nameVersion(chrome: Chrome, found: FoundBrowser): Promise<string> {
  const version = (await chrome.version()).replace(/^[^/]*\//, '');
  const [pinned] = pinnedChromium().split('.');
  if (found.origin === 'lockfile' && version.split('.')[0] !== pinned) {
    await chrome.close();
    throw new BrowserError(
      `${found.executable} is Chromium ${version}; expected ${pinned}, which the lockfile pins`,
      `remove the folder of ${found.executable}, and build again`,
    );
  }
  return `Chromium ${version}`;
}
