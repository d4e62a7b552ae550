import { createHash } from 'node:crypto';
import { posix } from 'node:path';
import type { Files, LoadedScript, ScriptViolation } from '../model/ports.ts';
import type { GuardedCode } from './guard-keys.ts';
import { parseScript } from './parse-script.ts';

/** The one file outside `scripts/` that a script may import. */
const ALLOWED_IMPORT = 'src/analysis.ts';

interface ReadScript extends Omit<LoadedScript, 'value'> {
  /** The JavaScript of each file, by its path from the project's root. */
  readonly modules: ReadonlyMap<string, GuardedCode>;
}

/**
 * Reads a script and, through its imports, every other file of `scripts/` that it is made of, and checks
 * each without running anything.
 *
 * @param path from the project's root: `scripts/care-trends.ts`
 * @returns `undefined` where there is no such file
 */
export async function readScript(files: Files, path: string): Promise<ReadScript | undefined> {
  const texts = new Map<string, string>();
  const violations: ScriptViolation[] = [];
  const modules = new Map<string, GuardedCode>();
  const first = await files.readText(path);
  if (first === undefined) return undefined;
  texts.set(path, first);
  for (const [file, text] of texts) {
    const parsed = parseScript(file, text);
    violations.push(...parsed.violations);
    modules.set(file, { code: parsed.code, shifts: parsed.shifts });
    for (const { specifier, line, column } of parsed.imports) {
      const target = resolveImport(file, specifier);
      if (target === ALLOWED_IMPORT) continue;
      const found = target === undefined ? undefined : (texts.get(target) ?? (await files.readText(target)));
      if (target !== undefined && found !== undefined) texts.set(target, found);
      else {
        const what = `import of ${specifier}${target === undefined ? '' : ', which does not exist'}`;
        violations.push({ file, line, column, what });
      }
    }
  }
  violations.sort((a, b) => (a.file === b.file ? a.line - b.line || a.column - b.column : 0));
  const [, ...imported] = [...texts].map(([file, text]) => ({ path: file, hash: hashText(text), text }));
  imported.sort((a, b) => (a.path < b.path ? -1 : 1));
  return { files: [{ path, hash: hashText(first), text: first }, ...imported], violations, modules };
}

/** The imported file's path from the project's root, or `undefined` where a script may not import it. */
function resolveImport(from: string, specifier: string): string | undefined {
  if (!specifier.startsWith('./') && !specifier.startsWith('../')) return undefined;
  const target = posix.join(posix.dirname(from), specifier);
  const allowed = target === ALLOWED_IMPORT || (target.startsWith('scripts/') && target.endsWith('.ts'));
  return allowed ? target : undefined;
}

function hashText(text: string): string {
  return `sha256:${createHash('sha256').update(text).digest('hex')}`;
}
