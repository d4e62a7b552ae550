/**
 * `npm run bench`: measures what the project promises, and prints a table. `npm run bench -- build` leaves
 * out what needs the registry (a fresh install, two fresh clones), `npm run bench -- trace` measures the trace alone, `-- disclosure` the disclosure gate, `-- paint` the first paint. Exit code 1 where a bound is missed, 2 where the
 * words of the call are off.
 */
import process from 'node:process';
import { compareClones } from './compare-clones.ts';
import { measureAggregation } from './measure-aggregation.ts';
import { measureAllBuilds, measureBuild } from './measure-build.ts';
import { measureDisclosure } from './measure-disclosure.ts';
import { measureFirstPaint } from './measure-first-paint.ts';
import { measureInstall } from './measure-install.ts';
import { measureLatentClasses } from './measure-latent-classes.ts';
import { measureTrace } from './measure-trace.ts';

/** One promise: what was measured, in its unit, and the most it may be. */
export interface Measure {
  readonly what: string;
  readonly found: number;
  readonly bound: number;
  readonly unit: string;
  readonly note: string;
}

const words = process.argv.slice(2);
if (words.some((word) => !['build', 'trace', 'disclosure', 'paint'].includes(word)) || words.length > 1) {
  console.error(
    'npm run bench [-- build | trace | disclosure | paint]: "build" leaves out what needs the registry, "trace", "disclosure" and "paint" all but these',
  );
  process.exit(2);
}
const onlyBuild = words.includes('build');
const onlyTrace = words.includes('trace');
const onlyPaint = words.includes('paint');
const onlyDisclosure = words.includes('disclosure');
const measures: Measure[] = onlyTrace
  ? await measureTrace()
  : onlyPaint
    ? await measureFirstPaint()
    : onlyDisclosure
      ? await measureDisclosure()
      : [
          ...(await measureBuild('care-trends', 5)),
          ...(await measureAllBuilds()),
          ...(await measureTrace()),
          ...(await measureFirstPaint()),
          ...(await measureDisclosure()),
          ...(await measureLatentClasses()),
          ...(await measureAggregation()),
        ];
if (!onlyBuild && !onlyTrace && !onlyPaint && !onlyDisclosure) {
  measures.push(await measureInstall());
  measures.push(await compareClones());
}

const rows = measures.map(({ what, found, bound, unit, note }) => [
  what,
  `${round(found)} ${unit}`,
  `≤ ${bound} ${unit}`,
  found <= bound ? 'met' : 'MISSED',
  note,
]);
const head = ['what', 'found', 'bound', '', 'how'];
const widths = head.map((title, column) =>
  Math.max(title.length, ...rows.map((row) => row[column]?.length ?? 0)),
);
for (const row of [head, ...rows]) {
  console.log(
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
}
process.exitCode = measures.every(({ found, bound }) => found <= bound) ? 0 : 1;

function round(value: number): string {
  return value >= 100 ? value.toFixed(0) : value.toFixed(2);
}
