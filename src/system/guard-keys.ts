import type { AnyNode } from 'acorn';
import type { GlobalUse } from './find-globals.ts';
import type { PlacedNode } from './list-nodes.ts';

/** Characters that were put into a line: `length` of them at a column, counted from 1 as the line was. */
export interface Shift {
  readonly line: number;
  readonly column: number;
  readonly length: number;
}

export interface GuardedCode {
  readonly code: string;
  readonly shifts: readonly Shift[];
}

const SCRIPT_JSON = new URL('./script-json.ts', import.meta.url).href;
const CHECKED_KEY = new URL('./checked-key.ts', import.meta.url).href;

/**
 * Puts `checkedKey` around every key of a property that is worked out at run time, because no text shows what
 * it will be. No line moves: the import stands behind the last one.
 *
 * @param nodes of the program, as `listNodes` gives them
 * @param uses as `findGlobals` gives them
 */
export function guardKeys(
  code: string,
  nodes: readonly PlacedNode[],
  uses: readonly GlobalUse[],
): GuardedCode {
  let check = 'checkedKey';
  while (code.includes(check)) check += '_';
  const insertions = nodes
    .flatMap(({ node, parent }) => keyOf(node, parent) ?? [])
    .flatMap(({ start, end, type }) => {
      const [open, close] = type === 'SequenceExpression' ? [`${check}((`, '))'] : [`${check}(`, ')'];
      return [
        { offset: start, text: open },
        { offset: end, text: close },
      ];
    })
    .sort((a, b) => a.offset - b.offset);
  const json = uses.some(({ node }) => node.name === 'JSON')
    ? `import { scriptJson as JSON } from ${JSON.stringify(SCRIPT_JSON)};\n`
    : '';
  if (insertions.length === 0) return { code: json === '' ? code : `${code}\n${json}`, shifts: [] };
  let guarded = '';
  let done = 0;
  for (const { offset, text } of insertions) {
    guarded += code.slice(done, offset) + text;
    done = offset;
  }
  const line = `\nimport { checkedKey as ${check} } from ${JSON.stringify(CHECKED_KEY)};\n${json}`;
  return { code: guarded + code.slice(done) + line, shifts: placeShifts(code, insertions) };
}

/** The key of a property that is read, written or taken apart and that the text does not show as it is. */
function keyOf(node: AnyNode, parent: AnyNode | undefined): AnyNode | undefined {
  if (node.type === 'MemberExpression')
    return node.computed && !isShown(node.property) ? node.property : undefined;
  // A key of an object that the script makes is its own affair.
  const isTaken = node.type === 'Property' && parent?.type === 'ObjectPattern';
  return isTaken && node.computed && !isShown(node.key) ? node.key : undefined;
}

function isShown(node: AnyNode): boolean {
  return node.type === 'Literal';
}

function placeShifts(
  code: string,
  insertions: readonly { readonly offset: number; readonly text: string }[],
): readonly Shift[] {
  let line = 1;
  let lineStart = 0;
  return insertions.map(({ offset, text }) => {
    for (
      let end = code.indexOf('\n', lineStart);
      end >= 0 && end < offset;
      end = code.indexOf('\n', lineStart)
    ) {
      line += 1;
      lineStart = end + 1;
    }
    return { line, column: offset - lineStart + 1, length: text.length };
  });
}

/** The column that a place had before the code was guarded. */
export function columnBefore(shifts: readonly Shift[], line: number, column: number): number {
  let before = column;
  for (const shift of shifts)
    if (shift.line === line && shift.column < before) before -= Math.min(shift.length, before - shift.column);
  return before;
}
