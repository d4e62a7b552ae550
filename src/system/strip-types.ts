import { stripTypeScriptTypes } from 'node:module';

/** Where and why a text is not TypeScript that can be run. */
export class TypeScriptSyntaxError extends Error {
  override readonly name = 'TypeScriptSyntaxError';
  readonly line: number;
  readonly column: number;
  constructor(message: string, line: number, column: number) {
    super(message);
    this.line = line;
    this.column = column;
  }
}

/**
 * JavaScript with every type replaced by blanks, so that each position stays what it was.
 * @throws {TypeScriptSyntaxError}
 */
export function stripTypes(text: string): string {
  const emitWarning = process.emitWarning;
  // Node warns once that this function may change. Node is pinned, so it tells a researcher nothing.
  process.emitWarning = () => {};
  try {
    return stripTypeScriptTypes(text);
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    throw new TypeScriptSyntaxError(error.message, ...readPosition(error.stack ?? ''));
  } finally {
    process.emitWarning = emitWarning;
  }
}

/**
 * Node writes the position above the stack: `:<line>`, some lines of the source, and a caret beneath the
 * column. What spans several lines is marked at their left instead, and has no column.
 */
function readPosition(stack: string): [line: number, column: number] {
  const line = /^[^\n]*:(\d+)\n/.exec(stack)?.[1] ?? 1;
  const caret = /^( *)\^+$/m.exec(stack)?.[1];
  return [Number(line), (caret?.length ?? 0) + 1];
}
