import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';

/** A clone of the last commit in a new folder, with `npm ci` done; seconds that `npm ci` took. */
export interface FreshClone {
  readonly folder: string;
  readonly installSeconds: number;
  remove(): void;
}

/** @param name part of the folder's name, so that two clones stand at different paths */
export function freshClone(name: string): FreshClone {
  const folder = join(mkdtempSync(join(tmpdir(), 'plumbline-bench-')), name);
  run('git', ['clone', '--quiet', process.cwd(), folder], process.cwd(), {});
  const started = performance.now();
  run('npm', ['ci', '--no-audit', '--no-fund'], folder, {});
  const installSeconds = (performance.now() - started) / 1000;
  return {
    folder,
    installSeconds,
    remove: () => rmSync(join(folder, '..'), { recursive: true, force: true }),
  };
}

/** Runs a program to its end, quietly; throws with what it said where it fails. */
export function run(program: string, argv: readonly string[], cwd: string, env: NodeJS.ProcessEnv): void {
  const shell = process.platform === 'win32';
  const result = spawnSync(program, argv, { cwd, env: { ...process.env, ...env }, encoding: 'utf8', shell });
  if (result.status !== 0)
    throw new Error(`${program} ${argv.join(' ')} failed:\n${result.stdout}${result.stderr}`);
}
