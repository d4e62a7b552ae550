import type { Element, Root, RootContent } from 'hast';
import { toText } from 'hast-util-to-text';
import { Ids } from '../markup/ids.ts';
import { chartFigureId } from '../markup/render-chart.ts';
import type { TracedText } from '../model/traced-text.ts';
import { isElement } from './elements.ts';
import { type PageInput, TRACED_NAMES, type TracedName } from './page-input.ts';

/** A place of the page that shows a finding. */
export interface Mention {
  readonly finding: string;
  /** The element to which the annex leads back. */
  readonly id: string;
  /** As the place shows it. */
  readonly text: string;
  /** Heading of the section that it stands in. */
  readonly section: string;
}

/** Ids of the mentions outside the body, in the order in which `listMentions` gave them out. */
export interface HeadMentions {
  readonly texts: Readonly<Record<TracedName, readonly string[]>>;
  readonly keyFigures: readonly {
    readonly value: string;
    readonly label: readonly string[];
    readonly change: readonly string[];
  }[];
}

export interface PageMentions {
  /** In the order of the page. */
  readonly mentions: readonly Mention[];
  readonly head: HeadMentions;
}

const HEAD = 'Title and key figures';
const OPENING = 'Opening';

/** Every place of a page that shows a finding: title and standfirst, key figures, body, drawings. */
export function listMentions(input: PageInput): PageMentions {
  const mentions: Mention[] = [];
  const ids = new Ids();
  const add = (finding: string, place: string, text: string): string => {
    const id = ids.take(`page-${place}-${finding}`);
    mentions.push({ finding, id, text, section: HEAD });
    return id;
  };
  const addAll = (traced: TracedText | null, place: string): string[] =>
    (traced?.figures ?? []).map(({ finding, start, end }) =>
      add(finding, place, traced?.text.slice(start, end) ?? ''),
    );
  const texts = Object.fromEntries(
    TRACED_NAMES.map((name) => [name, addAll(input.traced[name], name)]),
  ) as Record<TracedName, string[]>;
  const keyFigures = input.keyFigures.map(({ finding, value, label, change }) => ({
    value: add(finding, 'figure', value),
    label: addAll(label, 'label'),
    change: addAll(change, 'change'),
  }));
  const head = { texts, keyFigures };
  return { mentions: [...mentions, ...mentionsInBody(input.body.root, input)], head };
}

function mentionsInBody(root: Root, input: PageInput): Mention[] {
  const mentions: Mention[] = [];
  const drawn = new Map(
    input.charts.map((chart) => [chartFigureId(chart), chart.traced?.drawn ?? []] as const),
  );
  let section = OPENING;
  const visit = (node: RootContent): void => {
    if (!isElement(node)) return;
    if (node.tagName === 'h2') section = toText(node).trim();
    const finding = findingOf(node);
    const id = String(node.properties.id ?? '');
    if (finding !== undefined) mentions.push({ finding, id, text: toText(node), section });
    node.children.forEach(visit);
    for (const inDrawing of drawn.get(id) ?? []) {
      const text = input.body.labels.get(id) ?? 'the chart';
      mentions.push({ finding: inDrawing, id, text, section });
    }
  };
  root.children.forEach(visit);
  return mentions;
}

/** The finding that an element shows: a link to an origin, or, in a link to elsewhere, the data alone. */
function findingOf({ tagName, properties }: Element): string | undefined {
  const { href, dataFinding, id } = properties;
  if (tagName === 'data' && typeof dataFinding === 'string') return dataFinding;
  if (tagName !== 'a' || typeof href !== 'string' || id === undefined) return undefined;
  return /^#from-(.+)$/.exec(href)?.[1];
}
