import assert from 'node:assert/strict';
import { test } from 'node:test';
import { chooseFonts } from '../../src/page/choose-fonts.ts';
import { sampleFace } from './sample-page.ts';

const SANS = sampleFace('Source Sans 3');
const LATER = { ...sampleFace('Source Sans 3'), unicodeRange: 'U+0100-02BA', file: 'ext.woff2' };
const SANS_MORE = { ...LATER, characters: new Set(['ł'.codePointAt(0) ?? 0]) };

test('plain English needs the Latin file only', () => {
  const { faces, uncovered } = chooseFonts('Rates rose – by 4%', [SANS_MORE, SANS]);
  assert.deepEqual(faces, [SANS]);
  assert.deepEqual(uncovered, []);
});

test('files that the text has no use for are not even opened', () => {
  const closed = {
    ...LATER,
    get characters(): ReadonlySet<number> {
      throw new Error('opened');
    },
  };
  assert.deepEqual(chooseFonts('Rates', [SANS, closed]).faces, [SANS]);
});

test('a further file comes in with a character that only it has', () => {
  assert.deepEqual(chooseFonts('Paweł', [SANS_MORE, SANS]).faces, [SANS, SANS_MORE]);
});

test('weights that the theme does not use stay out', () => {
  assert.deepEqual(chooseFonts('Rates', [SANS, sampleFace('Source Sans 3', '', 700)]).faces, [SANS]);
});

test('characters without a glyph are named once, in order', () => {
  assert.deepEqual(chooseFonts('a → b ≤ c → d', [SANS]).uncovered, ['→', '≤']);
});

test('what a browser sets without a glyph needs none', () => {
  assert.deepEqual(chooseFonts('a\u00adb\u2060c\u2009d\u202fe\n', [SANS]).uncovered, []);
});
