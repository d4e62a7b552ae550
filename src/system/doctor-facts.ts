import { availableParallelism, totalmem } from 'node:os';
import type { DoctorFact } from '../model/doctor-fact.ts';
import { BrowserError, BrowserMissingError } from '../model/ports.ts';
import { pinnedNode } from './assert-runtime.ts';
import { createSql } from './create-sql.ts';
import { isChromiumExtracted } from './extract-chromium.ts';
import { launchBrowser } from './launch-browser.ts';
import { loadFonts } from './load-fonts.ts';
import { packageVersion } from './package-folder.ts';
import { startR } from './start-r.ts';

/**
 * Looks at everything a build stands on, by starting each part. It asks nothing of the network. Packages
 * are those whose version can change a byte of an output.
 */
export async function doctorFacts(): Promise<readonly DoctorFact[]> {
  return [
    describeNode(),
    { name: 'Machine', value: describeMachine(), isGood: true },
    await attempt('DuckDB', describeDuckDb),
    await attempt('R', describeR),
    await attempt('Browser', describeBrowser),
    await attempt('Fonts', describeFonts),
    ...['vega', 'vega-lite', 'unified', 'handlebars', '@cantoo/pdf-lib', 'puppeteer'].map((name) => ({
      name,
      value: packageVersion(name),
      isGood: true,
    })),
  ];
}

async function attempt(name: string, describe: () => Promise<string>): Promise<DoctorFact> {
  try {
    return { name, value: await describe(), isGood: true };
  } catch (error) {
    const isExplained = error instanceof BrowserMissingError || error instanceof BrowserError;
    const remedy = isExplained ? error.remedy : 'npm ci';
    return { name, value: error instanceof Error ? error.message : String(error), isGood: false, remedy };
  }
}

function describeNode(): DoctorFact {
  const isGood = process.versions.node === pinnedNode();
  const remedy = 'run "npm ci" and start with "npm run …"';
  return { name: 'Node', value: process.versions.node, isGood, ...(isGood ? {} : { remedy }) };
}

function describeMachine(): string {
  const gigabytes = (totalmem() / 1024 ** 3).toFixed(0);
  return `${process.platform} ${process.arch}, ${availableParallelism()} processors, ${gigabytes} GB of memory`;
}

async function describeDuckDb(): Promise<string> {
  const sql = await createSql([]);
  try {
    await sql.query('select 1 as one', { key: ['one'] });
    const { version } = await import('@duckdb/node-api');
    return version().replace(/^v/, '');
  } finally {
    sql.close();
  }
}

async function describeR(): Promise<string> {
  const engine = startR();
  try {
    return `${await engine.version()} (webr ${packageVersion('webr')})`;
  } finally {
    engine.close();
  }
}

async function describeBrowser(): Promise<string> {
  const wasExtracted = await isChromiumExtracted();
  const browser = await launchBrowser();
  await browser.close();
  if (browser.origin === 'installed') return `${browser.version}, installed on this machine`;
  return `${browser.version}, from the lockfile, ${wasExtracted ? 'unpacked' : 'now unpacked'}; sandbox ${browser.sandboxed ? 'on' : 'off, because this is root'}`;
}

async function describeFonts(): Promise<string> {
  const { faces } = await loadFonts();
  const families = [...new Set(faces.map((face) => face.family))];
  return `${families.join(', ')} (${faces.length} files)`;
}
