import { unknownName, unknownPartial } from '../messages/page-rules.ts';
import type { Message, Place } from '../model/message.ts';

/** A parsed file of `templates/`. */
export interface ParsedTemplate {
  readonly file: string;
  readonly program: hbs.AST.Program;
}

/**
 * What names stand for at one place of a template; `unknown` where no example is at hand, `none` around the
 * whole of a template: a partial does not see what is around the place that includes it.
 */
type Scope = { readonly value: unknown; readonly outer: Scope } | 'unknown' | 'none';

/**
 * Every name in a layout and in the partials that it includes which the page's view does not have.
 *
 * Handlebars' strict mode stops at the first one, and lets unknown names in `{{#if name}}` pass; here all
 * are found, by walking the trees with the view beside them. Inside `{{#each list}}` the list's first item
 * is the example; an empty list leaves its block to strict mode.
 */
export function checkTemplate(
  layout: ParsedTemplate,
  partials: ReadonlyMap<string, ParsedTemplate>,
  view: unknown,
): readonly Message[] {
  const messages: Message[] = [];

  function visitProgram(program: hbs.AST.Program | undefined, scope: Scope, file: string): void {
    for (const statement of program?.body ?? []) visitStatement(statement, scope, file);
  }

  function visitStatement(statement: hbs.AST.Statement, scope: Scope, file: string): void {
    if (isMustache(statement)) visitMustache(statement, scope, file);
    else if (isBlock(statement)) visitBlock(statement, scope, file);
    else if (isPartial(statement)) visitPartial(statement, scope, file);
  }

  function visitMustache(mustache: hbs.AST.MustacheStatement, scope: Scope, file: string): void {
    const path = asPath(mustache.path);
    if (path !== undefined && mustache.params.length === 0) resolve(path, scope, file);
    for (const parameter of mustache.params) resolve(asPath(parameter), scope, file);
  }

  function visitBlock(block: hbs.AST.BlockStatement, scope: Scope, file: string): void {
    const value = resolve(asPath(block.params[0]), scope, file);
    visitProgram(block.program, enter(block.path.original, value, scope), file);
    visitProgram(block.inverse, scope, file);
  }

  function visitPartial(partial: hbs.AST.PartialStatement, scope: Scope, file: string): void {
    const name = asPath(partial.name)?.original ?? '';
    const target = partials.get(name);
    if (target === undefined) {
      messages.push(unknownPartial(placeOf(file, partial.loc), name, [...partials.keys()]));
      return;
    }
    const parameter = asPath(partial.params[0]);
    const value = resolve(parameter, scope, file);
    visitProgram(
      target.program,
      closeOff(parameter === undefined ? scope : open(value, 'none')),
      target.file,
    );
  }

  function resolve(path: hbs.AST.PathExpression | undefined, scope: Scope, file: string): unknown {
    if (path === undefined || path.data) return undefined;
    let at = scope;
    for (let i = 0; i < path.depth && typeof at === 'object'; i++) at = at.outer;
    if (at === 'none') messages.push(unknownName(placeOf(file, path.loc), path.original, []));
    if (typeof at === 'string') return undefined;
    let value: unknown = at.value;
    for (const part of path.parts) {
      if (value === null || value === undefined) return undefined;
      if (typeof value !== 'object' || !Object.hasOwn(value, part)) {
        const known = typeof value === 'object' ? Object.keys(value) : [];
        messages.push(unknownName(placeOf(file, path.loc), path.original, known));
        return undefined;
      }
      value = Reflect.get(value, part);
    }
    return value;
  }

  visitProgram(layout.program, { value: view, outer: 'none' }, layout.file);
  return messages;
}

/** The scope inside a block: an item of the list, the object, or what was before. */
function enter(helper: string, value: unknown, scope: Scope): Scope {
  if (helper === 'each') return open(Array.isArray(value) ? value[0] : undefined, scope);
  if (helper === 'with') return open(value, scope);
  return scope;
}

function open(value: unknown, outer: Scope): Scope {
  return value === undefined || value === null ? 'unknown' : { value, outer };
}

function closeOff(scope: Scope): Scope {
  return typeof scope === 'string' ? scope : { value: scope.value, outer: 'none' };
}

function placeOf(file: string, location: hbs.AST.SourceLocation): Place {
  return {
    file,
    line: location.start.line,
    column: location.start.column + 1,
    endLine: location.end.line,
    endColumn: location.end.column + 1,
  };
}

function isMustache(node: hbs.AST.Node): node is hbs.AST.MustacheStatement {
  return node.type === 'MustacheStatement';
}

function isBlock(node: hbs.AST.Node): node is hbs.AST.BlockStatement {
  return node.type === 'BlockStatement';
}

function isPartial(node: hbs.AST.Node): node is hbs.AST.PartialStatement {
  return node.type === 'PartialStatement';
}

function asPath(node: hbs.AST.Node | undefined): hbs.AST.PathExpression | undefined {
  return node?.type === 'PathExpression' ? (node as hbs.AST.PathExpression) : undefined;
}
