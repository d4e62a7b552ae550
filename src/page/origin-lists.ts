import { kindOfQuery, tidyQuery } from '../findings/tidy-query.ts';
import type { Provenance } from '../model/finding.ts';
import type { Resource } from '../model/resource.ts';
import { listFiles, type OriginFile } from './list-files.ts';
import { SharedTexts } from './shared-texts.ts';

/** A link within the page. */
export interface OriginLink {
  readonly id: string;
  readonly text: string;
}

/** One line of what is said of a figure: words, then links to what several figures share. */
export interface OriginRow {
  readonly label: string;
  readonly text: string;
  readonly links: readonly OriginLink[];
}

/** Something that several figures share, said once. */
export interface SharedOrigin {
  readonly id: string;
  readonly text: string;
}

/** A script and the files that some figures rest on. */
export interface OriginBasis {
  readonly id: string;
  readonly links: readonly OriginLink[];
}

/** Characters up to which a query or an R call stands with the figure itself. */
const SHORT_QUERY = 80;

/** What several figures share, each once, and the rows that point to it. */
export class OriginLists {
  readonly #repeated: ReadonlySet<string>;
  readonly #files: readonly OriginFile[];
  readonly #methods = new SharedTexts('page-method');
  readonly #queries = new SharedTexts('page-query');
  readonly #basisKeys = new SharedTexts('page-basis');
  readonly #scripts = new SharedTexts('page-script');
  readonly #bases = new Map<string, OriginBasis>();

  /** @param repeated methods of more than one figure */
  constructor(resources: readonly Resource[], repeated: ReadonlySet<string>) {
    this.#files = listFiles(resources);
    this.#repeated = repeated;
  }

  methodRow(method: string): OriginRow {
    if (!this.#repeated.has(method)) return { label: 'Method', text: method, links: [] };
    return { label: 'Method', text: '', links: [this.#methods.take(method, 'method')] };
  }

  /** @param id that the script gives the figure or table */
  provenanceOf(
    id: string,
    provenance: Provenance,
  ): { readonly rows: readonly OriginRow[]; readonly basis: OriginLink } {
    const script = this.#scripts.take(describeScript(provenance), 'script');
    const key = [script.id, ...provenance.resources.map(({ name }) => name)].join(' ');
    const basis = this.#basisKeys.take(key, 'data');
    this.#bases.set(basis.id, { id: basis.id, links: [script, ...fileLinks(provenance, this.#files)] });
    const { file, line } = provenance.place;
    const where = `${line === null ? file : `${file}:${line}`} (${id}),`;
    return {
      rows: [
        ...queryRows(provenance, this.#queries),
        provenance.elsewhere === undefined
          ? { label: 'Script', text: where, links: [] }
          : { label: 'Computed elsewhere', text: describeElsewhere(provenance.elsewhere), links: [] },
      ],
      basis,
    };
  }

  get methods(): readonly SharedOrigin[] {
    return this.#methods.list;
  }

  get queries(): readonly SharedOrigin[] {
    return this.#queries.list;
  }

  get scripts(): readonly SharedOrigin[] {
    return this.#scripts.list;
  }

  get bases(): readonly OriginBasis[] {
    return [...this.#bases.values()];
  }

  /** The files that something shown rests on. */
  get files(): readonly OriginFile[] {
    const used = new Set(this.bases.flatMap(({ links }) => links.map(({ id }) => id)));
    return this.#files.filter(({ id }) => used.has(id));
  }
}

/** Nothing here can compute it again, and the page does not make believe that it could. */
function describeElsewhere({
  environment,
  released,
  checkedBy,
}: NonNullable<Provenance['elsewhere']>): string {
  return `${environment}; released ${released}, checked by ${checkedBy}; signed, and not to be computed from this project.`;
}

function describeScript({ script, scriptHash, parameters }: Provenance): string {
  const given = Object.entries(parameters).map(([name, value]) => `${name} = ${value}`);
  return [`${script} with all that it imports, ${scriptHash}`, ...given].join('; ');
}

function fileLinks({ resources }: Provenance, files: readonly OriginFile[]): OriginLink[] {
  return resources.flatMap(({ name }) => {
    const file = files.find((one) => one.name === name);
    return file === undefined ? [] : [{ id: file.id, text: `file ${file.number}` }];
  });
}

function queryRows({ query }: Provenance, queries: SharedTexts): OriginRow[] {
  if (query === null) return [];
  const label = kindOfQuery(query);
  const tidy = tidyQuery(query);
  if (tidy.length <= SHORT_QUERY && !tidy.includes('\n')) return [{ label, text: tidy, links: [] }];
  return [{ label, text: '', links: [queries.take(tidy, 'query')] }];
}
