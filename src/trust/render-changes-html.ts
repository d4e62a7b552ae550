import type { Element, ElementContent } from 'hast';
import { h } from 'hastscript';
import { countOf } from '../messages/count-of.ts';
import { formatPlace } from '../messages/format-message.ts';
import { toHtml } from '../page/to-html.ts';
import type { ChartChange, EditionChanges, WordingChange } from './compare-editions.ts';
import { type CorrectionNotice, draftCorrection, isTold } from './correction-notice.ts';
import { excerptAround } from './excerpt.ts';
import { type FigureChange, PARAGRAPH_KINDS } from './lock-check.ts';
import { claimDifference, wordReasons } from './word-lock-check.ts';

/**
 * The change report as one self-contained page in the dress of the report itself; no script runs in it.
 *
 * @param css of the change report alone
 * @param problems why a page could not be made, where it could not
 */
export function renderChangesHtml(changes: EditionChanges, problems: readonly string[], css: string): string {
  const { title, before, after } = changes;
  const head = [
    h('meta', { charSet: 'utf-8' }),
    h('meta', {
      httpEquiv: 'Content-Security-Policy',
      content:
        "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:; base-uri 'none'; form-action 'none'",
    }),
    h('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
    h('meta', { name: 'color-scheme', content: 'light dark' }),
    h('title', `What changed: ${title}`),
    h('style', [raw(`${changes.styles}\n${css}`.replaceAll('</style', '<\\/style'))]),
  ];
  const main = h('main#main', [
    h('article.changes', [
      ...problems.map((problem) => h('p.change-problem', problem)),
      ...figureSection(changes),
      ...claimSection(changes),
      ...wordingSection(changes.wording),
      ...chartSection(changes),
      ...toReadSection(changes),
      ...noticeSection(draftCorrection(changes)),
    ]),
  ]);
  const header = h('header.title-block', [
    h('div.title-inner', [
      h('p.kind', 'Change report'),
      h('h1', `What changed: ${title}`),
      h('p.standfirst', `Before: ${before}. Now: ${after}.`),
    ]),
  ]);
  const body = h('body.change-report', [
    h('a.skip-link', { href: '#main' }, 'Skip to the text'),
    header,
    main,
  ]);
  const page = h('html', { lang: 'en-GB' }, [h('head', head), body]);
  return `<!doctype html>\n${toHtml({ type: 'root', children: [page] })}\n`;
}

function figureSection({ figures, totals }: EditionChanges): Element[] {
  const told = figures.filter(isTold);
  const below = figures.filter((figure) => !isTold(figure));
  return [
    h('h2', 'Figures'),
    h('p', `${countOf(told.length, 'figure reads', 'figures read')} otherwise, of ${totals.figures}.`),
    ...(told.length === 0 ? [] : [figureTable('Figures that read otherwise', told)]),
    ...(below.length === 0
      ? []
      : [
          h('details', [
            h('summary', `${countOf(below.length, 'difference')} that no reader sees`),
            figureTable(
              'Figures that differ beneath their rounding, or in their method or definition',
              below,
            ),
          ]),
        ]),
  ];
}

function figureTable(caption: string, figures: readonly FigureChange[]): Element {
  const heads = ['Figure', 'Before', 'Now', 'Difference', 'Why'].map((text) =>
    h('th', { scope: 'col' }, text),
  );
  const rows = figures.map(({ id, before, after, difference, parts, reasons }) =>
    h('tr', [
      h('th', { scope: 'row' }, [
        h('code', id),
        ' ',
        h('span.change-definition', (after ?? before)?.definition),
      ]),
      h('td', before?.text ?? 'none'),
      h('td', after?.text ?? 'none'),
      h('td', difference ?? (before && after ? parts.join(', ') : '')),
      h('td', wordReasons(reasons)),
    ]),
  );
  return h('div.table-scroll', { role: 'region', tabIndex: 0, ariaLabel: caption }, [
    h('table', [h('caption.visually-hidden', caption), h('thead', [h('tr', heads)]), h('tbody', rows)]),
  ]);
}

function claimSection({ claims, totals }: EditionChanges): Element[] {
  const items = claims.map(({ id, before, after, reasons }) =>
    h('li', [h('code', id), ` ${claimDifference(before, after)}. Why: ${wordReasons(reasons)}.`]),
  );
  return [
    h('h2', 'Claims'),
    h('p', `${countOf(claims.length, 'claim differs', 'claims differ')}, of ${totals.claims}.`),
    ...(items.length === 0 ? [] : [h('ul', items)]),
  ];
}

const KINDS: readonly (readonly [WordingChange['kind'], string])[] = [
  ['words', 'Passages in which words differ'],
  ['figures', 'Passages in which figures alone differ'],
  ['new', 'New passages'],
  ['gone', 'Passages that are gone'],
];

function wordingSection(wording: readonly WordingChange[] | null): Element[] {
  const heading = h('h2', 'Wording');
  if (wording === null) return [heading, h('p', 'Not compared: one of the two has no page.')];
  if (wording.length === 0) return [heading, h('p', 'No passage differs.')];
  const parts = KINDS.flatMap(([kind, title]) => {
    const passages = wording.filter((change) => change.kind === kind);
    return passages.length === 0 ? [] : [h('h3', title), ...passages.map(renderPassage)];
  });
  return [heading, ...parts];
}

/** Struck and underlined words also say in words what they are, for those who hear them. */
function renderPassage({ runs }: WordingChange): Element {
  const parts = runs.flatMap(({ kind, text }): ElementContent[] => {
    if (kind === 'same') return [{ type: 'text', value: `${text} ` }];
    const [tag, said] = kind === 'gone' ? ['del', 'gone: '] : ['ins', 'new: '];
    return [h(tag, [h('span.visually-hidden', said), text]), { type: 'text', value: ' ' }];
  });
  return h('p.change-passage', parts);
}

function chartSection({ charts, totals }: EditionChanges): Element[] {
  const count =
    charts.length === 0 ? 'No chart differs' : countOf(charts.length, 'chart differs', 'charts differ');
  return [h('h2', 'Charts'), h('p', `${count}, of ${totals.charts}.`), ...charts.map(renderCharts)];
}

function renderCharts({ id, before, after }: ChartChange): Element {
  const side = (label: string, chart: ChartChange['before']) =>
    h('figure.change-side', [
      h('figcaption', chart === undefined ? `${label}: none` : `${label}: ${chart.title}`),
      ...(chart === undefined ? [] : [raw(apart(chart.svg, label.toLowerCase()))]),
    ]);
  return h('section.change-charts', { ariaLabel: after?.title ?? before?.title ?? id }, [
    h('h3', after?.title ?? before?.title ?? id),
    h('div.change-sides', [side('Before', before), side('Now', after)]),
  ]);
}

/** Gives a drawing's ids a name of their own, so that two drawings of one chart do not share their parts. */
function apart(svg: string, prefix: string): string {
  const ids = [...svg.matchAll(/\sid="([^"]+)"/g)].map(([, id = '']) => id);
  return ids.reduce(
    (text, id) =>
      text
        .replaceAll(`id="${id}"`, `id="${prefix}-${id}"`)
        .replaceAll(`#${id})`, `#${prefix}-${id})`)
        .replaceAll(`"#${id}"`, `"#${prefix}-${id}"`),
    svg,
  );
}

function toReadSection({ toRead }: EditionChanges): Element[] {
  const heading = h('h2', 'To be read again');
  if (toRead === null) {
    return [heading, h('p', 'Not known: the report was never approved, or has no page.')];
  }
  if (toRead.length === 0) return [heading, h('p', 'Nothing: every paragraph is as approved.')];
  const items = toRead.map(({ kind, place, before, after, figures }) => {
    const shown = excerptAround(before, after);
    const moved = figures.length === 0 ? '' : ` (${figures.join(', ')})`;
    return h('li', [
      h('code', formatPlace(place)),
      `, ${PARAGRAPH_KINDS[kind]}${moved}: `,
      ...(shown.before === null ? [] : [h('del', [h('span.visually-hidden', 'gone: '), shown.before]), ' ']),
      ...(shown.after === null ? [] : [h('ins', [h('span.visually-hidden', 'new: '), shown.after])]),
    ]);
  });
  return [heading, h('ul.change-to-read', items)];
}

function noticeSection(notice: CorrectionNotice | null): Element[] {
  const heading = h('h2', 'Draft of a correction notice');
  if (notice === null) return [heading, h('p', 'None is needed: no reader is told anything else.')];
  return [
    heading,
    h('section.change-notice', { ariaLabel: notice.heading }, [
      h('h3', notice.heading),
      ...notice.paragraphs.map((text) => h('p', text)),
      h(
        'ul',
        notice.items.map((item) => h('li', item)),
      ),
      ...notice.closing.map((text) => h('p', text)),
    ]),
  ];
}

/** Markup of our own builds, sanitised when it was composed. */
function raw(value: string): ElementContent {
  return { type: 'raw', value } as unknown as ElementContent;
}
