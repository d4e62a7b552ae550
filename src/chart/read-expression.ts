import { parseExpression } from 'vega-expression';

/** What an expression refers to, each once, in order of appearance. */
export interface ExpressionUse {
  /** Names read from `datum`: `datum.rate`, `datum['rate']`. */
  readonly fields: readonly string[];
  /** Names that are neither fields nor functions: constants, parameters. */
  readonly names: readonly string[];
  readonly functions: readonly string[];
  /** Whether a field is looked up by a computed name, as in `datum[column]`. */
  readonly computedField: boolean;
  /** Whether it has a regular expression, whose work has no bound. */
  readonly pattern: boolean;
}

/** A node of Vega's expression tree (ESTree without statements). */
interface ExpressionNode {
  readonly type: string;
  readonly name?: string;
  readonly value?: unknown;
  readonly computed?: boolean;
  readonly object?: ExpressionNode;
  readonly property?: ExpressionNode;
  readonly callee?: ExpressionNode;
  readonly [key: string]: unknown;
}

/** Reads a Vega expression without running it; a text where it cannot be parsed. */
export function readExpression(expression: string): ExpressionUse | { readonly problem: string } {
  let tree: ExpressionNode;
  try {
    tree = parseExpression(expression) as unknown as ExpressionNode;
  } catch (error) {
    return { problem: (error instanceof Error ? error.message : String(error)).replace(/\.$/, '') };
  }
  const fields = new Set<string>();
  const names = new Set<string>();
  const functions = new Set<string>();
  let computedField = false;
  let pattern = false;
  const visit = (node: ExpressionNode): void => {
    if (node.type === 'Identifier') names.add(node.name ?? '');
    if (node.type === 'Literal' && node.value instanceof RegExp) pattern = true;
    if (node.type === 'MemberExpression' && node.object?.name === 'datum' && node.property) {
      if (!node.computed) fields.add(node.property.name ?? '');
      else if (node.property.type === 'Literal') fields.add(String(node.property.value));
      else {
        computedField = true;
        visit(node.property);
      }
      return;
    }
    for (const child of childrenOf(node)) visit(child);
    if (node.type === 'CallExpression') functions.add(node.callee?.name ?? '');
  };
  visit(tree);
  return { fields: [...fields], names: [...names], functions: [...functions], computedField, pattern };
}

function childrenOf(node: ExpressionNode): ExpressionNode[] {
  const skipped = node.type === 'CallExpression' ? 'callee' : node.computed === false ? 'property' : '';
  return Object.entries(node)
    .filter(([key]) => key !== skipped && !(node.type === 'Property' && key === 'key'))
    .flatMap(([, value]) => (Array.isArray(value) ? value : [value]))
    .filter(
      (value): value is ExpressionNode => typeof value === 'object' && value !== null && 'type' in value,
    );
}
