import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import type { Chart } from '../../../src/chart/chart.ts';
import { parseChart } from '../../../src/chart/parse-chart.ts';
import { checkNumbers } from '../../../src/markup/number-gate/check-numbers.ts';
import { listBodyPassages } from '../../../src/markup/number-gate/list-body-passages.ts';
import { listChartPassages } from '../../../src/markup/number-gate/list-chart-passages.ts';
import { listFrontPassages } from '../../../src/markup/number-gate/list-front-passages.ts';
import { parseReport } from '../../../src/markup/parse-report.ts';
import type { Message } from '../../../src/model/message.ts';
import type { Report } from '../../../src/model/report.ts';

const ROOT = join(import.meta.dirname, '../../..');
const MUTATIONS = 200;

/** What an author might type in place of a bound figure, by kind. */
const TYPED = {
  digits: [
    '60%',
    '4.2%',
    '151',
    '1,234',
    '7',
    '£4.16bn',
    '−£370.1m',
    '−0.21',
    '0.42',
    '62 per 10,000',
    '3.5 percentage points',
    '12 years',
    '90',
  ],
  words: [
    'sixty per cent',
    'twenty-three',
    'five',
    'one hundred and fifty-one',
    'nine',
    'four per cent',
    'a dozen',
    'two million',
    'more than doubled',
  ],
  fractions: [
    'a quarter',
    'two-thirds',
    'three-fifths',
    'nearly half',
    'one in five',
    'nine in ten',
    '½',
    'a third',
    '2/3',
  ],
  ranges: [
    '59% to 61%',
    'between 12 and 15',
    '31–65',
    '0.10 to 0.31',
    'two to three',
    '−3.1% to 4.2%',
    '£3bn to £4bn',
  ],
  ordinals: ['3rd', '23rd', 'third', 'twenty-first', 'fifth', '11th', 'ranked second'],
} as const;

const TAG = /\{\{(?:finding|cited|direction|compare)\s(?:[^{}])*\}\}/g;

interface SourceFile {
  readonly report: string;
  readonly file: string;
  readonly text: string;
}

const templates = readdirSync(join(ROOT, 'templates/charts')).map((name) => read(`templates/charts/${name}`));

/** The texts of the five briefings and of their charts. */
const sources: readonly SourceFile[] = readdirSync(join(ROOT, 'reports')).flatMap((report) => [
  { report, ...read(`reports/${report}/report.md`) },
  ...readdirSync(join(ROOT, `reports/${report}/charts`)).map((name) => ({
    report,
    ...read(`reports/${report}/charts/${name}`),
  })),
]);

function read(file: string): { file: string; text: string } {
  return { file, text: readFileSync(join(ROOT, file), 'utf8') };
}

/** What the gate says of a file with this text; exemptions that serve another file are not its matter. */
function check(source: SourceFile, text: string): readonly Message[] {
  const { report, passages } = source.file.endsWith('.md')
    ? readReport(source, text)
    : readChart(source, text);
  return checkNumbers(report, passages, []).messages.filter(
    ({ rule }) => rule !== 'numbers/unused-exemption',
  );
}

const parsed = new Map<string, Report>();

/** Only what differs from the report as it is has to be read again. */
function readReport({ report: id, file, text: original }: SourceFile, text: string) {
  const whole = parsed.get(id) ?? parseWhole(id, file, original);
  parsed.set(id, whole);
  const front = original.slice(0, original.length - whole.body.length);
  if (text.startsWith(front) && text !== original) {
    const report = { ...whole, body: text.slice(front.length) };
    return { report, passages: listBodyPassages(report) };
  }
  const report = parseWhole(id, file, text);
  return {
    report,
    passages: [...listFrontPassages(report), ...(text === original ? listBodyPassages(report) : [])],
  };
}

function readChart({ report: id, file }: SourceFile, text: string) {
  const source = sources.find((one) => one.file === `reports/${id}/report.md`);
  if (source === undefined) throw new Error(`${id} has no text`);
  const report = parsed.get(id) ?? parseWhole(id, source.file, source.text);
  return { report, passages: listChartPassages(parse(file, text)) };
}

function parseWhole(id: string, file: string, text: string): Report {
  const { value, messages } = parseReport(id, file, text);
  if (value === undefined) throw new Error(messages.map(({ reason }) => reason).join('; '));
  return value;
}

function parse(file: string, text: string): Chart {
  const { value, messages } = parseChart(file, text, templates);
  if (value === undefined) throw new Error(messages.map(({ reason }) => reason).join('; '));
  return value;
}

/** Numbers from 0 up to 1, the same in every run (a linear congruential generator). */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

test('the gate has nothing against the texts of the five briefings', () => {
  for (const source of sources) {
    const found = check(source, source.text).map(
      ({ place, reason }) => `${place.file}:${place.line}:${place.column} ${reason}`,
    );
    assert.deepEqual(found, [], source.file);
  }
});

test('each of 200 bound figures that were replaced by typed ones is caught, at its place', () => {
  const next = seeded(20261122);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(next() * list.length)] as T;
  const tags = sources.flatMap((source) =>
    [...source.text.matchAll(TAG)].map(({ 0: tag, index }) => ({ source, tag, index })),
  );
  const kinds = Object.keys(TYPED) as (keyof typeof TYPED)[];
  const missed: string[] = [];
  for (let i = 0; i < MUTATIONS; i++) {
    const { source, tag, index } = pick(tags);
    const typed = pick(TYPED[kinds[i % kinds.length] ?? 'digits']);
    const text = source.text.slice(0, index) + typed + source.text.slice(index + tag.length);
    const before = text.slice(0, index).split('\n');
    const line = before.length;
    const column = (before.at(-1) ?? '').length + 1;
    const messages = check(source, text);
    const isThere = ({ place }: Message) =>
      place.file === source.file &&
      place.line === line &&
      (place.column ?? 0) >= column - 2 &&
      (place.column ?? 0) <= column + typed.length;
    const around = text.slice(Math.max(0, index - 40), index + typed.length + 30).replaceAll('\n', ' ');
    if (!messages.some(isThere))
      missed.push(
        `${source.file}:${line}:${column} ${typed} in “${around}” (${messages.map(({ place }) => `${place.line}:${place.column}`)})`,
      );
    else if (messages.some((message) => !isThere(message)))
      missed.push(`false alarm beside ${source.file}:${line} “${around}”`);
  }
  assert.deepEqual(missed, []);
});
