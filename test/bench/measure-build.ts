import { spawn } from 'node:child_process';
import { statSync } from 'node:fs';
import process from 'node:process';
import { processTreeMemory } from './process-tree-memory.ts';
import type { Measure } from './run-bench.ts';

interface Run {
  readonly seconds: number;
  readonly megabytes: number;
}

/** Time, memory and sizes of one report's build, each run a process of its own; the first is not counted. */
export async function measureBuild(report: string, runs: number): Promise<Measure[]> {
  await build(report, false);
  const timed: Run[] = [];
  for (let run = 0; run < runs; run++) timed.push(await build(report, false));
  const watched = await build(report, true);
  const seconds = median(timed.map((run) => run.seconds));
  const kilobytes = (ending: string) => statSync(`output/${report}/${report}.${ending}`).size / 1000;
  const range = `${Math.min(...timed.map((run) => run.seconds)).toFixed(2)} to ${Math.max(...timed.map((run) => run.seconds)).toFixed(2)}`;
  return [
    {
      what: `build ${report}`,
      found: seconds,
      bound: 3.5,
      unit: 's',
      note: `median of ${runs} cold processes, ${range}`,
    },
    {
      what: 'peak memory',
      found: watched.megabytes,
      bound: 900,
      unit: 'MB',
      note: 'summed PSS of the process tree, every 25 ms',
    },
    { what: 'HTML', found: kilobytes('html'), bound: 600, unit: 'kB', note: '' },
    { what: 'PDF', found: kilobytes('pdf'), bound: 500, unit: 'kB', note: '' },
  ];
}

async function build(report: string, watch: boolean): Promise<Run> {
  const started = performance.now();
  const child = spawn(process.execPath, ['src/cli.ts', 'build-report', report], { stdio: 'ignore' });
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

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
