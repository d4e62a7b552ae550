import { type Program, parse } from 'acorn';
import type { ScriptViolation } from '../model/ports.ts';
import { findGlobals } from './find-globals.ts';
import { findReach } from './find-reach.ts';
import { type GuardedCode, guardKeys } from './guard-keys.ts';
import { listNodes } from './list-nodes.ts';
import { stripTypes, TypeScriptSyntaxError } from './strip-types.ts';

/** An `import … from '…'` or `export … from '…'` as it stands in a script. */
export interface ScriptImport {
  readonly specifier: string;
  readonly line: number;
  readonly column: number;
}

export interface ParsedScript extends GuardedCode {
  readonly imports: readonly ScriptImport[];
  /** Everything in the script that reaches beyond what it is handed; imports are for the caller to judge. */
  readonly violations: readonly ScriptViolation[];
}

/** Parses a script: the JavaScript that may run, its imports, and what it must not use. A syntax error is a violation. */
export function parseScript(file: string, text: string): ParsedScript {
  try {
    const code = stripTypes(text);
    const program = parse(code, { ecmaVersion: 'latest', sourceType: 'module' });
    const imports = [...findImports(program), ...findTypeImports(text, code)];
    const nodes = listNodes(program);
    const uses = findGlobals(nodes);
    return {
      ...guardKeys(code, nodes, uses),
      imports: imports.map(({ specifier, start }) => ({ specifier, ...positionAt(text, start) })),
      violations: findReach(nodes, uses).map(({ what, start }) => ({
        file,
        ...positionAt(text, start),
        what,
      })),
    };
  } catch (error) {
    return {
      code: '',
      shifts: [],
      imports: [],
      violations: [{ file, ...explainSyntaxError(error), isSyntax: true }],
    };
  }
}

/** What an import names, and the offset of its quotation mark. */
interface FoundImport {
  readonly specifier: string;
  readonly start: number;
}

function findImports(program: Program): FoundImport[] {
  return program.body.flatMap((statement) => {
    const source = 'source' in statement ? statement.source : undefined;
    return typeof source?.value === 'string' ? [{ specifier: source.value, start: source.start }] : [];
  });
}

/** `import type` statements: blanks in the code, but what they name counts all the same. */
function findTypeImports(text: string, code: string): FoundImport[] {
  const statements = text.matchAll(/\b(?:import|export)\s+type\b[^;'"]*\bfrom\s*(['"])([^'"\n]+)\1/g);
  return [...statements]
    .filter((found) => code.charAt(found.index) === ' ')
    .map((found) => {
      const specifier = found[2] ?? '';
      return { specifier, start: found.index + found[0].length - specifier.length - 2 };
    });
}

function positionAt(text: string, offset: number): { line: number; column: number } {
  const before = text.slice(0, offset).split('\n');
  return { line: before.length, column: (before.at(-1) ?? '').length + 1 };
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
