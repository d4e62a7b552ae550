import { statSync } from 'node:fs';
import type { Measure } from './run-bench.ts';
import { type BuildRun, runBuild } from './run-build.ts';

/** Time, memory and sizes of one report's build, each run a process of its own; the first is not counted. */
export async function measureBuild(report: string, runs: number): Promise<Measure[]> {
  await runBuild([report], false);
  const timed: BuildRun[] = [];
  for (let run = 0; run < runs; run++) timed.push(await runBuild([report], false));
  const watched = await runBuild([report], true);
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

/** Time and memory of building every report in one cold process. */
export async function measureAllBuilds(): Promise<Measure[]> {
  const timed = await runBuild([], false);
  const watched = await runBuild([], true);
  const note = 'one cold process';
  return [
    { what: 'build all reports', found: timed.seconds, bound: 25, unit: 's', note },
    {
      what: 'peak memory of all',
      found: watched.megabytes,
      bound: 1500,
      unit: 'MB',
      note: 'summed PSS, every 25 ms',
    },
  ];
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
