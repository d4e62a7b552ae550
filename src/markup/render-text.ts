import type { Element, ElementContent } from 'hast';
import { h } from 'hastscript';
import { notAlone } from '../messages/markup-rules.ts';
import { type Finding, isSynthetic } from '../model/finding.ts';
import type { Finishing } from './finishing.ts';
import { type PlacedPlaceholder, splitAtPlaceholders } from './placeholder.ts';

/** Text with its figures: each becomes a `<data>` element that knows its finding and exact value. */
export function renderText(text: string, finishing: Finishing): ElementContent[] {
  return splitAtPlaceholders(text).flatMap((part, index): ElementContent[] => {
    if (part === '') return [];
    if (index % 2 === 0) return [{ type: 'text', value: part }];
    return renderPlaceholder(finishing.placeholders.get(part), finishing);
  });
}

function renderPlaceholder(placeholder: PlacedPlaceholder, finishing: Finishing): ElementContent[] {
  switch (placeholder.kind) {
    case 'finding':
      return [renderFinding(placeholder.finding, placeholder.as, placeholder.text, finishing)];
    case 'cited': {
      const { reference, text } = placeholder;
      finishing.uses.references.add(reference.id);
      return [h('data.cited', { value: text, dataReference: reference.id }, text)];
    }
    case 'quote':
      return [h('q', { dataSource: placeholder.source }, placeholder.text)];
    case 'image':
      return [
        h('img', { src: placeholder.source, alt: finishing.placeholders.toPlainText(placeholder.alt) }),
      ];
    default:
      finishing.messages.push(notAlone(placeholder.place, BLOCKS[placeholder.kind]));
      return [];
  }
}

const BLOCKS = {
  table: 'a table',
  ledger: 'the ledger',
  chart: 'a chart',
  box: 'a box',
  id: 'an id',
} as const;

function renderFinding(finding: Finding, as: string, text: string, { ids, uses }: Finishing): Element {
  uses.findings.add(finding.id);
  const id = ids.take(`finding-${finding.id}`);
  const mark = isSynthetic(finding.provenance) ? { dataSynthetic: 'true' } : {};
  return h('data', { value: exactValue(finding, as), dataFinding: finding.id, id, ...mark }, text);
}

/** The number behind the text, unrounded: of an interval `low/high`. */
function exactValue(finding: Finding, as: string): string {
  const { value, n, p, interval } = finding;
  if (as === 'n' && n !== null) return String(n);
  if (as === 'p' && p !== null) return String(p);
  if ((as === 'interval' || as === 'range') && interval) return `${interval.low}/${interval.high}`;
  return String(value);
}
