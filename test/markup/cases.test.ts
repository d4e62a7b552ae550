import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { test } from 'node:test';
import { composeBody } from '../../src/markup/compose-body.ts';
import { parseReport } from '../../src/markup/parse-report.ts';
import { formatMessage } from '../../src/messages/format-message.ts';
import { toHtml } from '../../src/page/to-html.ts';
import { FRONT_MATTER, sampleContext } from './sample-context.ts';

const folder = new URL('./cases/', import.meta.url);

/**
 * A folder holds `input.md` and what must come of it: `output.html`, `messages.txt`, or both where there
 * are warnings. Without front matter of its own, an input gets five lines of it. Where nothing is expected
 * yet, the result is written and the test fails: look at it, then commit it.
 */
for (const name of readdirSync(folder)) {
  test(`markup case ${name}`, () => {
    const input = readFileSync(new URL(`${name}/input.md`, folder), 'utf8');
    const { html, messages } = compose(input);
    compare(name, 'output.html', html);
    compare(name, 'messages.txt', messages);
  });
}

function compose(input: string): { html: string; messages: string } {
  const text = input.startsWith('---') || input.startsWith('no front') ? input : FRONT_MATTER + input;
  const report = parseReport('test', 'report.md', text);
  const body = report.value && composeBody(report.value, sampleContext);
  const messages = [...report.messages, ...(body?.messages ?? [])].map(
    (message) => `${formatMessage(message)}\n`,
  );
  return { html: body?.value ? `${toHtml(body.value.root).trim()}\n` : '', messages: messages.join('') };
}

function compare(name: string, file: string, actual: string): void {
  const url = new URL(`${name}/${file}`, folder);
  const folderIsNew = !['output.html', 'messages.txt'].some((one) =>
    existsSync(new URL(`${name}/${one}`, folder)),
  );
  if (existsSync(url)) assert.equal(actual, readFileSync(url, 'utf8'), `${name}/${file}`);
  else if (actual !== '') {
    if (process.env.CI === undefined) writeFileSync(url, actual);
    assert.fail(`${name}/${file} was not expected${folderIsNew ? ', because nothing is' : ''}: ${actual}`);
  }
}
