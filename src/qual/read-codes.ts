import { badValue } from '../messages/qual-rules.ts';
import type { QualCode, QualCoding } from '../model/qual.ts';
import type { XmlElement } from './parse-xml.ts';
import { childOf, childrenOf, descriptionOf, type ProjectReading, readNoteRefs } from './project-reading.ts';

/** The codes beneath `element`, a parent before its children. */
export function readCodes(
  element: XmlElement | undefined,
  reading: ProjectReading,
  parent: string | null = null,
): readonly QualCode[] {
  return childrenOf(element, 'Code').flatMap((child): QualCode[] => {
    const guid = reading.guid(child, 'code');
    const code: QualCode = {
      guid,
      name: reading.attribute(child, 'name'),
      parent,
      isCodable: readFlag(child, reading),
      color: child.attributes.get('color') ?? null,
      description: descriptionOf(child),
      notes: readNoteRefs(child, reading),
    };
    return [code, ...readCodes(child, reading, guid)];
  });
}

function readFlag(element: XmlElement, reading: ProjectReading): boolean {
  const text = element.attributes.get('isCodable')?.trim() ?? 'true';
  if (!/^(true|false|0|1)$/.test(text)) {
    reading.messages.push(badValue(element.place, 'isCodable', text, 'true or false'));
  }
  return text !== 'false' && text !== '0';
}

/** The codings directly in a selection or source. */
export function readCodings(element: XmlElement, reading: ProjectReading): readonly QualCoding[] {
  return childrenOf(element, 'Coding').flatMap((coding): QualCoding[] => {
    const target = childOf(coding, 'CodeRef');
    const guid = reading.guid(coding, 'other');
    if (target === undefined) {
      reading.messages.push(badValue(coding.place, '<Coding>', '', 'a <CodeRef> in it'));
      return [];
    }
    const code = reading.reference(target, 'targetGUID', 'code');
    return [{ guid, code, user: reading.user(coding), notes: readNoteRefs(coding, reading) }];
  });
}
