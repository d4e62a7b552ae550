import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { helpText } from '../../src/cli/help-text.ts';
import { parseArguments } from '../../src/cli/parse-arguments.ts';

const { scripts }: { scripts: Readonly<Record<string, string>> } = JSON.parse(
  readFileSync(new URL('../../package.json', import.meta.url), 'utf8'),
);
/** The npm scripts that are commands of Plumbline; others are for its makers. */
const commands = Object.keys(scripts).filter((name) => scripts[name]?.endsWith(`.js ${name}`));

test('names every command, and says more on each', () => {
  assert.ok(commands.includes('build-report'));
  for (const command of commands) {
    assert.ok(helpText(undefined).includes(`npm run ${command}`), command);
    assert.ok(helpText(command).startsWith(`npm run ${command}`), command);
    assert.deepEqual(parseArguments([command, '--help']), { name: 'help', of: command });
  }
});

test('says every exit code', () => {
  assert.match(helpText(undefined), /0 done · 1 .* · 2 .*\n?.* · 3 a fault/);
});

test('falls back on the help of all for a command that does not exist', () => {
  assert.equal(helpText('biuld-report'), helpText(undefined));
  assert.equal(helpText('constructor'), helpText(undefined));
});

test('fits a terminal of 110 columns', () => {
  for (const command of [undefined, ...commands]) {
    for (const line of helpText(command).split('\n')) assert.ok(line.length <= 110, line);
  }
});
