import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { create } from 'fontkit';
import { loadFonts } from '../../src/system/load-fonts.ts';
import { packageFolder } from '../../src/system/package-folder.ts';
import { unpackWoff } from '../../src/system/unpack-woff.ts';

const { faces, measure } = await loadFonts();
const sans = { family: 'Source Sans 3', size: 100, weight: 400, style: 'normal' } as const;

test('both families come in two weights, upright and italic, Latin first', () => {
  const cuts = new Set(faces.map((face) => `${face.family} ${face.weight} ${face.style}`));
  assert.equal(cuts.size, 8);
  assert.match(faces[0]?.file ?? '', /-latin-400-/);
  assert.equal(faces[0]?.unicodeRange.includes('U+0000-00FF'), true);
});

test('each file says which characters it really has', () => {
  const latin = faces.find((face) => face.file === 'source-sans-3-latin-400-normal.woff2');
  const has = (character: string) => latin?.characters.has(character.codePointAt(0) ?? 0);
  for (const character of 'aZ£é–—−×½²“”€') assert.equal(has(character), true, character);
  for (const character of '↩≥→ł') assert.equal(has(character), false, character);
});

test('the WOFF file that is measured has the characters and widths of the WOFF2 file that is embedded', () => {
  for (const face of faces.filter(({ file }) => /-latin-\d/.test(file))) {
    const embedded = create(Buffer.from(face.woff2));
    assert.ok('layout' in embedded);
    assert.deepEqual(new Set(embedded.characterSet), face.characters, face.file);
    const width = (embedded.layout('Rate per 10,000 AVA').advanceWidth / embedded.unitsPerEm) * 10;
    assert.equal(measure.width('Rate per 10,000 AVA', { ...face, size: 10 }), width, face.file);
  }
});

test('width grows with the size, the weight and the text, and heeds kerning', () => {
  const width = (text: string, change = {}) => measure.width(text, { ...sans, ...change });
  assert.equal(width(''), 0);
  assert.ok(Math.abs(width('Leeds', { size: 10 }) * 10 - width('Leeds')) < 1e-9);
  assert.ok(width('Leeds', { weight: 600 }) > width('Leeds'));
  assert.ok(width('AV') < width('A') + width('V'));
  assert.ok(width('łódź') > 0);
});

test('a weight that is not there is measured as the one that a browser takes', () => {
  const width = (weight: number) => measure.width('Rate', { ...sans, weight });
  assert.equal(width(700), width(600));
  assert.equal(width(500), width(400));
  assert.equal(width(300), width(400));
});

test('a family that is not bundled is measured as the first that is', () => {
  assert.equal(measure.width('Rate', { ...sans, family: 'Arial' }), measure.width('Rate', sans));
});

test('a WOFF file unpacks to the same font', () => {
  const file = join(
    packageFolder('@fontsource/source-serif-4'),
    'files/source-serif-4-latin-400-normal.woff',
  );
  const woff = readFileSync(file);
  const [packed, unpacked] = [create(woff), create(unpackWoff(woff))];
  assert.ok('layout' in packed && 'layout' in unpacked);
  assert.deepEqual(unpacked.characterSet, packed.characterSet);
  assert.equal(unpacked.layout('Office').advanceWidth, packed.layout('Office').advanceWidth);
  assert.throws(() => unpackWoff(Buffer.from('OTTO and more')), /not a WOFF/);
});
