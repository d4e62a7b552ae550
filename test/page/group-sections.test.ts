import assert from 'node:assert/strict';
import { test } from 'node:test';
import { h } from 'hastscript';
import { groupSections } from '../../src/page/group-sections.ts';
import { toHtml } from '../../src/page/to-html.ts';

const brief = (title: string) => [h('h2', title), '\n', h('p', 'A few words.')];

test('three brief sections or more stand in a row, fewer as they are', () => {
  const three = h(
    null,
    h('p', 'Before'),
    brief('Ethics'),
    brief('Impact'),
    brief('Contact'),
    h('h2', 'Results'),
  );
  assert.equal(
    toHtml(groupSections(three)).replaceAll('\n', ''),
    '<p>Before</p><div class="brief-sections"><div class="brief"><h2>Ethics</h2><p>A few words.</p></div>' +
      '<div class="brief"><h2>Impact</h2><p>A few words.</p></div>' +
      '<div class="brief"><h2>Contact</h2><p>A few words.</p></div></div><h2>Results</h2>',
  );
  const two = h(null, brief('Ethics'), brief('Impact'));
  assert.equal(toHtml(groupSections(two)), toHtml(two));
});

test('a section with a figure, a box or many words is not brief', () => {
  for (const more of [h('figure'), h('aside', 'Box'), h('p', 'word '.repeat(120))]) {
    const body = h(null, brief('One'), brief('Two'), h('h2', 'Three'), h('p', 'Text'), more);
    assert.equal(toHtml(groupSections(body)), toHtml(body));
  }
});

test('notes to editors are small print', () => {
  const body = h(null, h('h2', 'Notes to editors'), h('p', 'word '.repeat(120)), h('h2', 'Next'));
  assert.match(
    toHtml(groupSections(body)),
    /^<div class="small-print"><h2>Notes to editors.*<\/div><h2>Next/s,
  );
});
