import Handlebars from 'handlebars';
import { templateSyntax } from '../messages/page-rules.ts';
import type { Message, Outcome } from '../model/message.ts';
import type { TemplateFile } from '../model/template-file.ts';
import { checkTemplate, type ParsedTemplate } from './check-template.ts';
import type { PageTemplate } from './page-input.ts';

/**
 * Fills a layout and its partials with a view. The templates are ours and trusted, but must be exact: a
 * name that the view lacks is an error at its line and column, never an empty string. A layout has
 * Handlebars' own block helpers and nothing else.
 */
export function renderTemplate(template: PageTemplate, view: object): Outcome<string> {
  const messages: Message[] = [];
  const layout = parse(template.layout, messages);
  const partials = new Map<string, ParsedTemplate>();
  for (const [name, file] of template.partials) {
    const parsed = parse(file, messages);
    if (parsed !== undefined) partials.set(name, parsed);
  }
  if (layout === undefined || messages.length > 0) return { value: undefined, messages };
  messages.push(...checkTemplate(layout, partials, view));
  if (messages.length > 0) return { value: undefined, messages };

  const engine = Handlebars.create();
  const options = { strict: true, knownHelpersOnly: true };
  for (const [name, { program }] of partials) engine.registerPartial(name, engine.compile(program, options));
  return { value: engine.compile(layout.program, options)(view), messages: [] };
}

function parse(template: TemplateFile, messages: Message[]): ParsedTemplate | undefined {
  try {
    return { file: template.file, program: Handlebars.parse(template.text) };
  } catch (error) {
    const text = error instanceof Error ? error.message : String(error);
    const line = /^Parse error on line (\d+):/.exec(text)?.[1];
    const [summary = text, , , expectation = ''] = text.split('\n');
    const reason = line === undefined ? summary : `does not parse: ${expectation}`;
    const place = { file: template.file, ...(line === undefined ? {} : { line: Number(line) }) };
    messages.push(templateSyntax(place, reason));
    return undefined;
  }
}
