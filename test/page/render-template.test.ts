import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Message } from '../../src/model/message.ts';
import { renderTemplate } from '../../src/page/render-template.ts';
import { readTheme } from './read-template.ts';

const VIEW = {
  title: 'Rates & places',
  html: '<p>rose</p>',
  authors: [{ name: 'Anna' }, { name: 'Ben' }],
  none: [],
  date: { words: '5 July' },
};

function render(layout: string, partials: Readonly<Record<string, string>> = {}) {
  const files = Object.entries(partials).map(
    ([name, text]) => [name, { file: `templates/partials/${name}.hbs`, text }] as const,
  );
  return renderTemplate(
    {
      layout: { file: 'templates/layouts/a.hbs', text: layout },
      partials: new Map(files),
      styles: [],
      theme: readTheme(),
      logo: '',
      scripts: [],
    },
    VIEW,
  );
}

function summarise({ rule, place }: Message): string {
  return `${rule} ${place.file}:${place.line}:${place.column}`;
}

test('a layout is filled with names, lists and partials; text is escaped, html is not', () => {
  const { value, messages } = render(
    '{{title}} {{{html}}} {{#each authors}}{{> author}} {{../date.words}}{{#unless @last}}, {{/unless}}{{/each}}',
    { author: '{{name}}' },
  );
  assert.deepEqual(messages, []);
  assert.equal(value, 'Rates &amp; places <p>rose</p> Anna 5 July, Ben 5 July');
});

test('every unknown name is told at once, in layout, blocks and partials, each in its own file', () => {
  const { value, messages } = render(
    '{{titel}}\n{{#if funder}}x{{/if}}\n{{#each authors}}{{> author}}{{/each}}',
    {
      author: '<li>\n  {{nam}}</li>',
    },
  );
  assert.equal(value, undefined);
  assert.deepEqual(messages.map(summarise), [
    'page/unknown-name templates/layouts/a.hbs:1:3',
    'page/unknown-name templates/layouts/a.hbs:2:7',
    'page/unknown-name templates/partials/author.hbs:2:5',
  ]);
  assert.equal(messages[0]?.remedy, 'did you mean "title"?');
});

test('an unknown partial and a part that a name does not have are told', () => {
  const { messages } = render('{{> autor}}{{date.iso}}', { author: '' });
  assert.deepEqual(messages.map(summarise), [
    'page/unknown-partial templates/layouts/a.hbs:1:1',
    'page/unknown-name templates/layouts/a.hbs:1:14',
  ]);
});

test('a partial that looks beyond itself is told, before Handlebars would fail', () => {
  const { messages } = render('{{#each authors}}{{> author}}{{/each}}', { author: '{{../title}}' });
  assert.deepEqual(messages.map(summarise), ['page/unknown-name templates/partials/author.hbs:1:3']);
});

test('a template that does not parse is told with its line', () => {
  const { messages } = render('a\n{{#if title}}b');
  assert.deepEqual(
    messages.map(({ rule, place }) => [rule, place.file, place.line]),
    [['page/template-syntax', 'templates/layouts/a.hbs', 2]],
  );
});
