import { globSync } from 'node:fs';
import { basename } from 'node:path';
import process from 'node:process';
import { setTimeout } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import type { Page } from 'puppeteer';
import { openChrome } from '../web/open-chrome.ts';
import type { Measure } from './run-bench.ts';
import { runBuild } from './run-build.ts';

const RUNS = 5;

/**
 * How long a reader waits before a page from disk, scripts off: from the start of loading to the first paint that
 * shows contents, in a fresh context each time, median of five; of the slowest report.
 */
export async function measureFirstPaint(): Promise<Measure[]> {
  await runBuild([], false);
  const { chrome } = await openChrome();
  const found: { report: string; seconds: number }[] = [];
  try {
    for (const file of globSync('output/*/*.html').sort()) {
      const times: number[] = [];
      for (let run = 0; run < RUNS; run++) {
        const context = await chrome.createBrowserContext();
        const page = await context.newPage();
        await page.setJavaScriptEnabled(false);
        await page.setViewport({ width: 1280, height: 900 });
        await page.goto(pathToFileURL(`${process.cwd()}/${file}`).href, { waitUntil: 'load' });
        times.push(await readFirstPaint(page));
        await context.close();
      }
      times.sort((a, b) => a - b);
      found.push({
        report: basename(file, '.html'),
        seconds: (times[Math.floor(RUNS / 2)] ?? Number.NaN) / 1000,
      });
    }
  } finally {
    await chrome.close();
  }
  found.sort((a, b) => b.seconds - a.seconds);
  return [
    {
      what: 'first paint',
      found: found[0]?.seconds ?? Number.NaN,
      bound: 1,
      unit: 's',
      note: `from disk, scripts off: ${found.map(({ report, seconds }) => `${report} ${seconds.toFixed(2)}`).join(', ')}`,
    },
  ];
}

/** In ms. A page may have loaded before it is painted, and with its scripts off it cannot tell when: it is asked. */
async function readFirstPaint(page: Page): Promise<number> {
  for (;;) {
    const painted = await page.evaluate(
      () => performance.getEntriesByName('first-contentful-paint')[0]?.startTime,
    );
    if (painted !== undefined) return painted;
    await setTimeout(20);
  }
}
