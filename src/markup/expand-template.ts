import { templateForm } from '../messages/markup-rules.ts';
import type { Message } from '../model/message.ts';
import { parseTemplate } from './parse-template.ts';
import { type Call, placeOf, readCall } from './read-call.ts';
import { indexLines, type LineIndex, type Locate, MappedText } from './source-map.ts';

/** What the helpers of a template mean. `live` is false in the branch of a `when` that is not taken. */
export interface Resolver {
  /** Ids of the findings, for suggestions. */
  readonly findings: readonly string[];
  /** Text for a helper outside a block: a placeholder character, or any word after adding a message. */
  inline(call: Call, live: boolean): string;
  /** Checks a claim, or a rank in a table, that a passage rests on. */
  claim(call: Call, live: boolean): void;
  /** Text for the words of a quotation, as `inline` gives it. */
  quote(call: Call, words: string, live: boolean): string;
  /** Stands between the branches of a `when` where both are taken, so that their words do not join. */
  readonly between?: string;
  /** Which branches of a `when` are taken. */
  when(call: Call, live: boolean): { readonly main: boolean; readonly other: boolean };
}

/**
 * Expands a template by walking its syntax tree, so that every character of the result is known by its
 * place in the template. Both branches of a `when` are checked, whichever is taken.
 */
export function expandTemplate(
  template: string,
  locate: Locate,
  resolver: Resolver,
  messages: Message[],
): MappedText | undefined {
  const parsed = parseTemplate(template, locate);
  messages.push(...parsed.messages);
  if (!parsed.value) return undefined;
  const expansion: Expansion = {
    template,
    locate,
    resolver,
    messages,
    lines: indexLines(template),
    output: new MappedText(),
  };
  expandProgram(parsed.value, expansion, true);
  return expansion.output;
}

interface Expansion {
  readonly template: string;
  readonly locate: Locate;
  readonly resolver: Resolver;
  readonly messages: Message[];
  readonly lines: LineIndex;
  readonly output: MappedText;
}

function expandProgram(program: hbs.AST.Program | undefined, expansion: Expansion, live: boolean): void {
  for (const statement of program?.body ?? []) expandStatement(statement, expansion, live);
}

function expandStatement(statement: hbs.AST.Statement, expansion: Expansion, live: boolean): void {
  const refused = refuse(statement, expansion);
  if (refused) {
    expansion.messages.push(refused);
    return;
  }
  switch (statement.type) {
    case 'CommentStatement':
      return;
    case 'ContentStatement':
      if (live) copyContent(statement as hbs.AST.ContentStatement, expansion);
      return;
    case 'MustacheStatement':
      expandMustache(statement as hbs.AST.MustacheStatement, expansion, live);
      return;
    case 'BlockStatement':
      expandBlock(statement as hbs.AST.BlockStatement, expansion, live);
      return;
    default:
      throw new Error(`Unknown kind of statement: ${statement.type}`);
  }
}

/** Kinds of tags that reports do not have, because they print unescaped text or run code. */
function refuse(statement: hbs.AST.Statement, { template, lines, locate }: Expansion): Message | undefined {
  const place = placeOf(statement, locate);
  const start = offsetOf(statement, lines);
  switch (statement.type) {
    case 'PartialStatement':
    case 'PartialBlockStatement':
      return templateForm(
        place,
        'a partial ({{> …}})',
        'write the text here; layouts in templates/ may use partials',
      );
    case 'Decorator':
    case 'DecoratorBlock':
      return templateForm(place, 'a decorator ({{* …}})', 'remove it');
    case 'MustacheStatement':
      if ((statement as hbs.AST.MustacheStatement).escaped) return undefined;
      return templateForm(
        place,
        'a tag that prints text unchecked ({{{…}}} or {{& …}})',
        'write two braces on each side',
      );
    case 'BlockStatement':
      if (template.startsWith('{{{{', start)) {
        return templateForm(place, 'a raw block ({{{{…}}}})', 'to print braces themselves, write \\{{');
      }
      if (template.startsWith('{{^', start) || template.startsWith('{{~^', start)) {
        return templateForm(
          place,
          'an inverted block ({{^ …}})',
          'write {{#when "claim"}}{{else}}…{{/when}}',
        );
      }
      return undefined;
    default:
      return undefined;
  }
}

/** Lines that hold only a block tag vanish whole: the parser cut them from `value` but not from `original`. */
function copyContent(content: hbs.AST.ContentStatement, { lines, output }: Expansion): void {
  const cut = Math.max(0, String(content.original).indexOf(content.value));
  output.append(content.value, offsetOf(content, lines) + cut, true);
}

function expandMustache(tag: hbs.AST.MustacheStatement, expansion: Expansion, live: boolean): void {
  const { resolver, locate, messages, output, lines } = expansion;
  const call = readCall(tag, locate, resolver.findings, messages);
  if (!call) return;
  const text = resolver.inline(call, live);
  if (live) output.append(text, offsetOf(tag, lines), false);
}

/** Blocks whose words stand as they are, once what they say is found true. */
const CHECKED: ReadonlySet<string> = new Set(['claim', 'highest', 'lowest']);

function expandBlock(block: hbs.AST.BlockStatement, expansion: Expansion, live: boolean): void {
  const { resolver, locate, messages } = expansion;
  const call = readCall(block, locate, resolver.findings, messages);
  if (call?.helper === 'when') {
    const taken = resolver.when(call, live);
    expandProgram(block.program, expansion, live && taken.main);
    const { between = '' } = resolver;
    if (live && taken.main && taken.other && /\S$/.test(expansion.output.text)) {
      expansion.output.append(between, offsetOf(block, expansion.lines), false);
    }
    expandProgram(block.inverse, expansion, live && taken.other);
    return;
  }
  if (call !== undefined && CHECKED.has(call.helper)) resolver.claim(call, live);
  if (block.inverse) {
    messages.push(
      templateForm(
        placeOf(block.inverse, locate),
        '{{else}} outside {{#when}}',
        'write {{#when "claim"}}…{{else}}…{{/when}}',
      ),
    );
  }
  if (call?.helper === 'quote') expandQuote(block, call, expansion, live);
  else expandProgram(block.program, expansion, live);
}

/** A quotation's words are taken as they stand, so that no Markdown and no figure gets among them. */
function expandQuote(block: hbs.AST.BlockStatement, call: Call, expansion: Expansion, live: boolean): void {
  const { resolver, locate, messages, output, lines } = expansion;
  const words = block.program.body.map((part) => {
    if (part.type === 'ContentStatement') return String((part as hbs.AST.ContentStatement).original);
    messages.push(
      templateForm(
        placeOf(part, locate),
        'a tag within a quotation',
        'quote the words of the transcript and nothing else',
      ),
    );
    return '';
  });
  // The next line of a block quotation begins with its mark, which is not part of the words.
  const joined = words.join('').replace(/(\r\n|\r|\n)[ \t]*(?:>[ \t]?)+/g, '$1');
  const text = resolver.quote(call, joined.trim(), live);
  if (live) output.append(text, offsetOf(block, lines), false);
}

function offsetOf(node: hbs.AST.Node, lines: LineIndex): number {
  return lines.offset(node.loc.start.line, node.loc.start.column + 1);
}
