import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Root } from 'hast';
import { toText } from 'hast-util-to-text';
import { visit } from 'unist-util-visit';
import { composeBody } from '../../src/markup/compose-body.ts';
import { expandTemplate } from '../../src/markup/expand-template.ts';
import { parseReport } from '../../src/markup/parse-report.ts';
import { toHtml } from '../../src/page/to-html.ts';
import { FRONT_MATTER, sampleContext } from './sample-context.ts';

const SEED = { seed: 251, numRuns: 400 };
const PRIVATE = /[\uE000-\uF8FF]/;

function compose(body: string) {
  const { value: report } = parseReport('test', 'report.md', FRONT_MATTER + body);
  assert.ok(report);
  return composeBody(report, sampleContext);
}

const word = fc.constantFrom(
  'Rates',
  'rose',
  'in',
  'Vale,',
  'children’s',
  '62',
  'é',
  '日本',
  '5–6',
  '%',
  'a;b',
);
const helper = fc.constantFrom(
  '{{finding "share-rising"}}',
  '{{finding "change" as="interval"}}',
  '{{cited "3" of="section-251"}}',
  '\n\n{{table "regions"}}\n\n',
  '{{table "regions"}}',
  '{{ledger}}',
  '{{#claim "most-rose"}}',
  '{{/claim}}',
  '{{#when "most-fell"}}',
  '{{else}}',
  '{{/when}}',
  '{{! note }}',
  '{{finding "nobody"}}',
  '\\{{',
);
const markdown = fc.constantFrom(
  ...[
    '**',
    '*',
    '_',
    '`',
    '```\n',
    '\n\n',
    '\n',
    '# ',
    '## ',
    '- ',
    '1. ',
    '> ',
    '> [!note] ',
    '> [!',
    '|',
    '\n|-|-|\n',
  ],
  ...[
    '[',
    '](',
    ')',
    '](#',
    '![',
    '](charts/trend.vl.json "',
    '](images/map.png)',
    '[^1]',
    '\n[^1]: ',
    '"',
    "'",
    '--',
  ],
  ...[
    '<',
    '>',
    '&',
    '~~',
    '<br>',
    '<!--',
    '-->',
    '    ',
    '\t',
    '\\',
    ']: ',
    '<https://',
    'www.a.org',
    '](https://a.org/',
  ],
);
const html = fc.constantFrom(
  ...[
    '<script>',
    '</script>',
    '<img src=x onerror=alert(1)>',
    '<b onclick="x()">',
    '</b>',
    '<svg onload=x()>',
    '</svg>',
  ],
  ...[
    '<iframe src="javascript:x">',
    '</iframe>',
    '<a href="javascript:x">',
    '<a href=" java\nscript:x">',
    '</a>',
  ],
  ...[
    '<style>',
    '</style>',
    '<form action=x>',
    '<input name=x>',
    '<math>',
    '<template>',
    '</template>',
    '<title>',
  ],
  ...[
    '<p id=fig-trend>',
    '<p style="x">',
    '<data value=1>',
    '</data>',
    '<!--',
    '-->',
    '<![CDATA[',
    '<table><td onclick=x>',
  ],
  ...[
    '<noscript>',
    '<textarea>',
    '<plaintext>',
    '<object data=x>',
    '<meta http-equiv=refresh>',
    '<base href=x>',
    '"',
    "'>",
  ],
  ...[
    '<a href="data:text/html,x">',
    '<li id="fn-1">',
    '<h2 id="footnote-label">',
    '<x-y onfoo=1>',
    '<link rel=x>',
    '\n\n',
  ],
);

test('words without braces and marks come out as they went in', () => {
  fc.assert(
    fc.property(fc.array(word, { minLength: 1 }), (words) => {
      const text = `x ${words.join(' ')}`;
      const { value } = compose(text);
      assert.ok(value);
      assert.equal(toText(value.root), text);
    }),
    SEED,
  );
});

test('a template without braces expands to itself, and every character knows where it stood', () => {
  const locate = () => ({ file: 'report.md' });
  const resolver = {
    findings: [],
    inline: () => 'x',
    claim() {},
    quote: () => 'x',
    when: () => ({ main: true, other: true }),
  };
  fc.assert(
    fc.property(
      fc.array(
        fc.oneof(
          word,
          markdown.filter((mark) => mark !== '\\'),
        ),
      ),
      (parts) => {
        const template = parts.join('');
        const expanded = expandTemplate(template, locate, resolver, []);
        assert.equal(expanded?.text, template);
        for (let i = 0; i < template.length; i++) assert.equal(expanded?.toSource(i), i);
      },
    ),
    SEED,
  );
});

test('what is copied from a template is traced to the same characters in it', () => {
  const locate = () => ({ file: 'report.md' });
  const resolver = {
    findings: [],
    inline: () => '\uE000',
    claim() {},
    quote: () => 'x',
    when: () => ({ main: true, other: false }),
  };
  const block = fc
    .tuple(fc.constantFrom('{{#when "a"}}', '\n{{#when "a"}}\n', '\n\n  {{#when "a"}}  \n\n'), word)
    .map(([open, inner]) => `${open}${inner}\n{{else}}\nno\n{{/when}}\n`);
  const inline = fc.constantFrom('{{finding "a"}}', '{{! note }}', '\n{{! note }}\n', ' ');
  fc.assert(
    fc.property(fc.array(fc.oneof(word, inline, block)), (parts) => {
      const template = parts.join('');
      const expanded = expandTemplate(template, locate, resolver, []);
      assert.ok(expanded);
      [...expanded.text].forEach((character, i) => {
        const found = template.charAt(expanded.toSource(i));
        assert.equal(found, character === '\uE000' ? '{' : character);
      });
    }),
    SEED,
  );
});

test('no placeholder shows in a page or a message', () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(word, helper, markdown, html), { maxLength: 30 }), (parts) => {
      const { value, messages } = compose(parts.join(''));
      if (value) assert.doesNotMatch(toHtml(value.root), PRIVATE);
      assert.doesNotMatch(JSON.stringify(messages), PRIVATE);
      for (const { place } of messages)
        assert.ok((place.line ?? 0) >= 6, 'every message has a place in the body');
    }),
    { ...SEED, numRuns: 1500 },
  );
});

test('hostile HTML never runs anything', () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(html, word, markdown), { maxLength: 20 }), (parts) => {
      const { value } = compose(parts.join(''));
      if (value) assertHarmless(value.root);
    }),
    { ...SEED, numRuns: 1500 },
  );
});

const ELEMENTS =
  /^(script|style|iframe|object|embed|form|button|textarea|select|base|link|meta|title|svg|math|template)$/;

function assertHarmless(root: Root): void {
  visit(root, (node) => {
    assert.ok(['root', 'element', 'text'].includes(node.type) || isDrawing(node), `a ${node.type} node`);
    if (node.type !== 'element') return;
    assert.doesNotMatch(node.tagName, ELEMENTS);
    for (const [name, value] of Object.entries(node.properties)) {
      assert.doesNotMatch(name, /^(on|style$|srcDoc$|action$|formAction$)/i);
      if (name === 'href') assert.match(String(value), /^(https?:|mailto:|#|tables\/)/i);
      if (name === 'src') assert.match(String(value), /^data:image\//);
    }
  });
}

/** Charts are the only nodes that are written out as they are. */
function isDrawing(node: { type: string; value?: unknown }): boolean {
  return node.type === 'raw' && String(node.value).startsWith('<svg role="img"');
}
