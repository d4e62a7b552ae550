import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';

/** A check of PDF/UA-1 that a file fails, as veraPDF tells it. */
export interface PdfUaFailure {
  /** Of ISO 14289-1. */
  readonly clause: string;
  readonly message: string;
  readonly where: string;
}

/** What veraPDF found in each file, or why it could not be asked. */
export type PdfUaResult =
  | { readonly failures: ReadonlyMap<string, readonly PdfUaFailure[]>; readonly missing?: undefined }
  | { readonly missing: string };

const FOLDER = import.meta.dirname;

/**
 * Validates files with veraPDF, which Maven fetches from Maven Central once and keeps in `~/.m2`.
 *
 * @param options whether what is not in `~/.m2` may be fetched
 */
export function validatePdfUa(files: readonly string[], options: { readonly fetch: boolean }): PdfUaResult {
  for (const program of ['java', 'mvn']) {
    // On Windows Maven is a script, which only a shell starts.
    const shell = process.platform === 'win32';
    if (spawnSync(program, ['-version'], { shell }).status !== 0)
      return { missing: `${program} is not installed` };
  }
  const libraries = listLibraries(options.fetch);
  if (libraries === undefined) {
    return {
      missing: options.fetch
        ? 'Maven cannot fetch veraPDF from Maven Central'
        : 'veraPDF is not in ~/.m2 yet (npm run check-pdf-ua fetches it)',
    };
  }
  const run = spawnSync('java', ['-cp', libraries, join(FOLDER, 'CheckPdfUa.java'), ...files], {
    encoding: 'utf8',
    maxBuffer: 1e9,
  });
  if (run.status !== 0)
    return { missing: `java cannot run the validator: ${run.stderr.trim().slice(0, 300)}` };
  return { failures: readLines(files, run.stdout) };
}

function listLibraries(fetch: boolean): string | undefined {
  const folder = mkdtempSync(join(tmpdir(), 'plumbline-verapdf-'));
  const list = join(folder, 'libraries');
  try {
    const task = ['-f', join(FOLDER, 'pom.xml'), 'dependency:build-classpath', `-Dmdep.outputFile=${list}`];
    const options = { shell: process.platform === 'win32', timeout: 300_000 };
    // Without the network where everything is there already.
    const offline = spawnSync('mvn', ['-B', '-q', '-o', ...task], options).status === 0;
    if (!offline && !(fetch && spawnSync('mvn', ['-B', '-q', ...task], options).status === 0))
      return undefined;
    return readFileSync(list, 'utf8').trim();
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The lines of `CheckPdfUa`. A file that is not told to be done has failed. */
function readLines(files: readonly string[], output: string): ReadonlyMap<string, readonly PdfUaFailure[]> {
  const found = new Map<string, PdfUaFailure[]>(files.map((file) => [file, []]));
  const done = new Set<string>();
  for (const line of output.split('\n')) {
    const [kind, file = '', ...fields] = line.split('\t');
    if (kind === 'done') done.add(file);
    if (kind === 'error') found.get(file)?.push({ clause: '', message: fields[0] ?? '', where: '' });
    if (kind !== 'fail') continue;
    const [clause = '', test = '', message = '', where = ''] = fields;
    found.get(file)?.push({ clause: `${clause}, test ${test}`, message, where });
  }
  for (const [file, failures] of found) {
    if (!done.has(file) && failures.length === 0) {
      failures.push({ clause: '', message: 'the validator did not finish', where: '' });
    }
  }
  return found;
}
