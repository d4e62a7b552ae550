import type { AnyNode, Pattern } from 'acorn';
import type { PlacedNode } from './list-nodes.ts';

/** What each node that opens a scope declares, and the node that each stands in. */
export interface Scopes {
  readonly declared: ReadonlyMap<AnyNode, ReadonlySet<string>>;
  readonly parents: ReadonlyMap<AnyNode, AnyNode | undefined>;
}

/** Where the names of a module are declared: ECMAScript 2025, 8.2 and 10.2.11, for strict code. */
export function collectScopes(nodes: readonly PlacedNode[]): Scopes {
  const parents = new Map(nodes.map(({ node, parent }) => [node, parent]));
  const declared = new Map<AnyNode, Set<string>>();
  const declare = (scope: AnyNode | undefined, names: readonly string[]) => {
    if (scope === undefined) return;
    const known = declared.get(scope) ?? new Set();
    for (const name of names) known.add(name);
    declared.set(scope, known);
  };
  const enclosing = (node: AnyNode, opens: (scope: AnyNode) => boolean): AnyNode | undefined => {
    let scope = parents.get(node);
    while (scope !== undefined && !opens(scope)) scope = parents.get(scope);
    return scope;
  };
  for (const { node } of nodes) {
    switch (node.type) {
      case 'VariableDeclaration': {
        const names = node.declarations.flatMap(({ id }) => namesIn(id));
        const isVar = node.kind === 'var';
        declare(enclosing(node, isVar ? (scope) => isBody(scope, parents.get(scope)) : isBlock), names);
        break;
      }
      case 'FunctionDeclaration':
        declare(enclosing(node, isBlock), node.id ? [node.id.name] : []);
        declare(node, [...node.params.flatMap(namesIn), 'arguments']);
        break;
      case 'FunctionExpression':
        declare(node, [...(node.id ? [node.id.name] : []), ...node.params.flatMap(namesIn), 'arguments']);
        break;
      case 'ArrowFunctionExpression':
        declare(node, node.params.flatMap(namesIn));
        break;
      case 'ClassDeclaration':
        declare(enclosing(node, isBlock), node.id ? [node.id.name] : []);
        break;
      case 'ClassExpression':
        declare(node, node.id ? [node.id.name] : []);
        break;
      case 'CatchClause':
        declare(node, node.param ? namesIn(node.param) : []);
        break;
      case 'ImportSpecifier':
      case 'ImportDefaultSpecifier':
      case 'ImportNamespaceSpecifier':
        declare(
          enclosing(node, ({ type }) => type === 'Program'),
          [node.local.name],
        );
        break;
    }
  }
  return { declared, parents };
}

const BLOCKS = new Set([
  ...['Program', 'BlockStatement', 'StaticBlock', 'SwitchStatement'],
  ...['ForStatement', 'ForInStatement', 'ForOfStatement'],
]);

function isBlock({ type }: AnyNode): boolean {
  return BLOCKS.has(type);
}

/** Where a `var` comes to stand: parameters do not see it, so it is the function's body. */
function isBody({ type }: AnyNode, parent: AnyNode | undefined): boolean {
  if (type === 'Program' || type === 'StaticBlock') return true;
  return type === 'BlockStatement' && parent !== undefined && /Function/.test(parent.type);
}

function namesIn(pattern: Pattern): string[] {
  switch (pattern.type) {
    case 'Identifier':
      return [pattern.name];
    case 'ArrayPattern':
      return pattern.elements.flatMap((element) => (element ? namesIn(element) : []));
    case 'ObjectPattern':
      return pattern.properties.flatMap((property) =>
        namesIn(property.type === 'RestElement' ? property.argument : property.value),
      );
    case 'AssignmentPattern':
      return namesIn(pattern.left);
    case 'RestElement':
      return namesIn(pattern.argument);
    case 'MemberExpression':
      return [];
  }
}
