import { originFacts } from '../findings/origin-facts.ts';
import { originId } from '../markup/render-figure.ts';
import { type Finding, isSynthetic } from '../model/finding.ts';
import type { AnnexTable } from './list-annex.ts';
import type { OriginFile } from './list-files.ts';
import type { Mention } from './list-mentions.ts';
import {
  type OriginBasis,
  type OriginLink,
  OriginLists,
  type OriginRow,
  type SharedOrigin,
} from './origin-lists.ts';
import type { PageInput } from './page-input.ts';

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
  /** The script and files that it rests on: named, not linked, because a link for each figure swells the print. */
  readonly basis: OriginLink;
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
  const findings = [...new Set(mentions.map(({ finding }) => finding))].map((id) => findingWith(id, input));
  const lists = new OriginLists(input.resources, repeatedTexts(findings.map(({ method }) => method)));
  const sections: { title: string; start: number; figures: Origin[] }[] = [];
  for (const [index, finding] of findings.entries()) {
    const shown = mentions.filter((mention) => mention.finding === finding.id);
    const title = shown[0]?.section ?? '';
    if (sections.at(-1)?.title !== title) sections.push({ title, start: index + 1, figures: [] });
    const method = lists.methodRow(finding.method);
    const { rows, basis } = lists.provenanceOf(finding.id, finding.provenance);
    sections.at(-1)?.figures.push({
      id: originId(finding.id),
      text: finding.text,
      ...placesOf(shown, title),
      definition: finding.definition,
      synthetic: isSynthetic(finding.provenance),
      rows: [...originFacts(finding).map((fact) => ({ ...fact, links: [] })), method, ...rows],
      basis,
    });
  }
  const tables = listTables(input, annex).map((shown) => originOfTable(shown, input, lists));
  const { methods, queries, bases, scripts, files } = lists;
  return { sections, tables, tablesStart: findings.length + 1, methods, queries, bases, scripts, files };
}

function originOfTable(
  { name, label, back, again }: ShownTable,
  input: PageInput,
  lists: OriginLists,
): Origin {
  const table = input.tables.get(name);
  if (table === undefined) throw new Error(`the page shows "${name}", which is not a table`);
  const { rows, basis } = lists.provenanceOf(name, table.provenance);
  return {
    id: originId(`table-${name}`),
    text: label,
    back,
    again,
    definition: table.title,
    synthetic: isSynthetic(table.provenance),
    rows: [{ label: 'All values', text: `tables/${name}.csv`, links: [] }, ...rows],
    basis,
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
