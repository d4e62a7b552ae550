import { badPosition, missingText } from '../messages/qual-rules.ts';
import type { QualSelection, QualSource } from '../model/qual.ts';
import { countCodePoints } from './code-points.ts';
import type { XmlElement } from './parse-xml.ts';
import { childOf, childrenOf, descriptionOf, type ProjectReading, readNoteRefs } from './project-reading.ts';
import { readCodings } from './read-codes.ts';
import { readValues } from './read-variables.ts';

/**
 * The texts among the sources: plain texts, and the text that stands for a PDF. Pictures, sound and film are
 * passed over.
 */
export function readSources(element: XmlElement | undefined, reading: ProjectReading): readonly QualSource[] {
  return (element?.children ?? []).flatMap((child): QualSource[] => {
    if (child.name === 'TextSource') return [readSource(child, child, reading)];
    const represented = child.name === 'PDFSource' ? childOf(child, 'Representation') : undefined;
    for (const part of childrenOf(child, 'PDFSelection')) reading.skip(part.name);
    if (represented !== undefined) return [readSource(child, represented, reading)];
    reading.skip(child.name);
    return [];
  });
}

/** @param holder the element with name and values; @param holding the one with the text, most often the same */
function readSource(holder: XmlElement, holding: XmlElement, reading: ProjectReading): QualSource {
  const guid = reading.guid(holder, 'source');
  const name = holder.attributes.get('name') ?? guid;
  const text = readText(holding, name, reading);
  const codings = [...new Set([holder, holding])].flatMap((one) => readCodings(one, reading));
  return {
    guid,
    name,
    description: descriptionOf(holder),
    text,
    selections: readSelections(holding, text, reading),
    codings,
    values: { ...readValues(holding, reading), ...(holder === holding ? {} : readValues(holder, reading)) },
    notes: readNoteRefs(holder, reading),
  };
}

function readText(element: XmlElement, name: string, reading: ProjectReading): string | null {
  const inline = childOf(element, 'PlainTextContent');
  const path = element.attributes.get('plainTextPath') ?? '';
  if (path === '' && inline !== undefined) return inline.text;
  const text = path === '' ? null : reading.findText(path, element.place);
  if (text === null) reading.messages.push(missingText(element.place, name, path));
  return text ?? inline?.text ?? null;
}

function readSelections(
  element: XmlElement,
  text: string | null,
  reading: ProjectReading,
): readonly QualSelection[] {
  const length = text === null ? Number.POSITIVE_INFINITY : countCodePoints(text);
  return childrenOf(element, 'PlainTextSelection').flatMap((child): QualSelection[] => {
    const guid = reading.guid(child, 'selection');
    const start = reading.integer(child, 'startPosition');
    const end = reading.integer(child, 'endPosition');
    const codings = readCodings(child, reading);
    if (start === undefined || end === undefined) return [];
    if (start < 0 || end < start || end > length) {
      const inUnits = start >= 0 && start <= end && end <= (text?.length ?? 0);
      reading.messages.push(badPosition(child.place, start, end, length, inUnits));
    }
    const name = child.attributes.get('name') ?? '';
    const notes = readNoteRefs(child, reading);
    return [{ guid, name, description: descriptionOf(child), start, end, codings, notes }];
  });
}
