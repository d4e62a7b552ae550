import Handlebars from 'handlebars';
import { templateSyntax } from '../messages/markup-rules.ts';
import type { Message, Outcome, Place } from '../model/message.ts';
import { indexLines, type Locate } from './source-map.ts';

/** A template's syntax tree, or a message where its braces cannot be read. */
export function parseTemplate(template: string, locate: Locate): Outcome<hbs.AST.Program> {
  try {
    return { value: Handlebars.parse(template), messages: [] };
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    return { value: undefined, messages: [toMessage(error, template, locate)] };
  }
}

/** Handlebars says where a block is closed by the wrong name; for anything else only in its message. */
function toMessage(
  error: Error & { lineNumber?: number; column?: number },
  template: string,
  locate: Locate,
): Message {
  if (error.lineNumber !== undefined) {
    const place = locate(error.lineNumber, (error.column ?? 0) + 1);
    const mismatch = /^(\S+) doesn't match (\S+)/.exec(error.message);
    return mismatch
      ? templateSyntax(place, `{{#${mismatch[1]}}} is closed by {{/${mismatch[2]}}}`, `{{/${mismatch[1]}}}`)
      : templateSyntax(place, `the template cannot be read: ${error.message}`, 'helpers in double braces');
  }
  const opened = findUnclosedBlock(template, locate);
  const [, line = '1', excerpt = '', pointer = '', found = ''] =
    /on line (\d+)[^\n]*\n([^\n]*)\n(-*)\^(?:\n[^\n]*got '(\w+)')?/.exec(error.message) ?? [];
  if (found === 'EOF' && opened) {
    return templateSyntax(
      opened.place,
      `{{#${opened.name}}} is never closed`,
      `{{/${opened.name}}} further down`,
    );
  }
  const place = locateExcerpt(template, Number(line), excerpt, pointer.length, locate);
  return templateSyntax(
    place,
    `the double braces cannot be read here${FOUND[found] ?? ''}`,
    '}} after a helper and its arguments',
  );
}

const FOUND: Readonly<Record<string, string>> = {
  EOF: ', because the report ends before they are closed',
  INVALID: ', because of a character that means nothing between them',
  CLOSE: ', because they hold nothing',
  OPEN_ENDBLOCK: ', because nothing is open that they close',
  INVERSE: ', because {{else}} stands outside a block',
};

/**
 * The parser quotes up to 20 characters before the trouble (`...` where there are more), without line ends,
 * and points at a column of its quotation. The place is that of the last braces opened before.
 */
function locateExcerpt(
  template: string,
  line: number,
  excerpt: string,
  pointer: number,
  locate: Locate,
): Place {
  const before = excerpt.slice(0, pointer).replace(/^\.\.\./, '');
  const lines = indexLines(template);
  let end = lines.offset(line, 1);
  while (
    end < template.length &&
    !template
      .slice(Math.max(0, end - 60), end)
      .replaceAll('\n', '')
      .endsWith(before)
  )
    end++;
  const point = lines.point(Math.max(0, template.lastIndexOf('{{', end)));
  return locate(point.line, point.column);
}

function findUnclosedBlock(template: string, locate: Locate) {
  const open: { name: string; offset: number }[] = [];
  for (const match of template.matchAll(/\{\{~?([#/])\s*([\w-]+)/g)) {
    if (match[1] === '#') open.push({ name: match[2] ?? '', offset: match.index });
    else open.pop();
  }
  const last = open.at(-1);
  if (!last) return undefined;
  const point = indexLines(template).point(last.offset);
  return { name: last.name, place: locate(point.line, point.column) };
}
