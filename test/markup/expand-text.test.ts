import assert from 'node:assert/strict';
import { test } from 'node:test';
import { expandText } from '../../src/markup/expand-text.ts';
import { sampleContext } from './sample-context.ts';

const place = { file: 'report.md', line: 3, column: 8 };

test('figures stand in plain text, and quotes are set', () => {
  const { value } = expandText(`"{{finding "share-rising"}}" rose -- children's rates`, place, sampleContext);
  assert.equal(value, '“60%” rose – children’s rates');
});

test('text follows claims', () => {
  const template =
    'Rates {{#when "most-fell"}}fell{{else}}rose{{/when}}{{#claim "most-rose"}} in most areas{{/claim}}';
  assert.equal(expandText(template, place, sampleContext).value, 'Rates rose in most areas');
});

test('the text of a figure is not read as a template, as Markdown or as HTML', () => {
  assert.equal(expandText('{{finding "sharpest"}}', place, sampleContext).value, '[London](x) & <b>');
});

test('tables cannot stand in plain text', () => {
  for (const template of ['{{table "regions"}}', '{{ledger}}']) {
    const { value, messages } = expandText(template, place, sampleContext);
    assert.equal(value, undefined);
    assert.deepEqual(
      messages.map(({ rule }) => rule),
      ['markup/not-alone'],
    );
  }
});

test('a mistake is placed at the text, or at its own line and column where the source is known', () => {
  const template = 'of {{finding "nobody"}} and {{finding "nobody"}} areas';
  const source = '>-\n  of {{finding "nobody"}}\n  and {{finding "nobody"}} areas\n';
  assert.deepEqual(
    expandText(template, place, sampleContext).messages.map((one) => one.place),
    [place, place],
  );
  const places = expandText(template, place, sampleContext, source).messages.map((one) => one.place);
  assert.deepEqual(
    places.map(({ line, column }) => [line, column]),
    [
      [4, 16],
      [5, 17],
    ],
  );
});

test('typed private-use characters are refused', () => {
  for (const text of ['\uE000', '&#xE000;', '&#983040;']) {
    assert.equal(expandText(text, place, sampleContext).messages[0]?.rule, 'markup/typed-placeholder');
  }
});
