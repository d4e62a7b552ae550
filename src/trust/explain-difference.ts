import { isDeepStrictEqual } from 'node:util';
import { countOf } from '../messages/count-of.ts';
import type { Tool } from '../model/manifest.ts';
import { type PageDrawing, readPdfDrawing } from '../page/read-pdf-drawing.ts';
import { parseFindings } from './parse-findings.ts';
import { readCarried } from './read-carried.ts';

/** Files of an edition by path. */
export type EditionFiles = ReadonlyMap<string, Uint8Array>;

/** In what two editions differ, the gravest first; a line for each place. */
export interface Difference {
  readonly of: 'findings' | 'tables' | 'text' | 'drawing' | 'rest';
  readonly lines: readonly string[];
}

/** Lines of each kind that are told; how many more there are is told too. */
const MOST_LINES = 8;
const WORDS_AROUND = 5;

/**
 * Says in words in what two editions of a report differ whose bytes differ: figures, then cells of tables, then what
 * can be read, then how it is drawn. Where all of that is the same, only what nobody sees differs.
 *
 * There is no program here that makes pixels of a PDF. Two pages with the same operations, fonts and pictures have
 * the same pixels; of others it is said how far what they draw lies apart.
 */
export async function explainDifference(
  before: EditionFiles,
  after: EditionFiles,
): Promise<readonly Difference[]> {
  const findings = compareFindings(before.get('findings.json'), after.get('findings.json'));
  const tables = [...before.keys()]
    .filter((path) => path.endsWith('.csv') && after.has(path))
    .flatMap((path) => compareLines(path, textIn(before, path), textIn(after, path)));
  const { text, drawing } = await comparePages(before, after);
  const found: Difference[] = [
    { of: 'findings', lines: findings },
    { of: 'tables', lines: tables },
    { of: 'text', lines: text },
    { of: 'drawing', lines: drawing },
  ];
  const differing = found.filter(({ lines }) => lines.length > 0);
  if (differing.length > 0) return differing.map(shorten);
  const same =
    'findings, tables, text and drawing are the same: what differs is what the files say of themselves';
  return [
    {
      of: 'rest',
      lines: [same, ...compareManifests(before.get('manifest.json'), after.get('manifest.json'))],
    },
  ];
}

function shorten({ of, lines }: Difference): Difference {
  const more = lines.length - MOST_LINES;
  return { of, lines: more > 1 ? [...lines.slice(0, MOST_LINES), `and ${more} more`] : lines };
}

function textIn(files: EditionFiles, path: string): string {
  return Buffer.from(files.get(path) ?? []).toString('utf8');
}

function compareFindings(one: Uint8Array | undefined, other: Uint8Array | undefined): string[] {
  if (one === undefined || other === undefined) return [];
  const [was, is] = [one, other].map((bytes) => parseFindings(Buffer.from(bytes).toString('utf8')));
  if (was === undefined || is === undefined) return ['findings.json of one of the two cannot be read'];
  const lines: string[] = [];
  const described: string[] = [];
  for (const id of [...new Set([...Object.keys(was.findings), ...Object.keys(is.findings)])].sort()) {
    const [a, b] = [was.findings[id], is.findings[id]];
    if (a === undefined || b === undefined) lines.push(`${id}: ${a === undefined ? 'new' : 'gone'}`);
    else if (a.value !== b.value || a.text !== b.text) {
      lines.push(`${id}: ${a.text} (${a.value}) here, ${b.text} (${b.value}) as rebuilt`);
    } else if (!isDeepStrictEqual(a, b)) {
      const parts = Object.keys(a).filter(
        (key) => !isDeepStrictEqual(Reflect.get(a, key), Reflect.get(b, key)),
      );
      described.push(`${id}: ${a.text} in both, with another ${parts.join(', ')}`);
    }
  }
  for (const id of Object.keys(was.claims).sort()) {
    if (!isDeepStrictEqual(was.claims[id], is.claims[id]))
      lines.push(`claim ${id}: stated or supported otherwise`);
  }
  return [...lines, ...described];
}

/** Tools by their names, everything else by its heading. */
function compareManifests(one: Uint8Array | undefined, other: Uint8Array | undefined): string[] {
  if (one === undefined || other === undefined) return [];
  const [was, is] = [one, other].map((bytes) => JSON.parse(Buffer.from(bytes).toString('utf8')));
  const keys = [...new Set([...Object.keys(was), ...Object.keys(is)])].sort();
  return keys
    .filter((key) => !isDeepStrictEqual(was[key], is[key]))
    .map((key) =>
      key === 'tools' ? `manifest.json: ${wordTools(was.tools, is.tools)}` : `manifest.json: ${key}`,
    );
}

function wordTools(was: readonly Tool[], is: readonly Tool[]): string {
  const names = [...new Set([...was, ...is].map(({ name }) => name))].sort();
  const of = (tools: readonly Tool[], wanted: string) => tools.find(({ name }) => name === wanted);
  return `tools: ${names.filter((name) => !isDeepStrictEqual(of(was, name), of(is, name))).join(', ')}`;
}

function compareLines(path: string, one: string, other: string): string[] {
  if (one === other) return [];
  const [was, is] = [one.split('\n'), other.split('\n')];
  const at = was.findIndex((line, index) => line !== is[index]);
  const line = at < 0 ? was.length : at;
  return [
    `${path}:${line + 1}: ${quote(was[line] ?? 'nothing')} here, ${quote(is[line] ?? 'nothing')} as rebuilt`,
  ];
}

async function comparePages(
  before: EditionFiles,
  after: EditionFiles,
): Promise<{ text: string[]; drawing: string[] }> {
  const text: string[] = [];
  const drawing: string[] = [];
  for (const [path, bytes] of before) {
    const other = after.get(path);
    if (other === undefined || Buffer.from(bytes).equals(other)) continue;
    if (path.endsWith('.html')) text.push(...compareWords(path, wordsOfPage(bytes), wordsOfPage(other)));
    if (!path.endsWith('.pdf')) continue;
    const [one, two] = [await readCarried(bytes), await readCarried(other)];
    if (typeof one === 'string' || typeof two === 'string') {
      text.push(`${path}: ${typeof one === 'string' ? one : two}`);
      continue;
    }
    if (one.pages.length !== two.pages.length) {
      text.push(`${path}: ${countOf(one.pages.length, 'page')} here, ${two.pages.length} as rebuilt`);
    }
    for (const [at, page] of one.pages.entries()) {
      const words = (two.pages[at] ?? '').split(/\s+/);
      text.push(...compareWords(`${path}, page ${at + 1}`, page.split(/\s+/), words));
    }
    const [drawn, redrawn] = [await readPdfDrawing(bytes), await readPdfDrawing(other)];
    drawing.push(
      ...drawn.flatMap((page, at) => compareDrawing(`${path}, page ${at + 1}`, page, redrawn[at])),
    );
  }
  return { text, drawing };
}

/** What a reader of the page reads, without pictures, styles and scripts. */
function wordsOfPage(bytes: Uint8Array): string[] {
  return Buffer.from(bytes)
    .toString('utf8')
    .replace(/data:[a-z]+\/[a-z0-9.+-]+;base64,[A-Za-z0-9+/=]+/g, '')
    .replace(/<(style|script)[\s\S]*?<\/\1>/g, ' ')
    .replace(/<[^>]*>/g, ' ')
    .split(/\s+/);
}

/** The first place at which two texts part, with the words around it. */
function compareWords(where: string, was: readonly string[], is: readonly string[]): string[] {
  const at = was.findIndex((word, index) => word !== is[index]);
  if (at < 0 && was.length === is.length) return [];
  const start = at < 0 ? was.length : at;
  const excerpt = (words: readonly string[]): string =>
    quote(words.slice(Math.max(0, start - WORDS_AROUND), start + WORDS_AROUND + 1).join(' '));
  return [`${where}: ${excerpt(was)} here, ${excerpt(is)} as rebuilt`];
}

function compareDrawing(where: string, one: PageDrawing, other: PageDrawing | undefined): string[] {
  if (other === undefined) return [];
  const lines: string[] = [];
  if (one.resources !== other.resources) lines.push(`${where}: fonts, pictures or size are others`);
  const count = Math.max(one.operations.length, other.operations.length);
  const differing = Array.from({ length: count }, (_, at) => at).filter(
    (at) => one.operations[at] !== other.operations[at],
  );
  if (differing.length > 0) {
    const furthest = differing.map((at) => distance(one.operations[at] ?? '', other.operations[at] ?? ''));
    const most = Math.max(...furthest);
    const apart = Number.isFinite(most) ? `, numbers in them by up to ${Number(most.toFixed(3))}` : '';
    lines.push(`${where}: ${differing.length} of ${countOf(count, 'operation')} that draw it differ${apart}`);
  }
  return lines;
}

/** The largest difference between numbers of two operations that are the same but for numbers; infinite for others. */
function distance(one: string, other: string): number {
  const number = /-?\d*\.?\d+/g;
  if (one.replace(number, '#') !== other.replace(number, '#')) return Number.POSITIVE_INFINITY;
  const theirs = other.match(number) ?? [];
  const apart = (one.match(number) ?? []).map((digits, at) => Math.abs(Number(digits) - Number(theirs[at])));
  return Math.max(0, ...apart);
}

/** A text of a file that anybody may have made, safe on a terminal and not too long. */
function quote(text: string): string {
  const printable = text.replace(/\p{Cc}/gu, ' ').trim();
  return `“${printable.length > 160 ? `${printable.slice(0, 160)}…` : printable}”`;
}
