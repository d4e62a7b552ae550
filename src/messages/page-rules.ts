import type { Message, Place } from '../model/message.ts';
import { errorAt, type Rules, warningAt } from './rule.ts';
import { suggestName } from './suggest-name.ts';

export const pageRules = {
  'page/template-syntax': 'A layout or partial is not a well-formed Handlebars template.',
  'page/unknown-name': 'A layout or partial uses a name that a page does not have.',
  'page/unknown-partial': 'A layout or partial includes a partial that does not exist.',
  'page/unknown-figure': 'The front matter speaks of a figure or table that the text does not show.',
  'page/bad-theme': 'The theme of a research body lacks something, or has it in a form that cannot be used.',
  'page/no-origins': 'A layout shows figures without the list of where they come from.',
  'page/inaccessible-pdf':
    'The tags of the PDF fail a check, so people who have it read out may miss something; it does not call itself PDF/UA.',
  'page/no-glyph':
    'A character is in none of the bundled fonts, so readers would see another font or an empty box.',
} as const satisfies Rules;

export function templateSyntax(place: Place, parserMessage: string): Message {
  return errorAt('page/template-syntax', place, {
    reason: `${parserMessage}; expected a well-formed Handlebars template`,
    remedy: 'see https://handlebarsjs.com/guide/ for the syntax',
  });
}

export function unknownName(place: Place, name: string, known: readonly string[]): Message {
  return errorAt('page/unknown-name', place, {
    reason: `"${name}" is not a name of a page here; expected one of ${known.join(', ') || 'none: a partial sees only its own'}`,
    remedy: suggestName(
      name,
      known,
      'use one of them, or hand the partial what it needs: {{> name key=value}}',
    ),
  });
}

export function unknownPartial(place: Place, name: string, known: readonly string[]): Message {
  return errorAt('page/unknown-partial', place, {
    reason: `there is no templates/partials/${name}.hbs; expected one of ${known.join(', ') || 'none: the folder is empty'}`,
    remedy: suggestName(name, known, 'correct the name, or write the partial'),
  });
}

export function badTheme(place: Place, found: string, expected: string): Message {
  return errorAt('page/bad-theme', place, {
    reason: `${found}; expected ${expected}`,
    remedy: 'see docs/guide/theme.md for every entry of a theme',
  });
}

export function noOrigins(place: Place): Message {
  return errorAt('page/no-origins', place, {
    reason: 'the layout shows figures and no list of where they come from; expected {{> origins}}',
    remedy: 'put {{> origins}} after the body, as templates/layouts/news-release.hbs does',
  });
}

export function inaccessiblePdf(
  file: string,
  faults: readonly { readonly check: string; readonly detail: string }[],
): Message {
  const shown = faults.slice(0, 3).map(({ check, detail }) => `${check}: ${detail}`);
  const more = faults.length > 3 ? `; and ${faults.length - 3} more` : '';
  return warningAt(
    'page/inaccessible-pdf',
    { file },
    {
      reason: `${shown.join('; ')}${more}; expected tags that pass every check of docs/accessible-pdf.md`,
      remedy: 'look there for what leads to this; a layout or style of your own is where to begin',
    },
  );
}

export function noGlyph(place: Place, character: string, context: string): Message {
  const codePoint = character.codePointAt(0) ?? 0;
  const code = `U+${codePoint.toString(16).toUpperCase().padStart(4, '0')}`;
  return errorAt('page/no-glyph', place, {
    reason: `"${character}" (${code}) in "${context}" is in none of the bundled fonts; expected characters that they have`,
    remedy: 'write it in words: "at most" for ≤, "to" for an arrow',
  });
}

export function unknownFigure(place: Place, id: string, known: readonly string[]): Message {
  return errorAt('page/unknown-figure', place, {
    reason: `"${id}" is not shown in this report; expected one of ${known.join(', ') || 'none: it has no figure or table'}`,
    remedy: suggestName(id, known, 'name one that the text shows, or show it'),
  });
}
