import { type Document, isCollection, isPair, isScalar, parseDocument, visit } from 'yaml';
import type { z } from 'zod';
import {
  frontMatterAlias,
  frontMatterMissing,
  frontMatterNotYaml,
  frontMatterRepeatedKey,
  frontMatterUnknownKey,
  frontMatterValue,
  noFrontMatter,
} from '../messages/markup-rules.ts';
import type { Message, Outcome, Place } from '../model/message.ts';
import type { FrontMatterPlace, Report } from '../model/report.ts';
import { byPlace } from './by-place.ts';
import { checkNesting } from './check-nesting.ts';
import { FRONT_MATTER_EXPECTS, frontMatterSchema, toFrontMatter } from './front-matter-schema.ts';
import { indexLines, type LineIndex } from './source-map.ts';
import { wordYamlError } from './word-yaml-error.ts';

const FRONT_MATTER = /^---[ \t]*(\r\n?|\n)([\s\S]*?)^---[ \t]*(?:\r\n?|\n|$)/m;

/**
 * Splits a report into front matter and body, and checks the front matter.
 * @param id the report's folder; the front matter may give another `id`
 * @param file path of the file from the project's root, for messages
 */
export function parseReport(id: string, file: string, text: string): Outcome<Report> {
  const start = { file, line: 1, column: 1 };
  const match = text.startsWith('---') ? FRONT_MATTER.exec(text) : null;
  if (!match) {
    const found = text.startsWith('---')
      ? 'the front matter has no closing line ---'
      : 'the report has no front matter';
    return { value: undefined, messages: [noFrontMatter(start, found)] };
  }
  const bodyStart = match[0].length;
  const lines = indexLines(text);
  // The opening hyphens become blanks, so that offsets in the YAML are offsets in the file.
  const yaml = `   ${text.slice(3, bodyStart).replace(/---[ \t]*(?:\r\n?|\n|$)$/, '')}`;
  const source: Source = { file, text, lines, document: parseDocument(yaml, { prettyErrors: false }) };
  const broken = [...findYamlErrors(source, yaml), ...findAliases(source)];
  if (broken.length > 0) return { value: undefined, messages: broken };
  const bodyLine = lines.point(bodyStart).line;
  const body = text.slice(bodyStart);
  const nested = checkNesting(body, (line, column) => ({ file, line: bodyLine + line - 1, column }));
  if (nested.length > 0) return { value: undefined, messages: nested.toSorted(byPlace) };
  const written: unknown = source.document.toJS() ?? {};
  const checked = frontMatterSchema.safeParse(written);
  if (!checked.success)
    return {
      value: undefined,
      messages: withoutMisspelt(issueMessages(checked.error.issues, written, source)).toSorted(byPlace),
    };
  const report: Report = {
    id: checked.data.id ?? id,
    file,
    text,
    frontMatter: toFrontMatter(checked.data),
    frontMatterPlaces: collectPlaces(source),
    body,
    bodyLine,
  };
  return { value: report, messages: [] };
}

/** Every key that stands twice, and the first of the other errors: those after it mostly follow from it. */
function findYamlErrors(source: Source, yaml: string): Message[] {
  const { errors } = source.document;
  const [other] = errors.filter(({ code }) => code !== 'DUPLICATE_KEY');
  const messages = errors
    .filter(({ code }) => code === 'DUPLICATE_KEY')
    .flatMap(({ pos }) => repeatedKey(source, pos[0]) ?? []);
  if (other !== undefined) {
    const { offset, ...fault } = wordYamlError(yaml, other);
    messages.push(frontMatterNotYaml(placeAt(source, offset), fault));
  }
  return messages.toSorted(byPlace);
}

function repeatedKey(source: Source, offset: number): Message | undefined {
  let found: Message | undefined;
  visit(source.document, {
    Map: (_, { items }) => {
      const keys = items.map(({ key }) => key).filter(isScalar);
      const again = keys.find(({ range }) => range?.[0] === offset);
      const first = keys.find(({ value }) => again !== undefined && value === again.value);
      if (again === undefined || first === undefined) return;
      const firstPlace = placeAt(source, first.range?.[0] ?? 0);
      found = frontMatterRepeatedKey(placeAt(source, offset), String(again.value), firstPlace);
    },
  });
  return found;
}

/** A few aliases of aliases make a value without end. */
function findAliases(source: Source): Message[] {
  const found: Message[] = [];
  if (source.document.errors.length > 0) return found;
  visit(source.document, {
    Alias: (_, alias) =>
      void found.push(frontMatterAlias(placeAt(source, alias.range?.[0] ?? 0), alias.source)),
  });
  return found;
}

interface Source {
  readonly file: string;
  readonly text: string;
  readonly lines: LineIndex;
  readonly document: Document;
}

type Path = readonly PropertyKey[];

function placeAt({ file, lines }: Source, offset: number): Place {
  return { file, ...lines.point(offset) };
}

function issueMessages(issues: readonly z.core.$ZodIssue[], written: unknown, source: Source): Message[] {
  return issues.flatMap((issue): Message[] => {
    // Of a value that may have two forms, the form it comes nearest to explains what is wrong.
    if (issue.code === 'invalid_union') {
      const nested =
        issue.errors.at(-1)?.map((inner) => ({ ...inner, path: [...issue.path, ...inner.path] })) ?? [];
      if (nested.some(({ path }) => path.length > issue.path.length || path.length > 2))
        return issueMessages(nested, written, source);
    }
    if (issue.code === 'unrecognized_keys') {
      return issue.keys.map((key) => unknownKey([...issue.path, key], source));
    }
    return [wrongValue(issue.path, written, source)];
  });
}

/** Of a key that is misspelt, that it means nothing is said, and not as well that it is missing. */
function withoutMisspelt(messages: readonly Message[]): readonly Message[] {
  const meant = messages
    .filter(({ rule }) => rule === 'markup/front-matter-unknown-key')
    .map(({ remedy }) => /^did you mean "(.+)"\?$/.exec(remedy)?.[1]);
  return messages.filter(
    ({ rule, remedy }) =>
      rule !== 'markup/front-matter-missing' || !meant.some((key) => remedy === `add a line ${key}: …`),
  );
}

function unknownKey(path: Path, source: Source): Message {
  const parent = pattern(path.slice(0, -1));
  const known = Object.keys(FRONT_MATTER_EXPECTS)
    .filter((key) => key.startsWith(parent === '' ? '' : `${parent}.`))
    .map((key) => (parent === '' ? key : key.slice(parent.length + 1)))
    .filter((key) => !key.includes('.'));
  return frontMatterUnknownKey(placeOfKey(path, source), String(path.at(-1)), known);
}

function wrongValue(path: Path, written: unknown, source: Source): Message {
  if (path.length === 0)
    return frontMatterNotYaml(
      { file: source.file, line: 2, column: 1 },
      {
        found: 'it is not a list of keys with values',
        expected: 'lines such as "title: Children looked after"',
      },
    );
  const key = nameOf(path);
  const expected = FRONT_MATTER_EXPECTS[pattern(path)] ?? 'another value';
  const value = path.reduce<unknown>(
    (parent, step) => (parent as Record<PropertyKey, unknown> | undefined)?.[step],
    written,
  );
  if (value === undefined || value === null) {
    return frontMatterMissing(placeOfKey(path, source), key, expected);
  }
  return frontMatterValue(placeOfKey(path, source), key, describe(value), expected);
}

/** `title`, `start of project`, `key-figures (entry 1)`, `label of key-figures (entry 1)`. */
function nameOf(path: Path): string {
  return path.reduce<string>((name, step) => {
    if (name === '') return String(step);
    return typeof step === 'number' ? `${name} (entry ${step + 1})` : `${String(step)} of ${name}`;
  }, '');
}

function pattern(path: Path): string {
  return path.map((step) => (typeof step === 'number' ? '*' : String(step))).join('.');
}

function describe(value: unknown): string {
  if (Array.isArray(value)) return `a list of ${value.length}`;
  if (typeof value === 'object') return 'a group of keys';
  return typeof value === 'string' ? `"${value}"` : String(value);
}

/** Where a value stands; for a key that is missing, where its parent stands. */
function placeOfKey(path: Path, source: Source): Place {
  const parent = source.document.getIn(path.slice(0, -1), true) ?? source.document.contents;
  if (isCollection(parent)) {
    for (const item of parent.items) {
      if (isPair(item) && isScalar(item.key) && item.key.value === path.at(-1)) {
        const value = item.value as { range?: readonly number[] } | null;
        const isUnknown = FRONT_MATTER_EXPECTS[pattern(path)] === undefined;
        const range = isUnknown || !value ? item.key.range : value.range;
        return placeAt(source, range?.[0] ?? 0);
      }
    }
  }
  const node = source.document.getIn(path, true) ?? parent;
  const range = (node as { range?: readonly number[] } | null)?.range;
  return path.length <= 1 && !source.document.hasIn(path)
    ? { file: source.file, line: 1, column: 1 }
    : placeAt(source, range?.[0] ?? 0);
}

function collectPlaces(source: Source): ReadonlyMap<string, FrontMatterPlace> {
  const places = new Map<string, FrontMatterPlace>();
  const collect = (node: unknown, path: string): void => {
    const range = (node as { range?: readonly number[] } | null)?.range;
    if (path !== '' && range) {
      const [start = 0, end = 0] = range;
      places.set(path, { place: placeAt(source, start), source: source.text.slice(start, end) });
    }
    if (!isCollection(node)) return;
    node.items.forEach((item, index) => {
      const step = isPair(item) ? (isScalar(item.key) ? String(item.key.value) : '') : String(index);
      collect(isPair(item) ? item.value : item, path === '' ? step : `${path}.${step}`);
    });
  };
  collect(source.document.contents, '');
  return places;
}
