import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import process from 'node:process';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

const MODULE = new URL('../../src/system/outlive-reader.ts', import.meta.url);

test('a command goes on to its end when nobody reads any more', async () => {
  const program = `
    import { outliveReader } from ${JSON.stringify(MODULE.href)};
    outliveReader(process.stdout, process.stderr);
    for (let line = 0; line < 40; line++) {
      process.stdout.write(\`\${line}\\n\`);
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    process.exitCode = 7;`;
  const child = spawn(process.execPath, ['--input-type=module', '--eval', program], {
    cwd: fileURLToPath(new URL('../..', import.meta.url)),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let complaints = '';
  child.stderr.on('data', (bytes) => {
    complaints += bytes;
  });
  await once(child.stdout, 'data');
  child.stdout.destroy();
  const [code] = await once(child, 'exit');
  assert.equal(code, 7);
  assert.equal(complaints, '');
});
