import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import * as analysis from '../../src/analysis.ts';

/** What every page of a method says, in this order; a page may have more. */
const HEADINGS = ['Definition', 'Formula', 'Assumptions', 'Limits', 'R equivalent', 'References'];

const pages = globSync('docs/methods/*.md').map((file) => ({ file, text: readFileSync(file, 'utf8') }));

for (const { file, text } of pages) {
  test(`${file} has every heading of a method, in order, each with something beneath`, () => {
    const parts = text.split(/^## /m).slice(1);
    const found = parts.map((part) => part.split('\n', 1)[0] ?? '').filter((name) => HEADINGS.includes(name));
    assert.deepEqual(found, HEADINGS);
    for (const part of parts) {
      const [heading = '', ...lines] = part.split('\n');
      assert.ok(lines.join(' ').trim().length > 40, `"${heading}" is as good as empty`);
    }
  });
}

test('every method that scripts may import is named on a page', () => {
  const source = readFileSync('src/analysis.ts', 'utf8');
  const names = [...source.matchAll(/^export (?:type )?\{([^}]*)\} from '\.\/(?:stats|qual)\//gm)]
    .flatMap(([, list = '']) => list.split(','))
    .map((name) => name.trim())
    .filter((name) => name !== '' && Object.hasOwn(analysis, name));
  assert.ok(names.length > 30, `${names.length} methods`);
  const isNamed = (name: string) => pages.some(({ text }) => new RegExp(`\\b${name}\\b`).test(text));
  assert.deepEqual(
    names.filter((name) => !isNamed(name)),
    [],
  );
});
