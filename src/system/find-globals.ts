import type { AnyNode, Identifier } from 'acorn';
import { collectScopes, type Scopes } from './collect-scopes.ts';
import type { PlacedNode } from './list-nodes.ts';

/** A name that a program uses and that stands for none of its own where it is used. */
export interface GlobalUse {
  readonly node: Identifier;
  readonly parent: AnyNode;
}

/**
 * The names that a program uses outside the scope of any declaration of theirs. That a function elsewhere
 * calls a parameter `process` does not make `process` one of the program's own names here.
 */
export function findGlobals(nodes: readonly PlacedNode[]): GlobalUse[] {
  const scopes = collectScopes(nodes);
  return nodes.flatMap(({ node, parent }) => {
    if (node.type !== 'Identifier' || parent === undefined || !isReference(node, parent)) return [];
    return isDeclared(node, scopes) ? [] : [{ node, parent }];
  });
}

function isDeclared(identifier: Identifier, { declared, parents }: Scopes): boolean {
  let inner: AnyNode = identifier;
  for (let scope = parents.get(identifier); scope !== undefined; scope = parents.get(scope)) {
    const isOutside = scope.type === 'SwitchStatement' && scope.discriminant === inner;
    if (!isOutside && declared.get(scope)?.has(identifier.name)) return true;
    inner = scope;
  }
  return false;
}

/** Whether an identifier stands for a value, rather than naming a property, a label or an import. */
function isReference(node: Identifier, parent: AnyNode): boolean {
  switch (parent.type) {
    case 'MemberExpression':
      return parent.computed || parent.object === node;
    case 'Property':
    case 'PropertyDefinition':
    case 'MethodDefinition':
      return parent.computed || parent.value === node;
    case 'LabeledStatement':
    case 'BreakStatement':
    case 'ContinueStatement':
    case 'ImportSpecifier':
    case 'ExportSpecifier':
    case 'ImportAttribute':
    case 'MetaProperty':
      return false;
    default:
      return true;
  }
}
