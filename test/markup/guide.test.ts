import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { BOX_KINDS } from '../../src/markup/box-kinds.ts';
import { composeBody } from '../../src/markup/compose-body.ts';
import { expandText } from '../../src/markup/expand-text.ts';
import { FRONT_MATTER_EXPECTS } from '../../src/markup/front-matter-schema.ts';
import { parseReferences } from '../../src/markup/parse-references.ts';
import { parseReport } from '../../src/markup/parse-report.ts';
import { formatMessage } from '../../src/messages/format-message.ts';
import type { Message } from '../../src/model/message.ts';
import { FRONT_MATTER, sampleContext } from './sample-context.ts';

const GUIDE = readFileSync(new URL('../../docs/guide/reports.md', import.meta.url), 'utf8');

const blocks = [...GUIDE.matchAll(/^```([^\n]*)\n([\s\S]*?)^```$/gm)].map(
  ([, info = '', text = ''], index) => ({
    info,
    text,
    name: `example ${index + 1}: ${text.split('\n')[0]}`,
  }),
);

function compose(text: string): readonly Message[] {
  const { value, messages } = parseReport(
    'test',
    'report.md',
    text.startsWith('---') ? text : FRONT_MATTER + text,
  );
  return [...messages, ...(value ? composeBody(value, sampleContext).messages : [])];
}

for (const [index, { info, text, name }] of blocks.entries()) {
  if (info === 'markdown') {
    test(`the guide's ${name} builds without a message`, () => {
      assert.deepEqual(compose(text), []);
    });
  } else if (info === 'markdown error') {
    test(`the guide's ${name} gives the messages that the guide shows`, () => {
      const expected = blocks[index + 1];
      assert.equal(expected?.info, 'text');
      assert.equal(`${compose(text).map(formatMessage).join('\n')}\n`, expected?.text);
    });
  } else if (info === 'json') {
    test(`the guide's ${name} is a list of references`, () => {
      assert.deepEqual(
        [...(parseReferences('references.json', text).value?.references.keys() ?? [])],
        ['section-251'],
      );
    });
  }
}

test('every form that the guide shows gives what it says', () => {
  const rows = [...GUIDE.matchAll(/^\| `(\{\{finding [^`]*\}\})` \| ([^|]*) \|$/gm)];
  assert.ok(rows.length >= 8);
  for (const [, template = '', expected] of rows) {
    const { value } = expandText(template, { file: 'reports.md' }, sampleContext);
    assert.equal(value?.replaceAll('\u00a0', ' '), expected);
  }
});

test('the guide names every key of the front matter and every kind of box', () => {
  for (const key of Object.keys(FRONT_MATTER_EXPECTS).filter((one) => !one.includes('.'))) {
    assert.match(GUIDE, new RegExp(`^\\|[^|]*\`${key}\``, 'm'), key);
  }
  for (const kind of Object.keys(BOX_KINDS)) assert.match(GUIDE, new RegExp(`^\\| \`${kind}\``, 'm'), kind);
});
