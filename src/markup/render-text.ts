import type { Element, ElementContent } from 'hast';
import { toText } from 'hast-util-to-text';
import { h } from 'hastscript';
import { notAlone } from '../messages/markup-rules.ts';
import { isSynthetic } from '../model/finding.ts';
import type { Finishing } from './finishing.ts';
import {
  type FindingPlaceholder,
  type PlacedPlaceholder,
  splitAtPlaceholders,
  valueBehind,
} from './placeholder.ts';
import { renderFigure, renderUnlinked } from './render-figure.ts';

/**
 * Text with its figures: each becomes a `<data>` element that knows its exact value and leads to its origin.
 * @param inLink whether it stands in a link, where no other may
 */
export function renderText(text: string, finishing: Finishing, inLink = false): ElementContent[] {
  return splitAtPlaceholders(text).flatMap((part, index): ElementContent[] => {
    if (part === '') return [];
    if (index % 2 === 0) return [{ type: 'text', value: part }];
    return renderPlaceholder(finishing.placeholders.get(part), finishing, inLink);
  });
}

function renderPlaceholder(
  placeholder: PlacedPlaceholder,
  finishing: Finishing,
  inLink: boolean,
): ElementContent[] {
  switch (placeholder.kind) {
    case 'finding':
      return [renderFinding(placeholder, finishing, inLink)];
    case 'ranked':
      return [h('span', { dataTable: placeholder.table.name }, placeholder.text)];
    case 'cited': {
      const { reference, text } = placeholder;
      finishing.uses.references.add(reference.id);
      return [h('data.cited', { value: text, dataReference: reference.id }, text)];
    }
    case 'citation': {
      for (const key of placeholder.keys) finishing.uses.references.add(key);
      return [
        h('span.citation', inLink ? toText(h('span', [...placeholder.content])) : [...placeholder.content]),
      ];
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

function renderFinding(placeholder: FindingPlaceholder, { ids, uses }: Finishing, inLink: boolean): Element {
  const { finding, against, text } = placeholder;
  uses.findings.add(finding.id);
  if (against !== undefined) uses.findings.add(against.id);
  const id = ids.take(`finding-${finding.id}`);
  const synthetic = [finding, ...(against === undefined ? [] : [against])].some(({ provenance }) =>
    isSynthetic(provenance),
  );
  const figure = { finding: finding.id, value: valueBehind(placeholder), synthetic };
  return inLink ? renderUnlinked(figure, text, id) : renderFigure(figure, text, id);
}
