import { type Program, parse } from 'acorn';
import type { ScriptViolation } from '../model/ports.ts';
import { findReach } from './find-reach.ts';
import { stripTypes, TypeScriptSyntaxError } from './strip-types.ts';
import { visitNodes } from './visit-nodes.ts';

/** An `import … from '…'` or `export … from '…'` as it stands in a script. */
export interface ScriptImport {
  readonly specifier: string;
  readonly line: number;
  readonly column: number;
}

export interface ParsedScript {
  readonly imports: readonly ScriptImport[];
  /** Everything in the script that reaches beyond what it is handed; imports are for the caller to judge. */
  readonly violations: readonly ScriptViolation[];
}

/** Parses a script and finds its imports and what it must not use. A syntax error is a violation. */
export function parseScript(file: string, text: string): ParsedScript {
  try {
    const code = stripTypes(text);
    const program = parse(code, { ecmaVersion: 'latest', sourceType: 'module', locations: true });
    return {
      imports: [...findImports(program), ...findTypeImports(text, code)],
      violations: findReach(file, program),
    };
  } catch (error) {
    return { imports: [], violations: [{ file, ...explainSyntaxError(error) }] };
  }
}

function findImports(program: Program): ScriptImport[] {
  const imports: ScriptImport[] = [];
  visitNodes(program, (node) => {
    const source = 'source' in node && node.type !== 'ImportExpression' ? node.source : undefined;
    if (!source || typeof source.value !== 'string' || !source.loc) return;
    const { line, column } = source.loc.start;
    imports.push({ specifier: source.value, line, column: column + 1 });
  });
  return imports;
}

/** `import type` statements: blanks in the code, but what they name counts all the same. */
function findTypeImports(text: string, code: string): ScriptImport[] {
  const imports: ScriptImport[] = [];
  for (const found of text.matchAll(/\b(?:import|export)\s+type\b[^;'"]*\bfrom\s*(['"])([^'"\n]+)\1/g)) {
    if (code.charAt(found.index) !== ' ') continue;
    const before = text.slice(0, found.index + found[0].lastIndexOf(found[1] ?? '', found[0].length - 2));
    const lines = before.split('\n');
    imports.push({
      specifier: found[2] ?? '',
      line: lines.length,
      column: (lines.at(-1) ?? '').length + 1,
    });
  }
  return imports;
}

function explainSyntaxError(error: unknown): { line: number; column: number; what: string } {
  if (error instanceof TypeScriptSyntaxError) {
    return { line: error.line, column: error.column, what: error.message };
  }
  if (error instanceof SyntaxError && 'loc' in error) {
    const { line, column } = error.loc as { line: number; column: number };
    return { line, column: column + 1, what: error.message.replace(/ \(\d+:\d+\)$/, '') };
  }
  throw error;
}
