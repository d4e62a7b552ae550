import type { Element, ElementContent } from 'hast';
import { h } from 'hastscript';
import type { Finding } from '../model/finding.ts';
import type { TracedFigure, TracedText } from '../model/traced-text.ts';

/** Where the annex says where a finding comes from. */
export function originId(finding: string): string {
  return `from-${finding}`;
}

/**
 * A figure as the page shows it: a `<data>` element with the exact value, in a link to its entry in the annex. The
 * page's script opens that entry as a card.
 *
 * @param id of this mention, to which the entry leads back
 */
export function renderFigure(
  figure: Pick<TracedFigure, 'finding' | 'value' | 'synthetic'>,
  text: string,
  id: string,
): Element {
  return h('a', { href: `#${originId(figure.finding)}`, id }, [renderData(figure, text)]);
}

/** The same where a link would stand in another: it is not opened, but the annex leads back to it. */
export function renderUnlinked(
  figure: Pick<TracedFigure, 'finding' | 'value' | 'synthetic'>,
  text: string,
  id: string,
): Element {
  const data = renderData(figure, text);
  return { ...data, properties: { ...data.properties, dataFinding: figure.finding, id } };
}

function renderData({ value, synthetic }: Pick<TracedFigure, 'value' | 'synthetic'>, text: string): Element {
  return h('data', { value, ...(synthetic ? { dataSynthetic: 'true' } : {}) }, text);
}

/**
 * A text with its figures as `renderFigure` shows them.
 * @param takeId gives each mention of a finding an id of its own
 */
export function renderTraced(
  { text, figures }: TracedText,
  takeId: (finding: string) => string,
): ElementContent[] {
  const parts: ElementContent[] = [];
  let from = 0;
  for (const figure of figures) {
    if (figure.start > from) parts.push({ type: 'text', value: text.slice(from, figure.start) });
    parts.push(renderFigure(figure, text.slice(figure.start, figure.end), takeId(figure.finding)));
    from = figure.end;
  }
  if (from < text.length) parts.push({ type: 'text', value: text.slice(from) });
  return parts;
}

/** The number behind a form of a finding, unrounded: of an interval `low/high`. */
export function exactValue(finding: Finding, as: string): string {
  const { value, n, p, interval } = finding;
  if (as === 'n' && n !== null) return String(n);
  if (as === 'p' && p !== null) return String(p);
  if ((as === 'interval' || as === 'range') && interval) return `${interval.low}/${interval.high}`;
  return String(value);
}
