/** What a document is cited by, all of it as words. */
export interface CitedDocument {
  readonly authors: readonly { readonly name: string }[];
  readonly title: string;
  readonly subtitle: string;
  /** ISO date. */
  readonly date: string;
  /** `Project summary`. */
  readonly kind: string;
  /** `Draft: not for publication`; `''` of a final one. */
  readonly mark: string;
  readonly edition: string;
  readonly publisher: string;
  readonly doi: string;
  /** Of the project; `''` where there is none. */
  readonly webPage: string;
}

/**
 * How the document itself is to be cited, after the order of Harvard: `Anna Sample and Ben Other (2018) Title:
 * subtitle. News release. Publisher. https://doi.org/…`. Names stand as their bearers write them: which part of
 * one is the family's cannot be known.
 */
export function citeDocument(document: CitedDocument): string {
  const { authors, title, subtitle, date, kind, mark, edition, publisher, doi, webPage } = document;
  const who = authors.length === 0 ? publisher : joinNames(authors.map(({ name }) => name));
  const what = subtitle === '' ? title : `${title}${/[.?!:]$/.test(title) ? ' ' : ': '}${subtitle}`;
  const where = doi === '' ? webPage : `https://doi.org/${doi}`;
  const parts = [
    `${who === '' ? '' : `${who} `}(${date.slice(0, 4)}) ${what}`,
    kind,
    mark === '' ? '' : `[${mark}]`,
    edition === '' ? '' : `Edition ${edition}`,
    authors.length === 0 ? '' : publisher,
  ];
  const sentences = parts
    .filter((part) => part !== '')
    .map((part) => (/[.?!]$/.test(part) ? part : `${part}.`));
  return [...sentences, ...(where === '' ? [] : [where])].join(' ');
}

function joinNames(names: readonly string[]): string {
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}
