import { spawn } from 'node:child_process';
import process from 'node:process';
import { processTreeMemory } from './process-tree-memory.ts';

export interface BuildRun {
  readonly seconds: number;
  /** Peak of the whole process tree in MB; 0 where it was not watched. */
  readonly megabytes: number;
}

/** Builds reports (all where none is named) in a process of their own, started as npm starts it. */
export async function runBuild(reports: readonly string[], watch: boolean): Promise<BuildRun> {
  const started = performance.now();
  const child = spawn(process.execPath, ['src/start.js', 'build-report', ...reports], { stdio: 'ignore' });
  let megabytes = 0;
  const { pid } = child;
  const timer =
    watch && pid !== undefined
      ? setInterval(() => {
          megabytes = Math.max(megabytes, processTreeMemory(pid));
        }, 25)
      : undefined;
  const status = await new Promise<number | null>((resolve) => child.on('exit', resolve));
  clearInterval(timer);
  if (status !== 0) throw new Error(`the build ended with exit code ${status}; run it by itself to see why`);
  return { seconds: (performance.now() - started) / 1000, megabytes };
}
