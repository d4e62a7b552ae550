import { globSync } from 'node:fs';
import { resolve } from 'node:path';
import process from 'node:process';
import type { BuildPorts } from './build/build-ports.ts';
import type { World } from './cli/run-command.ts';
import type { Browser, Pool } from './model/ports.ts';
import { createSql } from './system/create-sql.ts';
import { BUNDLED_FONTS, loadFonts } from './system/load-fonts.ts';
import { mendEditions } from './system/mend-editions.ts';
import { openFiles } from './system/open-files.ts';
import { openScripts } from './system/open-scripts.ts';
import { readToolVersions } from './system/read-tool-versions.ts';
import { type RSupply, supplyR } from './system/supply-r.ts';
import { writeEdition } from './system/write-edition.ts';
import { writeParquet } from './system/write-parquet.ts';
import { writeProjectFile } from './system/write-project-file.ts';

/** The world as the commands see it, and as tests see it for projects elsewhere. */
export interface OpenWorld extends World {
  /** The same engines and browser for another project. */
  at(root: string): OpenWorld;
  /** Starts R, where a project has R files: it takes most of a second, in which this process loads its own code. */
  warmUp(): void;
  /** Always has an R ready for the next analysis: for tests, which build many reports. */
  keepRWarm(): void;
}

/** What is started when first asked for and shared by whatever is built; of R, each analysis has its own. */
interface Engines {
  readonly r: RSupply;
  browser: Promise<Browser> | undefined;
  readonly fonts: Map<string, ReturnType<BuildPorts['fonts']>>;
  pool: Promise<ClosablePool> | undefined;
}

type ClosablePool = Pool & { close(): Promise<void> };

/** Joins the ports of `model/` to the real system, for the project at `root`. */
export function openWorld(root: string): OpenWorld {
  return openAt(root, { r: supplyR(), browser: undefined, fonts: new Map(), pool: undefined });
}

function openAt(root: string, engines: Engines): OpenWorld {
  const browser = (noSandbox: boolean): Promise<Browser> => {
    const starting = engines.browser ?? startBrowser(noSandbox);
    engines.browser = starting;
    return starting;
  };
  const pool: Pool = {
    run: async (task, inputs) => {
      engines.pool ??= startPool();
      return (await engines.pool).run(task, inputs);
    },
  };
  const warmUpR = () => {
    if (globSync('scripts/*.R', { cwd: root }).length > 0) engines.r.warmUp();
  };
  const print = (line: string) => process.stdout.write(`${line}\n`);
  return {
    screen: { write: (text) => process.stdout.write(text), isTerminal: process.stdout.isTTY === true },
    buildPorts: ({ noSandbox, progress }): BuildPorts => ({
      files: openFiles(root),
      clock: { now: () => performance.now() },
      scripts: openScripts(root),
      createSql: async (tables) => createSql(tables),
      createR: (files, analysis) => engines.r.open(files, analysis),
      warmUpR,
      pool,
      solver: async () => (await import('./system/create-solver.ts')).createSolver(),
      browser: () => browser(noSandbox),
      fonts: (theme = BUNDLED_FONTS) => {
        const key = `${theme.sans.package} ${theme.serif.package}`;
        const loading = engines.fonts.get(key) ?? loadFonts(theme);
        engines.fonts.set(key, loading);
        return loading;
      },
      mendEditions: () => mendEditions(root),
      writeEdition: (id, files) => writeEdition(root, id, files),
      tools: readToolVersions,
      sourceDate: readSourceDate(process.env.SOURCE_DATE_EPOCH),
      progress,
    }),
    describePorts: () => ({
      files: openFiles(root),
      write: (path, bytes) => writeProjectFile(root, path, bytes),
      print,
    }),
    changesPorts: () => ({
      checkOut: async (revision) =>
        (await import('./system/check-out-revision.ts')).checkOutRevision(root, revision),
      folder: (path) => openFiles(resolve(root, path)),
      write: (path, bytes) => writeProjectFile(root, path, bytes),
      print,
    }),
    approvePorts: () => ({ write: (path, bytes) => writeProjectFile(root, path, bytes), print }),
    today: () => new Date().toISOString().slice(0, 10),
    importPorts: async (from) => ({
      sourceFiles: openFiles(resolve(root, from)),
      project: openFiles(root),
      write: (path, bytes) => writeProjectFile(root, path, bytes),
      scripts: openScripts(root),
      print,
    }),
    syntheticPorts: () => ({
      project: openFiles(root),
      write: (path, bytes) => writeProjectFile(root, path, bytes),
      writeParquet,
      scripts: openScripts(root),
      print,
    }),
    verifyPorts: () => ({
      files: openFiles(root),
      readGiven: async (path, most) =>
        (await import('./system/read-given.ts')).readGiven(resolve(root, path), most),
      tools: readToolVersions,
      rebuild: async (report, files, date) =>
        (await import('./system/rebuild-elsewhere.ts')).rebuildElsewhere(report, files, date),
      print,
    }),
    packagePorts: () => ({
      files: openFiles(root),
      ownFiles: async () => (await import('./system/read-own-files.ts')).readOwnFiles(),
      tools: readToolVersions,
      write: (path, bytes) => writeProjectFile(root, path, bytes),
      print,
    }),
    linkPorts: () => ({
      files: openFiles(root),
      ask: async (address) => (await import('./system/ask-address.ts')).askAddress(address),
    }),
    doctorPorts: () => ({
      facts: async () => (await import('./system/doctor-facts.ts')).doctorFacts(),
      files: openFiles(root),
      print,
    }),
    at: (other) => openAt(other, engines),
    warmUp: warmUpR,
    keepRWarm() {
      engines.r.warmUp();
      engines.r.keepWarm();
    },
    async close() {
      engines.r.close();
      await (await engines.pool)?.close();
      await engines.browser?.then(
        (browser) => browser.close(),
        () => undefined, // one that never started was explained where it was asked for
      );
    },
  };
}

/** Seconds since 1970 as an ISO date; see https://reproducible-builds.org/docs/source-date-epoch/. */
function readSourceDate(seconds: string | undefined): string | undefined {
  if (seconds === undefined || !/^\d+$/.test(seconds)) return undefined;
  return new Date(Number(seconds) * 1000).toISOString().slice(0, 10);
}

async function startBrowser(noSandbox: boolean): Promise<Browser> {
  const { launchBrowser } = await import('./system/launch-browser.ts');
  return launchBrowser({ noSandbox });
}

async function startPool(): Promise<ClosablePool> {
  const { createPool } = await import('./system/create-pool.ts');
  return createPool();
}
