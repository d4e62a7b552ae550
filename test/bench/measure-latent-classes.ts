import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';
import { processTreeMemory } from './process-tree-memory.ts';
import type { Measure } from './run-bench.ts';

interface Fit {
  readonly seconds: number;
  readonly patterns: number;
  readonly finalists: number;
  readonly reachedBest: number;
}

/** Time and memory of 7 classes of 100,000 records × 12 items from 20 starts, complete and with 3% missing. */
export async function measureLatentClasses(): Promise<Measure[]> {
  const complete = await fit(0);
  const missing = await fit(0.03);
  const note = ({ patterns, reachedBest, finalists }: Fit) =>
    `2 threads; ${patterns} patterns; ${reachedBest} of ${finalists} finalists at the best solution`;
  return [
    { what: 'latent classes', found: complete.seconds, bound: 10, unit: 's', note: note(complete) },
    { what: 'latent classes, 3% missing', found: missing.seconds, bound: 30, unit: 's', note: note(missing) },
    {
      what: 'memory of latent classes',
      found: Math.max(complete.megabytes, missing.megabytes),
      bound: 1000,
      unit: 'MB',
      note: 'summed PSS of the process, every 25 ms, the records included',
    },
  ];
}

async function fit(missing: number): Promise<Fit & { readonly megabytes: number }> {
  const child = spawn(process.execPath, ['test/bench/fit-latent-classes.ts', String(missing)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let megabytes = 0;
  const { pid } = child;
  const timer = setInterval(() => {
    if (pid !== undefined) megabytes = Math.max(megabytes, processTreeMemory(pid));
  }, 25);
  const printed = await text(child.stdout);
  clearInterval(timer);
  return { ...(JSON.parse(printed) as Fit), megabytes };
}
