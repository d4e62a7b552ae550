import type { Reference } from '../markup/parse-references.ts';

/** A publication that figures of the text are cited from, in the parts that a list of references shows. */
export interface Citation {
  readonly id: string;
  readonly authors: string;
  readonly year: string;
  readonly title: string;
  /** Journal, book or publisher. */
  readonly within: string;
  /** `''` where it has no address on the web. */
  readonly link: string;
}

/** The references that the text cites, by author, year and title. */
export function listCitations(
  used: readonly string[],
  references: ReadonlyMap<string, Reference>,
): readonly Citation[] {
  const citations = used.flatMap((id) => {
    const reference = references.get(id);
    return reference === undefined ? [] : [readCitation(reference)];
  });
  const key = ({ authors, year, title }: Citation): string => JSON.stringify([authors, year, title]);
  return citations.sort((a, b) => (key(a) < key(b) ? -1 : 1));
}

/** CSL-JSON, leniently: entries come from many programs, and only `id` and `title` are certain. */
function readCitation(reference: Reference): Citation {
  const { id, title } = reference;
  const link = [reference.URL, reference.DOI && `https://doi.org/${reference.DOI}`].find(isWebAddress);
  const within = reference['container-title'] ?? reference.publisher;
  return {
    id: `ref-${id}`,
    authors: readAuthors(reference.author),
    year: readYear(reference.issued),
    title,
    within: typeof within === 'string' ? within : '',
    link: link ?? '',
  };
}

function isWebAddress(value: unknown): value is string {
  return typeof value === 'string' && /^https?:\/\//.test(value);
}

function readAuthors(value: unknown): string {
  if (!Array.isArray(value)) return '';
  const names = value.flatMap((author: Readonly<Record<string, unknown>>) => {
    const name = author.literal ?? [author.family, author.given].filter(Boolean).join(', ');
    return typeof name === 'string' && name !== '' ? [name] : [];
  });
  return names.length > 3 ? `${names[0]} and others` : names.join('; ');
}

function readYear(value: unknown): string {
  const parts = (value as { 'date-parts'?: readonly (readonly unknown[])[] } | undefined)?.['date-parts'];
  return String(parts?.[0]?.[0] ?? '');
}
