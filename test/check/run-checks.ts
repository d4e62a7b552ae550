/**
 * `npm run check`: types, lint and format, import rule and cycles. All are run, whatever the first says.
 */
import { spawnSync } from 'node:child_process';
import process from 'node:process';

const steps: readonly (readonly [string, readonly string[]])[] = [
  ['types', ['node_modules/typescript/bin/tsc', '--noEmit']],
  ['lint and format', ['node_modules/@biomejs/biome/bin/biome', 'check', '--error-on-warnings', '.']],
  ['import rule and cycles', ['--test', '--test-reporter=dot', 'test/check/imports.test.ts']],
];

let failed = 0;
for (const [name, argv] of steps) {
  const started = performance.now();
  const result = spawnSync(process.execPath, argv, { encoding: 'utf8' });
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  const passed = result.status === 0;
  console.log(`${passed ? 'passed' : 'FAILED'}  ${name} (${seconds} s)`);
  if (!passed) {
    failed += 1;
    console.log(`${result.stdout ?? ''}${result.stderr ?? ''}`);
  }
}
process.exit(failed === 0 ? 0 : 1);
