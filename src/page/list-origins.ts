import { originFacts } from '../findings/origin-facts.ts';
import { kindOfQuery, tidyQuery } from '../findings/tidy-query.ts';
import { originId } from '../markup/render-figure.ts';
import { type Finding, isSynthetic, type Provenance } from '../model/finding.ts';
import type { AnnexTable } from './list-annex.ts';
import { listFiles, type OriginFile } from './list-files.ts';
import type { Mention } from './list-mentions.ts';
import type { PageInput } from './page-input.ts';
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

/** Where one figure, or all cells of a table, come from. */
export interface Origin {
  readonly id: string;
  /** The figure as a reader sees it, or the table's number. */
  readonly text: string;
  /** Where the page shows it first. */
  readonly back: string;
  /** Where the page shows it again. */
  readonly again: readonly OriginLink[];
  readonly definition: string;
  readonly synthetic: boolean;
  readonly rows: readonly OriginRow[];
}

/** Something that several figures share, said once. */
export interface SharedOrigin {
  readonly id: string;
  readonly text: string;
}

/** The annex `Where the figures come from`. */
export interface Origins {
  /** The figures in the order of the page, by the section that shows each first; `start` numbers them on. */
  readonly sections: readonly {
    readonly title: string;
    readonly start: number;
    readonly figures: readonly Origin[];
  }[];
  readonly tables: readonly Origin[];
  readonly tablesStart: number;
  readonly methods: readonly SharedOrigin[];
  readonly queries: readonly SharedOrigin[];
  readonly bases: readonly OriginBasis[];
  readonly scripts: readonly SharedOrigin[];
  readonly files: readonly OriginFile[];
}

/** A script and the files that some figures rest on. */
export interface OriginBasis {
  readonly id: string;
  readonly links: readonly OriginLink[];
}

/** Characters up to which a query or an R call stands with the figure itself. */
const SHORT_QUERY = 80;

/**
 * Where every figure that the page shows comes from. What figures share (methods used twice, queries, scripts,
 * files) stands once, in lists that the entries point into.
 *
 * @param annex the tables that charts draw; those that the text shows are in `input.body.labels`
 */
export function listOrigins(
  input: PageInput,
  mentions: readonly Mention[],
  annex: readonly AnnexTable[],
): Origins {
  const files = listFiles(input.resources);
  const findings = [...new Set(mentions.map(({ finding }) => finding))].map((id) => findingWith(id, input));
  const repeated = repeatedTexts(findings.map(({ method }) => method));
  const methods = new SharedTexts('page-method');
  const queries = new SharedTexts('page-query');
  const bases = new SharedTexts('page-basis');
  const scripts = new SharedTexts('page-script');
  const byBasis = new Map<string, OriginBasis>();
  const provenanceRows = (id: string, provenance: Provenance): OriginRow[] => {
    const script = scripts.take(describeScript(provenance), 'script');
    const basis = bases.take([script.id, ...provenance.resources.map(({ name }) => name)].join(' '), 'data');
    byBasis.set(basis.id, { id: basis.id, links: [script, ...fileLinks(provenance, files)] });
    const { file, line } = provenance.place;
    const where = `${line === null ? file : `${file}:${line}`} (${id}),`;
    return [...queryRows(provenance, queries), { label: 'Script', text: where, links: [basis] }];
  };
  const sections: { title: string; start: number; figures: Origin[] }[] = [];
  for (const [index, finding] of findings.entries()) {
    const shown = mentions.filter((mention) => mention.finding === finding.id);
    const title = shown[0]?.section ?? '';
    if (sections.at(-1)?.title !== title) sections.push({ title, start: index + 1, figures: [] });
    const method = repeated.has(finding.method)
      ? { label: 'Method', text: '', links: [methods.take(finding.method, 'method')] }
      : { label: 'Method', text: finding.method, links: [] };
    sections.at(-1)?.figures.push({
      id: originId(finding.id),
      text: finding.text,
      ...placesOf(shown, title),
      definition: finding.definition,
      synthetic: isSynthetic(finding.provenance),
      rows: [
        ...originFacts(finding).map((fact) => ({ ...fact, links: [] })),
        method,
        ...provenanceRows(finding.id, finding.provenance),
      ],
    });
  }
  const tables = listTables(input, annex).map(({ name, label, back, again }): Origin => {
    const table = input.tables.get(name);
    if (table === undefined) throw new Error(`the page shows "${name}", which is not a table`);
    const csv = { label: 'All values', text: `tables/${name}.csv`, links: [] };
    return {
      id: originId(`table-${name}`),
      text: label,
      back,
      again,
      definition: table.title,
      synthetic: isSynthetic(table.provenance),
      rows: [csv, ...provenanceRows(name, table.provenance)],
    };
  });
  const used = new Set([...byBasis.values()].flatMap(({ links }) => links.map(({ id }) => id)));
  return {
    sections,
    tables,
    tablesStart: findings.length + 1,
    methods: methods.list,
    queries: queries.list,
    bases: [...byBasis.values()],
    scripts: scripts.list,
    files: files.filter(({ id }) => used.has(id)),
  };
}

function findingWith(id: string, { findings }: PageInput): Finding {
  const finding = findings.get(id);
  if (finding === undefined) throw new Error(`the page shows "${id}", which is not a finding`);
  return finding;
}

function repeatedTexts(texts: readonly string[]): ReadonlySet<string> {
  return new Set(texts.filter((text, index) => texts.indexOf(text) !== index));
}

function placesOf(shown: readonly Mention[], section: string): Pick<Origin, 'back' | 'again'> {
  const said = new Set([section]);
  const again = shown.slice(1).map((mention): OriginLink => {
    const text = said.has(mention.section) ? 'again' : mention.section;
    said.add(mention.section);
    return { id: mention.id, text };
  });
  return { back: shown[0]?.id ?? '', again };
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

interface ShownTable extends Pick<Origin, 'back' | 'again'> {
  readonly name: string;
  readonly label: string;
}

/** The tables of the text, then those that only charts draw. */
function listTables({ body, tables }: PageInput, annex: readonly AnnexTable[]): ShownTable[] {
  const inText = [...body.labels].flatMap(([id, label]): ShownTable[] => {
    const name = /^table-(.+)$/.exec(id)?.[1] ?? '';
    if (!tables.has(name)) return [];
    const charts = annex.find(({ table }) => table.name === name)?.charts ?? [];
    return [{ name, label, back: id, again: charts.map((chart) => ({ id: chart.id, text: chart.label })) }];
  });
  const drawn = annex
    .filter(({ where }) => where !== 'text')
    .map(({ table, label, charts: [first, ...others] }): ShownTable => {
      const again = others.map((chart) => ({ id: chart.id, text: chart.label }));
      const words = label.startsWith('Table') ? label : `Data of ${first?.label ?? 'a chart'}`;
      return { name: table.name, label: words, back: first?.id ?? '', again };
    });
  return [...inText, ...drawn];
}
