import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type FreshClone, freshClone, run } from './fresh-clone.ts';
import type { Measure } from './run-bench.ts';

/** Two fresh clones, two paths, time zones and locales: how many of the outputs differ. */
export async function compareClones(): Promise<Measure> {
  const first = freshClone('one');
  const second = freshClone('another-place');
  try {
    build(first, { TZ: 'America/St_Johns', LC_ALL: 'C', LANG: 'C' });
    build(second, { TZ: 'Pacific/Chatham', LC_ALL: 'tr_TR.UTF-8', LANG: 'tr_TR.UTF-8' });
    const paths = [...new Set([...outputs(first), ...outputs(second)])];
    const differing = paths.filter((path) => !same(join(first.folder, path), join(second.folder, path)));
    const note =
      differing.length > 0 ? differing.join(', ') : `all ${paths.length} outputs have the same bytes`;
    return { what: 'outputs that differ', found: differing.length, bound: 0, unit: 'files', note };
  } finally {
    first.remove();
    second.remove();
  }
}

function build(clone: FreshClone, env: NodeJS.ProcessEnv): void {
  run('npm', ['run', 'build-report'], clone.folder, env);
}

function outputs(clone: FreshClone): string[] {
  return globSync('output/**/*.*', { cwd: clone.folder });
}

function same(one: string, other: string): boolean {
  try {
    return readFileSync(one).equals(readFileSync(other));
  } catch {
    return false;
  }
}
