import type { AnyNode, Identifier, Pattern } from 'acorn';
import type { PlacedNode } from './list-nodes.ts';

/** A name that a program uses and does not declare itself. */
export interface GlobalUse {
  readonly node: Identifier;
  readonly parent: AnyNode;
}

/**
 * The names that a program uses and declares nowhere. A name declared in one function and used in another
 * is not found; such a program fails when it runs.
 */
export function findGlobals(nodes: readonly PlacedNode[]): GlobalUse[] {
  const declared = new Set<string>();
  const uses: GlobalUse[] = [];
  for (const { node, parent } of nodes) {
    for (const name of namesDeclaredBy(node)) declared.add(name);
    if (node.type === 'Identifier' && parent && isReference(node, parent)) uses.push({ node, parent });
  }
  return uses.filter(({ node }) => !declared.has(node.name));
}

function namesDeclaredBy(node: AnyNode): string[] {
  switch (node.type) {
    case 'VariableDeclarator':
      return namesIn(node.id);
    case 'FunctionDeclaration':
    case 'FunctionExpression':
    case 'ArrowFunctionExpression':
      return [...(node.id ? [node.id.name] : []), ...node.params.flatMap(namesIn)];
    case 'ClassDeclaration':
    case 'ClassExpression':
      return node.id ? [node.id.name] : [];
    case 'CatchClause':
      return node.param ? namesIn(node.param) : [];
    case 'ImportSpecifier':
    case 'ImportDefaultSpecifier':
    case 'ImportNamespaceSpecifier':
      return [node.local.name];
    default:
      return [];
  }
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
