import { relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * The place in the project's `scripts/` where an error was thrown: the topmost line of its stack (or of its
 * cause's) that lies there. Types are stripped to blanks, so positions are those of the source.
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
    if (file.startsWith('scripts/')) return { file, line: Number(found[2]), column: Number(found[3]) };
  }
  return locateError(error.cause, root);
}
