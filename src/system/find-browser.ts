import { access } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { BrowserMissingError } from '../model/ports.ts';
import { extractChromium } from './extract-chromium.ts';

/** A browser's program, and what it needs around it. */
export interface FoundBrowser {
  readonly executable: string;
  readonly origin: 'lockfile' | 'installed';
  /** The whole environment of the browser; `undefined` where it takes over ours. */
  readonly environment: Readonly<Record<string, string>> | undefined;
}

/** Puppeteer has no browser for Linux on ARM. */
const REMEDY =
  process.platform === 'linux' ? 'sudo apt-get install chromium' : 'npx puppeteer browsers install chrome';

/**
 * Finds the browser to print with: the one that `PLUMBLINE_BROWSER` names, else on Linux x64 the one that
 * the lockfile pins, else the one that puppeteer downloaded, else an installed Chrome or Edge.
 *
 * @throws {BrowserMissingError}
 */
export async function findBrowser(): Promise<FoundBrowser> {
  const named = process.env.PLUMBLINE_BROWSER;
  if (named !== undefined && named !== '') return findNamed(named);
  if (process.platform === 'linux' && process.arch === 'x64') return findPinned();
  for (const executable of [await puppeteersOwn(), ...installedAt(process.platform)]) {
    if (executable !== undefined && (await exists(executable))) {
      return { executable, origin: 'installed', environment: undefined };
    }
  }
  throw new BrowserMissingError(
    'There is no browser to print with; expected Chrome, Edge or the one that puppeteer downloads',
    REMEDY,
  );
}

async function findNamed(executable: string): Promise<FoundBrowser> {
  if (await exists(executable)) return { executable, origin: 'installed', environment: undefined };
  throw new BrowserMissingError(
    `PLUMBLINE_BROWSER names "${executable}", where there is no browser; expected the path of one`,
    'unset PLUMBLINE_BROWSER, or set it to the path of Chrome or Edge',
  );
}

async function findPinned(): Promise<FoundBrowser> {
  const { executable, libraries, fontConfig, home } = await extractChromium();
  return {
    executable,
    origin: 'lockfile',
    // Nothing of the machine's: its language, time zone and fonts would change the bytes.
    environment: {
      LD_LIBRARY_PATH: libraries,
      FONTCONFIG_FILE: fontConfig,
      HOME: home,
      LC_ALL: 'C.UTF-8',
      TZ: 'UTC',
    },
  };
}

/** Where puppeteer keeps the browser of its own version, whether it is there or not. */
async function puppeteersOwn(): Promise<string | undefined> {
  const { default: puppeteer } = await import('puppeteer');
  try {
    return await puppeteer.executablePath();
  } catch {
    return undefined;
  }
}

/** Where the installers of Chrome and Edge put them. */
export function installedAt(platform: NodeJS.Platform, environment = process.env): string[] {
  if (platform === 'win32') {
    const roots = ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap(
      (name) => environment[name] ?? [],
    );
    const programs = ['Google\\Chrome\\Application\\chrome.exe', 'Microsoft\\Edge\\Application\\msedge.exe'];
    return programs.flatMap((program) => roots.map((root) => `${root}\\${program}`));
  }
  if (platform === 'darwin') {
    const programs = ['Google Chrome', 'Microsoft Edge', 'Chromium'];
    return programs.flatMap((name) =>
      ['/Applications', join(homedir(), 'Applications')].map(
        (root) => `${root}/${name}.app/Contents/MacOS/${name}`,
      ),
    );
  }
  const names = [
    'google-chrome-stable',
    'google-chrome',
    'chromium',
    'chromium-browser',
    'microsoft-edge-stable',
  ];
  return names.map((name) => `/usr/bin/${name}`);
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
