import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Paragraph } from '../../src/model/paragraph.ts';
import { listParagraphChanges } from '../../src/trust/list-paragraph-changes.ts';
import { lockParagraph } from '../../src/trust/make-lock.ts';

const FILE = 'reports/areas/report.md';
const start = { file: FILE, line: 1, column: 1 };

function paragraph(line: number, source: string, text: string, value = ''): Paragraph {
  const figures = value === '' ? [] : [{ kind: 'finding', id: 'share', value } as const];
  return { place: { file: FILE, line, column: 1 }, source, text, figures };
}

function changes(before: readonly Paragraph[], after: readonly Paragraph[]): string[] {
  return listParagraphChanges(before.map(lockParagraph), after, start).map(({ kind, place, figures }) =>
    `${kind} ${place.line} ${figures.join()}`.trim(),
  );
}

const ROSE = paragraph(3, 'In {{finding "share"}} it rose.', 'In 60% it rose.', '60%');
const WORDS = paragraph(5, 'How we counted is told below.', 'How we counted is told below.');
const TABLE = {
  ...paragraph(7, '{{table "areas"}}', ''),
  figures: [{ kind: 'table', id: 'areas', value: 'digest 1' } as const],
};

test('new data name the paragraphs that show them, and no other', () => {
  const now = [
    { ...ROSE, text: 'In 58% it rose.', figures: [{ ...ROSE.figures[0], value: '58%' }] },
    WORDS,
    TABLE,
  ];
  assert.deepEqual(changes([ROSE, WORDS, TABLE], now as Paragraph[]), ['reread 3 finding share']);
});

test('a table that holds other cells is to be looked at although no word differs', () => {
  const other = { ...TABLE, figures: [{ kind: 'table', id: 'areas', value: 'digest 2' } as const] };
  assert.deepEqual(changes([ROSE, TABLE], [ROSE, other]), ['reread 7 table areas']);
});

test('a paragraph that moved, or whose lines were broken anew, keeps its signature', () => {
  const moved = {
    ...ROSE,
    place: { file: FILE, line: 9, column: 1 },
    source: 'In {{finding "share"}}\nit rose.',
  };
  assert.deepEqual(changes([ROSE, WORDS], [WORDS, moved]), []);
});

test('edited, new and gone paragraphs are told apart', () => {
  const edited = paragraph(3, 'In {{finding "share"}} it then rose.', 'In 60% it then rose.', '60%');
  const fresh = paragraph(6, 'Nobody knows why.', 'Nobody knows why.');
  assert.deepEqual(changes([ROSE, WORDS], [edited, fresh]), ['edited 3', 'new 6', 'gone 1']);
});

test('two paragraphs of the same words each have their own signature', () => {
  assert.deepEqual(changes([ROSE, ROSE], [ROSE]), ['gone 1']);
  assert.deepEqual(changes([ROSE], [ROSE, { ...ROSE, place: { ...start, line: 8 } }]), ['new 8']);
});
