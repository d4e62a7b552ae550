import { freshClone } from './fresh-clone.ts';
import type { Measure } from './run-bench.ts';

/** `npm ci` in a fresh clone, npm's own cache as it is. */
export async function measureInstall(): Promise<Measure> {
  const clone = freshClone('install');
  clone.remove();
  return {
    what: 'npm ci',
    found: clone.installSeconds,
    bound: 60,
    unit: 's',
    note: 'fresh clone, warm registry',
  };
}
