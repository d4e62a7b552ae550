import type { Message, Place } from '../model/message.ts';
import { countOf } from './count-of.ts';
import { expectOneOf } from './expect-one-of.ts';
import { errorAt, type Fault, type Rules, warningAt } from './rule.ts';
import { suggestName } from './suggest-name.ts';

export const markupRules = {
  'markup/no-front-matter': 'A report does not begin with front matter between two lines of three hyphens.',
  'markup/front-matter-not-yaml': 'The front matter of a report is not valid YAML.',
  'markup/front-matter-repeated-key': 'The front matter has a key twice.',
  'markup/front-matter-missing': 'The front matter lacks a key that every report must have.',
  'markup/front-matter-unknown-key': 'The front matter holds a key that means nothing.',
  'markup/front-matter-value': 'A value in the front matter is not of the kind that its key expects.',
  'markup/references-file':
    'references.json is not a list of references in CSL-JSON, or references.bib in BibTeX.',
  'markup/template-syntax': 'Double braces are not closed, not matched or hold something unreadable.',
  'markup/template-form': 'A kind of Handlebars tag is used that reports do not have.',
  'markup/nested-too-deeply': 'Something stands within its like more often than a report can mean.',
  'markup/unknown-helper': 'Double braces name a helper that does not exist.',
  'markup/helper-argument': 'A helper is given too few, too many or unreadable arguments.',
  'markup/unknown-finding': 'A finding is named that no analysis of the report gives.',
  'markup/unknown-claim': 'A claim is named that no analysis of the report gives.',
  'markup/claim-does-not-hold': 'A sentence rests on a claim that the data do not bear out.',
  'markup/not-extreme': 'A sentence calls a row of a table the highest or lowest that is not.',
  'markup/unknown-row': 'A row of a table is named that the table does not have.',
  'markup/undecided-claim': 'A sentence depends on a claim that cannot be checked.',
  'markup/mixed-sentence': 'A figure from made-up records shares a sentence with one about the real world.',
  'markup/unknown-table': 'A table is named that no analysis of the report gives.',
  'markup/empty-ledger': 'The claims ledger is asked for where no claim was published by somebody.',
  'markup/unknown-reference': 'A text cites a reference that the references do not hold.',
  'markup/unused-reference': 'A reference is listed that nothing cites.',
  'markup/typed-placeholder': 'A private-use character is typed, which Plumbline keeps for figures.',
  'markup/typed-data': 'A data element is typed, which only a computed figure may be.',
  'markup/too-many-placeholders': 'A report holds more figures, tables and charts than one report can.',
  'markup/figure-in-target': 'A figure stands in a link target, a file path or a name.',
  'markup/figure-in-attribute': 'A figure stands in an HTML attribute that no reader sees.',
  'markup/not-alone': 'A table, a chart or the ledger stands in a paragraph with other text.',
  'markup/repeated-figure': 'A table or a chart is shown twice.',
  'markup/unknown-chart': 'A chart is shown that the report does not have.',
  'markup/image-path': 'An image is not a picture file in the folder of the report.',
  'markup/missing-image': 'An image is shown that does not exist.',
  'markup/missing-alt': 'An image has no alternative text.',
  'markup/link-target':
    'A link leads to something else than a web page, an e-mail address or a place in the report.',
  'markup/unknown-target': 'A cross-reference names a figure, table or heading that is not there.',
  'markup/empty-link': 'A link to another page has no words.',
  'markup/unknown-footnote': 'A footnote is referred to that is not written.',
  'markup/unused-footnote': 'A footnote is written that nothing refers to.',
  'markup/unknown-box': 'A block quotation opens with a kind of box that does not exist.',
  'markup/heading-level': 'A heading is of the first level or leaves out a level.',
  'markup/word-limit': 'An abstract has more words than its front matter allows.',
  'markup/dropped-html': 'HTML was removed because a report may not hold it.',
} as const satisfies Rules;

type RuleId = keyof typeof markupRules;

function error(rule: RuleId, place: Place, reason: string, remedy: string): Message {
  return errorAt(rule, place, { reason, remedy });
}

function warning(rule: RuleId, place: Place, reason: string, remedy: string): Message {
  return warningAt(rule, place, { reason, remedy });
}

const FRONT_MATTER_START =
  'begin the file with a line ---, then title: …, date: … and analyses: …, then a line ---';

export function noFrontMatter(place: Place, found: string): Message {
  return error(
    'markup/no-front-matter',
    place,
    `${found}; expected front matter between two lines ---`,
    FRONT_MATTER_START,
  );
}

export function frontMatterNotYaml(place: Place, { found, expected, remedy }: Fault): Message {
  return error(
    'markup/front-matter-not-yaml',
    place,
    `the front matter cannot be read: ${found}; expected ${expected}`,
    remedy ?? 'correct the line; docs/guide/reports.md shows a front matter',
  );
}

export function frontMatterRepeatedKey(place: Place, key: string, first: Place): Message {
  return errorAt('markup/front-matter-repeated-key', place, {
    reason: `"${key}" stands here a second time; expected each key once`,
    remedy: 'remove one of the two',
    cause: { place: first, label: 'the first one' },
  });
}

export function frontMatterMissing(place: Place, key: string, expected: string): Message {
  return error(
    'markup/front-matter-missing',
    place,
    `the front matter has no ${key}; expected ${expected}`,
    `add a line ${key.split(' ')[0]}: …`,
  );
}

export function frontMatterUnknownKey(place: Place, key: string, known: readonly string[]): Message {
  return error(
    'markup/front-matter-unknown-key',
    place,
    `"${key}" means nothing here; ${known.length <= 20 ? `expected one of ${known.join(', ')}` : 'expected one of the keys in docs/guide/reports.md'}`,
    suggestName(key, known, 'remove the line'),
  );
}

export function frontMatterValue(place: Place, key: string, found: string, expected: string): Message {
  return error(
    'markup/front-matter-value',
    place,
    `${key} is ${found}; expected ${expected}`,
    `correct the value of ${key}`,
  );
}

export function referencesFile(place: Place, found: string, expected: string): Message {
  const inBibtex = place.file.endsWith('.bib');
  return error(
    'markup/references-file',
    place,
    `${found}; expected ${expected}, as in ${inBibtex ? 'BibTeX' : 'CSL-JSON'}`,
    `export the references as ${inBibtex ? 'BibTeX or ' : ''}"CSL JSON" from a reference manager, or correct the entry`,
  );
}

export function templateSyntax(place: Place, found: string, expected: string): Message {
  return error(
    'markup/template-syntax',
    place,
    `${found}; expected ${expected}`,
    'close what is open; to print braces themselves, write \\{{',
  );
}

export function templateForm(place: Place, form: string, remedy: string): Message {
  return error(
    'markup/template-form',
    place,
    `${form} does not exist in reports; expected finding, direction, compare, highest, lowest, cited, table, ledger, claim, when or quote`,
    remedy,
  );
}

export function nestedTooDeeply(place: Place, what: string, most: number): Message {
  return error(
    'markup/nested-too-deeply',
    place,
    `here ${what} stand within one another more than ${most} deep; expected at most ${most}`,
    'close what is open, or take out the marks that repeat; put a backslash before one that is meant as it stands',
  );
}

/** An alias (`*name`) in the front matter. */
export function frontMatterAlias(place: Place, name: string): Message {
  return error(
    'markup/front-matter-not-yaml',
    place,
    `the front matter refers to another of its values by *${name}; expected each value written out`,
    'write the value here; a text that begins with * needs quotes',
  );
}

export function unknownHelper(
  place: Place,
  name: string,
  known: readonly string[],
  findings: readonly string[],
): Message {
  const isFinding = findings.includes(name);
  return error(
    'markup/unknown-helper',
    place,
    `"${name}" is not a helper; expected one of ${known.join(', ')}`,
    isFinding
      ? `write {{finding "${name}"}}`
      : /^(if|unless)$/.test(name)
        ? 'write {{#when "claim"}}…{{else}}…{{/when}}: what a report says follows claims'
        : suggestName(name, known, 'use a helper, or write \\{{ to print braces'),
  );
}

export function helperArgument(place: Place, found: string, expected: string): Message {
  return error('markup/helper-argument', place, `${found}; expected ${expected}`, `write it as ${expected}`);
}

export function unknownFinding(place: Place, id: string, known: readonly string[]): Message {
  return error(
    'markup/unknown-finding',
    place,
    `"${id}" is not a finding of this report; ${expectOneOf(known, 'findings')}`,
    suggestName(id, known, 'have an analysis return the finding, or name another'),
  );
}

export function unknownClaim(place: Place, id: string, known: readonly string[]): Message {
  return error(
    'markup/unknown-claim',
    place,
    `"${id}" is not a claim of this report; ${expectOneOf(known, 'claims')}`,
    suggestName(id, known, 'have an analysis return the claim, or name another'),
  );
}

export function claimDoesNotHold(
  place: Place,
  id: string,
  statement: string,
  evidence: readonly string[],
): Message {
  return error(
    'markup/claim-does-not-hold',
    place,
    `the claim "${id}" does not hold: “${statement.replace(/\.$/, '')}”; the data say: ${evidence.join('; ') || 'no finding is named as evidence'}; expected one that holds`,
    `rewrite the sentence, or let it follow the data: {{#when "${id}"}}…{{else}}…{{/when}}`,
  );
}

export function mixedSentence(place: Place, madeUp: string, official: string, officialPlace: Place): Message {
  return errorAt('markup/mixed-sentence', place, {
    reason: `"${madeUp}" comes from made-up records and shares its sentence with "${official}", which does not; expected sentences of the one or of the other`,
    remedy: 'make two sentences of it, each saying which kind its figures are',
    cause: { place: officialPlace, label: 'the figure about the real world' },
  });
}

export function notExtreme(
  place: Place,
  row: string,
  end: 'highest' | 'lowest',
  table: string,
  extreme: { readonly name: string; readonly value: string },
): Message {
  return error(
    'markup/not-extreme',
    place,
    `${row} is not the ${end} of "${table}": ${extreme.name} is, with ${extreme.value}; expected the row that the sentence names`,
    `rewrite the sentence, or let the data name the row: {{${end} "${table}" by="…"}}`,
  );
}

export function unknownRow(place: Place, row: string, table: string, known: readonly string[]): Message {
  return error(
    'markup/unknown-row',
    place,
    `the table "${table}" has no row "${row}"; ${expectOneOf(known, 'rows')}`,
    suggestName(row, known, 'name a row as the table shows it'),
  );
}

export function undecidedClaim(place: Place, id: string, helper: string): Message {
  return error(
    'markup/undecided-claim',
    place,
    `the claim "${id}" cannot be checked, so {{#${helper}}} cannot decide on it; expected a claim that holds or does not`,
    'say in plain words that it cannot be checked, without the block',
  );
}

export function unknownTable(place: Place, name: string, known: readonly string[]): Message {
  return error(
    'markup/unknown-table',
    place,
    `"${name}" is not a table of this report; ${expectOneOf(known, 'tables')}`,
    suggestName(name, known, 'have an analysis return the table, or name another'),
  );
}

export function emptyLedger(place: Place): Message {
  return error(
    'markup/empty-ledger',
    place,
    'the ledger is empty, because no claim of this report has `published`; expected at least one',
    'give the claims of the analysis their source and verdict, or remove {{ledger}}',
  );
}

export function unknownReference(place: Place, key: string, known: readonly string[]): Message {
  return error(
    'markup/unknown-reference',
    place,
    `"${key}" is not in the references; ${expectOneOf(known, 'references')}`,
    suggestName(key, known, 'add the reference to references.json or references.bib beside the report'),
  );
}

export function unusedReference(place: Place, key: string): Message {
  return warning(
    'markup/unused-reference',
    place,
    `nothing cites "${key}", so it is not printed; expected [@${key}] or {{cited "…" of="${key}"}} in the report`,
    'cite it, or remove it from the references',
  );
}

export function typedPlaceholder(place: Place, code: string): Message {
  return error(
    'markup/typed-placeholder',
    place,
    `the private-use character ${code} is typed here; expected ordinary text, because such characters stand for figures`,
    'remove the character; it often comes along when text is pasted from Word or a PDF',
  );
}

export function typedData(place: Place): Message {
  return error(
    'markup/typed-data',
    place,
    'a <data> element is typed here; expected a figure that an analysis computed',
    'write {{finding "…"}}; a typed number would look as if it had been checked',
  );
}

export function tooManyPlaceholders(place: Place, most: number): Message {
  return error(
    'markup/too-many-placeholders',
    place,
    `the report holds more than ${most} figures, tables, charts and boxes; expected at most ${most}`,
    'split the report, or show the figures in a table',
  );
}

export function figureInTarget(place: Place, where: string): Message {
  return error(
    'markup/figure-in-target',
    place,
    `a figure stands in ${where}; expected words that do not move with the data`,
    'write the address or name out; put the figure into the words of the link',
  );
}

export function figureInAttribute(place: Place, attribute: string): Message {
  return error(
    'markup/figure-in-attribute',
    place,
    `a figure stands in the attribute ${attribute}; expected it in the text, or in title, alt or aria-label`,
    'move the figure into the text',
  );
}

export function notAlone(place: Place, what: string): Message {
  return error(
    'markup/not-alone',
    place,
    `${what} stands in a line of text; expected it on a line of its own with a blank line before and after`,
    'put it on its own line between blank lines',
  );
}

export function repeatedFigure(place: Place, what: string, first: Place): Message {
  return errorAt('markup/repeated-figure', place, {
    reason: `${what} is shown a second time; expected it once, because its number and address are its own`,
    remedy: 'refer to the first one: [](#fig-…) or [](#table-…)',
    cause: { place: first, label: 'shown first' },
  });
}

export function unknownChart(place: Place, target: string, known: readonly string[]): Message {
  return error(
    'markup/unknown-chart',
    place,
    `the chart "${target}" does not exist; ${expectOneOf(known, 'charts')}`,
    suggestName(target, known, 'write the chart specification, or correct the path'),
  );
}

export function imagePath(place: Place, target: string): Message {
  return error(
    'markup/image-path',
    place,
    `the image "${target}" cannot be shown; expected a PNG, JPEG, WebP or SVG file in the report's own folder`,
    'put the picture beside the report, for instance as images/map.png, or name a chart charts/….vl.json',
  );
}

export function missingImage(place: Place, target: string, known: readonly string[]): Message {
  return error(
    'markup/missing-image',
    place,
    `the image "${target}" does not exist; expected a file in the report's own folder`,
    suggestName(target, known, 'correct the path, or put the picture there'),
  );
}

export function missingAlt(place: Place, target: string): Message {
  return error(
    'markup/missing-alt',
    place,
    `the image "${target}" has no alternative text; expected a sentence for those who cannot see it`,
    `write ![What the picture shows](${target})`,
  );
}

export function linkTarget(place: Place, target: string): Message {
  const email = /^[^\s/:@]+@[^\s/:@]+$/.test(target);
  const web = /^www\.|^[\w-]+(\.[\w-]+)*\.(uk|org|com|net|eu)(\/|$)/.test(target);
  return error(
    'markup/link-target',
    place,
    `the link leads to "${target}"; expected https://…, http://…, mailto:… or #… for a place in this report`,
    email
      ? `write mailto:${target}`
      : web
        ? `write https://${target}`
        : 'a path on this machine means nothing to a reader: give the address on the web, or remove the link',
  );
}

export function unknownTarget(place: Place, target: string, known: readonly string[]): Message {
  return error(
    'markup/unknown-target',
    place,
    `there is no "#${target}" in this report; expected the id of a figure, table or heading`,
    suggestName(
      target,
      known,
      'figures have the id fig-<chart>, tables table-<name>, headings their words joined by hyphens',
      (nearest) => `[](#${nearest})`,
    ),
  );
}

export function emptyLink(place: Place, target: string): Message {
  return error(
    'markup/empty-link',
    place,
    `the link to "${target}" has no words; expected words that say where it leads`,
    `write [words](${target})`,
  );
}

export function unknownFootnote(place: Place, label: string, known: readonly string[]): Message {
  return error(
    'markup/unknown-footnote',
    place,
    `the footnote [^${label}] is not written; ${expectOneOf(known, 'footnotes')}`,
    suggestName(label, known, `add a line [^${label}]: …`, (nearest) => `[^${nearest}]`),
  );
}

export function unusedFootnote(place: Place, label: string): Message {
  return warning(
    'markup/unused-footnote',
    place,
    `nothing refers to the footnote [^${label}], so it is not printed; expected [^${label}] in the text`,
    `put [^${label}] where the note belongs, or remove the note`,
  );
}

export function wordLimit(place: Place, found: number, most: number): Message {
  return error(
    'markup/word-limit',
    place,
    `the abstract has ${found} words; expected at most ${most}, headings, notes and annex not counted`,
    `leave out ${countOf(found - most, 'word')}, or write word-limit: … in the front matter if more are allowed`,
  );
}

export function unknownBox(place: Place, kind: string, known: readonly string[]): Message {
  return error(
    'markup/unknown-box',
    place,
    `"${kind}" is not a kind of box; ${expectOneOf(known, 'kinds')}`,
    suggestName(
      kind,
      known,
      'use one of them, or remove the brackets for a plain quotation',
      (nearest) => `[!${nearest}]`,
    ),
  );
}

export function firstLevelHeading(place: Place): Message {
  return error(
    'markup/heading-level',
    place,
    'this heading is of the first level, which is the title of the report; expected ## or lower',
    'write ## instead of #',
  );
}

export function skippedLevel(place: Place, depth: number, before: number): Message {
  return warning(
    'markup/heading-level',
    place,
    `this heading is of level ${depth} and follows one of level ${before}; expected at most level ${before + 1}`,
    `write ${'#'.repeat(before + 1)}: a screen reader's list of headings has a gap otherwise`,
  );
}

export function droppedHtml(place: Place, what: string): Message {
  return warning(
    'markup/dropped-html',
    place,
    `${what} was removed; expected plain Markdown, or HTML without scripts, styles, forms, frames, ids and pictures`,
    'write it in Markdown; see "HTML in a report" in docs/guide/reports.md',
  );
}
