/**
 * `npm test`: every `*.test.ts` under `test/` and `scripts/` with Node's own runner.
 * `npm run test:long`: the `*.long.ts` files, which fuzz and simulate for minutes.
 * `npm test -- --update-pictures`: takes the pictures of `test/web/pictures/` anew, for you to look at.
 * Names given after `--` select the files whose path contains one of them.
 */
import { spawnSync } from 'node:child_process';
import { globSync } from 'node:fs';
import process from 'node:process';

const long = process.argv.includes('--long');
const updatePictures = process.argv.includes('--update-pictures');
const wanted = updatePictures
  ? ['test/web/pictures']
  : process.argv.slice(2).filter((argument) => !argument.startsWith('--'));
const ending = long ? 'long.ts' : 'test.ts';
const files = [`test/**/*.${ending}`, `scripts/**/*.${ending}`]
  .flatMap((pattern) => globSync(pattern))
  .map((file) => file.replaceAll('\\', '/'))
  .filter((file) => wanted.length === 0 || wanted.some((part) => file.includes(part)))
  .sort();

if (files.length === 0) {
  console.error(
    `no test file ends in .${ending}${wanted.length ? ` and contains ${wanted.join(' or ')}` : ''}`,
  );
  process.exit(1);
}

const result = spawnSync(
  process.execPath,
  [
    '--test',
    '--test-concurrency=2',
    '--test-reporter=spec',
    `--test-timeout=${long ? 3_600_000 : 240_000}`,
    ...files,
  ],
  {
    stdio: 'inherit',
    env: { ...process.env, TZ: 'UTC', ...(updatePictures ? { PLUMBLINE_UPDATE_PICTURES: '1' } : {}) },
  },
);
process.exit(result.status ?? 1);
