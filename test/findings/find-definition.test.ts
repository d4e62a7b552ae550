import assert from 'node:assert/strict';
import { test } from 'node:test';
import { definitionFinder } from '../../src/findings/find-definition.ts';

const MAIN = {
  path: 'scripts/shires.ts',
  text: `import { more } from './shires/more.ts';
const evidence = ['share-rising', 'rate-2017'];
const shown = show('share-rising');
`,
};
const PART = {
  path: 'scripts/shires/more.ts',
  text: `const rate = (year) => ({
  id: \`rate-\${year}\`,
});
const change = {
  id: \`rate-change-\${format(year, { short: true })}\`,
};
const share = { id: 'share-rising' };
const text = \`a \${year} sentence\`;
rankFinding('rank-of-shires', 3);
`,
};

test('points at the line that gives the id, in whichever file it stands, not at what mentions it', () => {
  const definitionOf = definitionFinder([MAIN, PART]);
  assert.deepEqual(definitionOf('share-rising'), { file: PART.path, line: 7 });
  assert.deepEqual(definitionOf('rank-of-shires'), { file: PART.path, line: 9 });
});

test('follows ids that are put together, the one of which most is written', () => {
  const definitionOf = definitionFinder([MAIN, PART]);
  assert.deepEqual(definitionOf('rate-2017'), { file: PART.path, line: 2 });
  assert.deepEqual(definitionOf('rate-change-2017'), { file: PART.path, line: 5 });
});

test('names the script alone where its text does not show the id', () => {
  assert.deepEqual(definitionFinder([MAIN, PART])('from-the-data'), { file: MAIN.path, line: null });
  assert.deepEqual(definitionFinder([])('share'), { file: '', line: null });
});

test('reads R: written out, sprintf and paste0', () => {
  const text = `plumbline_finding(
  "pairs-total", 3)
finding(sprintf("rate-%s-%d", measure, year), 1)
finding(paste0("share-", tolower(area), "-of", "-all"), 1)
value(sprintf("rate-%s-%s", measure, last))
`;
  const definitionOf = definitionFinder([{ path: 'scripts/shires.R', text }]);
  assert.deepEqual(definitionOf('pairs-total').line, 2);
  assert.deepEqual(definitionOf('rate-plans-2017').line, 3);
  assert.deepEqual(definitionOf('share-london-of-all').line, 4);
});
