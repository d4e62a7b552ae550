import assert from 'node:assert/strict';
import { test } from 'node:test';
import { h } from 'hastscript';
import { keepYears } from '../../src/page/keep-years.ts';
import { toHtml } from '../../src/page/to-html.ts';

const kept = (...children: Parameters<typeof h>[2][]) => toHtml(keepYears(h(null, h('p', ...children))));

test('years with a hyphen or a rule stay on one line', () => {
  assert.equal(
    kept('From 2009-10 to 2016\u201317, say.'),
    '<p>From <span class="keep">2009-10</span> to <span class="keep">2016\u201317</span>, say.</p>',
  );
  assert.equal(
    kept(h('data', { value: '1' }, '2016-17')),
    '<p><data value="1"><span class="keep">2016-17</span></data></p>',
  );
});

test('other numbers, dates and code stay as they are', () => {
  for (const text of ['2016-17-01', '12016-17', '1-2', '2016 17']) assert.equal(kept(text), `<p>${text}</p>`);
  assert.equal(kept(h('code', '2016-17')), '<p><code>2016-17</code></p>');
});
