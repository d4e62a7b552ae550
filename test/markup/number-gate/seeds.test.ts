import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { findNumbers } from '../../../src/markup/number-gate/find-numbers.ts';
import { listBodyPassages } from '../../../src/markup/number-gate/list-body-passages.ts';
import { indexLines } from '../../../src/markup/source-map.ts';
import type { Report } from '../../../src/model/report.ts';
import { plainReport } from './plain-report.ts';

/** The texts that the project started from; they are not part of it. */
const FOLDER = join(import.meta.dirname, '../../../../shared/seeds');

/**
 * Every digit group and number word of the texts, judged by hand: a figure must be stopped; harmless are years and
 * dates, ages that say who is meant, codes, telephone numbers, list numbers, note marks and "one" that counts
 * nothing. Offset in the file, then the token.
 */
interface Judged {
  readonly file: string;
  readonly figures: readonly (readonly [number, string])[];
  readonly harmless: readonly (readonly [number, string])[];
}

const JUDGED: readonly Judged[] = [
  {
    file: '000_a7cb987a0277ed18.txt',
    figures: [
      [967, '15'],
      [990, '6'],
      [1690, '4'],
    ],
    harmless: [
      [32, '37'],
      [160, '1'],
      [181, '2'],
      [196, '3'],
      [223, '1'],
    ],
  },
  {
    file: '001_7a0f71b683686dd6.txt',
    figures: [
      [216, '263,652'],
      [473, 'two'],
      [792, 'fifteen'],
      [1158, '7'],
      [1258, 'doubled'],
      [1271, '31'],
      [1277, '65'],
      [1284, '10,000'],
      [1355, '87'],
      [1398, '37'],
      [1591, 'fifteen'],
      [3382, 'two'],
      [5301, 'three'],
      [5701, 'five'],
      [5760, 'three'],
      [5944, 'six'],
      [5973, 'three'],
      [6058, 'three'],
      [6278, '30'],
      [6335, 'two'],
      [6364, 'six'],
      [6387, '60'],
      [6414, 'two'],
      [7070, 'two'],
    ],
    harmless: [
      [140, '2018'],
      [153, '2020'],
      [1023, 'one'],
      [1140, '2016'],
      [1145, '17'],
      [1176, '2001'],
      [1181, '02'],
      [1295, '0'],
      [1297, '17'],
      [1613, '1'],
      [2463, 'one'],
      [3048, '2008'],
      [3625, '1'],
      [5718, '2009'],
      [5723, '13'],
      [5773, '2013'],
      [5778, '16'],
      [5823, '2'],
      [6233, '3'],
      [8202, '180112'],
    ],
  },
  {
    file: '002_6da4d63b322c9677.txt',
    figures: [
      [382, '60'],
      [495, 'four'],
      [528, '36'],
      [635, 'five'],
      [754, 'three'],
      [2276, '4.16'],
      [2307, '370.1'],
      [2340, '3.79'],
      [2379, '84'],
      [2403, '20'],
      [2530, 'five'],
      [2864, 'two'],
      [3427, '15'],
      [3585, '12'],
    ],
    harmless: [
      [113, '29'],
      [117, '2018'],
      [480, '2012'],
      [489, '2017'],
      [2287, '2018'],
      [2292, '19'],
      [2321, '2017'],
      [2326, '18'],
      [2917, 'one'],
    ],
  },
  {
    file: '003_0dd7f3b539f1dce6.txt',
    figures: [
      [2111, 'two'],
      [2856, '40'],
      [3127, '30'],
      [3143, 'Three'],
      [3149, 'quarters'],
      [3285, 'five'],
      [3664, 'two'],
    ],
    harmless: [
      [175, '2018'],
      [3047, '2012'],
      [3052, '17'],
      [9027, '44'],
      [9031, '0'],
      [9033, '20'],
      [9036, '7360'],
      [9041, '1208'],
    ],
  },
  {
    file: '004_dc50e9a6cece52c8.txt',
    figures: [
      [578, 'six'],
      [1979, 'quarter'],
      [2973, 'six'],
      [3160, 'seven'],
    ],
    harmless: [],
  },
];

const MOST_MISSED = 1;
const MOST_FALSE_ALARMS = 3;

test('of the numbers in the texts that the project started from, at most one passes and three are stopped for nothing', (t) => {
  if (!existsSync(FOLDER)) {
    t.diagnostic(`NOT MEASURED: ${FOLDER} is not there, so the gate was not held to the texts`);
    t.skip('the texts are not there');
    return;
  }
  const missed: string[] = [];
  const falseAlarms: string[] = [];
  let digits = 0;
  let words = 0;
  for (const { file, figures, harmless } of JUDGED) {
    const text = readFileSync(join(FOLDER, file), 'utf8');
    const stopped = findStopped(plainReport(text));
    for (const [offset, token] of [...figures, ...harmless]) {
      assert.equal(text.slice(offset, offset + token.length), token, `${file} at ${offset}`);
      if (/\d/.test(token)) digits++;
      else words++;
    }
    const isStopped = ([offset]: readonly [number, string]) =>
      stopped.some(([start, end]) => start <= offset && offset < end);
    missed.push(...figures.filter((one) => !isStopped(one)).map(([at, token]) => `${file} ${at} ${token}`));
    falseAlarms.push(...harmless.filter(isStopped).map(([at, token]) => `${file} ${at} ${token}`));
    const judged = [...figures, ...harmless];
    const unjudged = stopped.filter(
      ([start, end]) => !judged.some(([offset]) => start <= offset && offset < end),
    );
    falseAlarms.push(...unjudged.map(([start, end]) => `${file} ${start} ${text.slice(start, end)}`));
  }
  t.diagnostic(
    `${digits} digit groups, ${words} number words: missed ${missed.length}, false alarms ${falseAlarms.length}`,
  );
  assert.ok(missed.length <= MOST_MISSED, `missed: ${missed.join('; ')}`);
  assert.ok(falseAlarms.length <= MOST_FALSE_ALARMS, `false alarms: ${falseAlarms.join('; ')}`);
});

/** Offsets between which the gate stops a text. */
function findStopped(report: Report): [number, number][] {
  const lines = indexLines(report.body);
  return listBodyPassages(report).flatMap((passage) =>
    findNumbers(passage.text).map(({ start, end }): [number, number] => {
      const offsetOf = (at: number) => {
        const { line = 1, column = 1 } = passage.placeOf(at);
        return lines.offset(line - report.bodyLine + 1, column);
      };
      return [offsetOf(start), offsetOf(end - 1) + 1];
    }),
  );
}
