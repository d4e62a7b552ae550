import type { Reference } from '../parse-references.ts';
import { readTex } from './read-tex.ts';
import type { BibtexEntry } from './scan-bibtex.ts';

/** Types of BibTeX and BibLaTeX in the terms of CSL. */
const TYPES: Readonly<Record<string, string>> = {
  article: 'article-journal',
  book: 'book',
  booklet: 'pamphlet',
  collection: 'book',
  conference: 'paper-conference',
  dataset: 'dataset',
  inbook: 'chapter',
  incollection: 'chapter',
  inproceedings: 'paper-conference',
  legislation: 'legislation',
  manual: 'report',
  mastersthesis: 'thesis',
  online: 'webpage',
  phdthesis: 'thesis',
  proceedings: 'book',
  report: 'report',
  software: 'software',
  techreport: 'report',
  thesis: 'thesis',
  unpublished: 'manuscript',
  www: 'webpage',
};

/** Fields whose words are taken as they are, by what CSL calls them; the first that is there counts. */
const FIELDS: Readonly<Record<string, readonly string[]>> = {
  title: ['title'],
  'container-title': ['journaltitle', 'journal', 'booktitle', 'maintitle'],
  'collection-title': ['series'],
  'collection-number': [],
  publisher: ['publisher', 'institution', 'school', 'organization'],
  'publisher-place': ['location', 'address'],
  volume: ['volume'],
  issue: ['number', 'issue'],
  edition: ['edition'],
  'number-of-pages': ['pagetotal'],
  DOI: ['doi'],
  ISBN: ['isbn'],
  ISSN: ['issn'],
  URL: ['url'],
  genre: ['type'],
  note: ['note', 'howpublished'],
};

/** A reference in the terms of CSL-JSON. */
export function toReference({ type, key, fields }: BibtexEntry): Reference {
  const texts = Object.entries(FIELDS).flatMap(([name, from]) => {
    const found = from.map((field) => fields.get(field)).find((value) => value !== undefined && value !== '');
    const literal = name === 'DOI' || name === 'URL';
    return found === undefined ? [] : [[name, literal ? unescapeTex(found) : readTex(found)] as const];
  });
  const subtitle = fields.get('subtitle');
  const record: Record<string, unknown> = Object.fromEntries(texts);
  const title = `${String(record.title ?? '')}${subtitle === undefined ? '' : `: ${readTex(subtitle)}`}`;
  if (typeof record.DOI === 'string') record.DOI = record.DOI.replace(/^https?:\/\/(dx\.)?doi\.org\//, '');
  if (type === 'techreport' || type === 'report') {
    if (record.issue !== undefined) record.number = record.issue;
    delete record.issue;
  }
  const pages = fields.get('pages');
  return {
    ...record,
    id: key,
    type: TYPES[type] ?? 'document',
    title,
    ...(pages === undefined ? {} : { page: readTex(pages).replace(/\s*(?:-+|–)\s*/g, '–') }),
    ...people('author', fields.get('author')),
    ...people('editor', fields.get('editor')),
    ...dated('issued', fields.get('date') ?? yearAndMonth(fields)),
    ...dated('accessed', fields.get('urldate')),
  };
}

function unescapeTex(text: string): string {
  return text
    .replace(/\\([_%&#$~])/g, '$1')
    .replace(/[{}]/g, '')
    .trim();
}

function yearAndMonth(fields: ReadonlyMap<string, string>): string | undefined {
  const year = fields.get('year');
  const month = fields.get('month');
  return year === undefined || month === undefined ? year : `${year}-${month}`;
}

/** A year, a month or a day as CSL has them; other words as they are. */
function dated(name: string, value: string | undefined): Readonly<Record<string, unknown>> {
  if (value === undefined || value === '') return {};
  const [, year, month, day] = /^\s*(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?/.exec(value) ?? [];
  if (year === undefined) return { [name]: { literal: readTex(value) } };
  const parts = [year, month, day].filter((part) => part !== undefined).map(Number);
  return { [name]: { 'date-parts': [parts] } };
}

interface Name {
  readonly family?: string;
  readonly given?: string;
  readonly literal?: string;
  readonly 'non-dropping-particle'?: string;
  readonly suffix?: string;
}

function people(role: string, value: string | undefined): Readonly<Record<string, readonly Name[]>> {
  if (value === undefined || value.trim() === '') return {};
  return { [role]: splitOutside(value, /\s+and\s+/y).map(readName) };
}

/**
 * `Hood, Rick`, `Rick Hood`, `van der Berg, Jr., Anna`; in braces an organisation. `others` stands for those who are left
 * out.
 */
function readName(text: string): Name {
  const name = text.trim();
  if (/^\{[^{}]*\}$/.test(name)) return { literal: readTex(name) };
  if (name === 'others') return { literal: 'others' };
  const [last = '', second, third] = splitOutside(name, /\s*,\s*/y);
  const given = third ?? second;
  const suffix = third === undefined ? {} : { suffix: readTex(second ?? '') };
  if (given !== undefined) return { ...withParticle(last), given: readTex(given), ...suffix };
  const words = splitOutside(last, /\s+/y);
  const from = words.findIndex((word, index) => index > 0 && /^\p{Ll}/u.test(word));
  const start = from === -1 ? words.length - 1 : from;
  const first = words.slice(0, start).join(' ');
  return {
    ...withParticle(words.slice(start).join(' ')),
    ...(first === '' ? {} : { given: readTex(first) }),
  };
}

function withParticle(last: string): Name {
  const [, particle = '', family = last] = /^((?:\p{Ll}[^\s]*\s+)+)(.+)$/u.exec(last) ?? [];
  const known = particle === '' ? {} : { 'non-dropping-particle': readTex(particle).trim() };
  return { family: readTex(family), ...known };
}

/** A text cut where the pattern (sticky) fits outside braces. */
function splitOutside(text: string, pattern: RegExp): string[] {
  const parts: string[] = [];
  let depth = 0;
  let from = 0;
  for (let at = 0; at < text.length; at += 1) {
    if (text[at] === '{') depth += 1;
    else if (text[at] === '}') depth -= 1;
    if (depth > 0) continue;
    pattern.lastIndex = at;
    const [found = ''] = pattern.exec(text) ?? [];
    if (found === '') continue;
    parts.push(text.slice(from, at));
    from = at + found.length;
    at = from - 1;
  }
  return [...parts, text.slice(from)].filter((part) => part.trim() !== '');
}
