import { relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { columnInScript } from './import-script.ts';

/**
 * The place in the project's `scripts/` where an error was thrown: the topmost line of its stack (or of its
 * cause's) that lies there. Types are stripped to blanks, so lines are those of the source; columns are, but
 * for what `guardKeys` put in.
 *
 * @param root the project's folder, absolute
 */
export function locateError(
  error: unknown,
  root: string,
): { file: string; line: number; column: number } | undefined {
  if (!(error instanceof Error)) return undefined;
  for (const found of (error.stack ?? '').matchAll(/(file:\/\/\S+?):(\d+):(\d+)/g)) {
    const file = relative(resolve(root), fileURLToPath(found[1] ?? '')).replaceAll('\\', '/');
    if (!file.startsWith('scripts/')) continue;
    const [url = '', line, column] = [found[1], Number(found[2]), Number(found[3])];
    return { file, line, column: columnInScript(url, line, column) };
  }
  return locateError(error.cause, root);
}
