/**
 * The command line: `node src/cli.ts <command>`, by way of the npm scripts. This file joins the commands to
 * the world; what they do stands in `build.ts`, `import-data.ts` and `doctor.ts`.
 */
import process from 'node:process';
import { RuntimeError } from './model/ports.ts';
import { openWorld } from './open-world.ts';
import { assertRuntime } from './system/assert-runtime.ts';
import { outliveReader } from './system/outlive-reader.ts';

// Before any date is made: workbooks' dates would shift by the machine's time zone.
process.env.TZ = 'UTC';
outliveReader(process.stdout, process.stderr);

try {
  assertRuntime();
  const words = process.argv.slice(2);
  const world = openWorld(process.cwd());
  if (words[0] === 'build-report' && !words.includes('--help')) world.warmUp();
  const { runCommand } = await import('./cli/run-command.ts');
  process.exitCode = await runCommand(words, world);
} catch (error) {
  if (!(error instanceof RuntimeError)) throw error;
  console.error(error.message);
  process.exitCode = 2;
}
