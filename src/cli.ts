/**
 * The command line: `node src/cli.ts <command>`, by way of the npm scripts. This file joins the commands to
 * the world; what they do stands in `build.ts`, `import-data.ts` and `doctor.ts`.
 */
import process from 'node:process';
import { assertRuntime } from './system/assert-runtime.ts';

// Before any date is made: workbooks' dates would shift by the machine's time zone.
process.env['TZ'] = 'UTC';
assertRuntime();

const { runCommand } = await import('./cli/run-command.ts');
const { openWorld } = await import('./open-world.ts');
process.exitCode = await runCommand(process.argv.slice(2), openWorld(process.cwd()));
