import { badValue, duplicateGuid, missingAttribute, unknownGuid } from '../messages/qual-rules.ts';
import type { Message, Place } from '../model/message.ts';
import type { QualVariable } from '../model/qual.ts';
import type { XmlElement } from './parse-xml.ts';

const GUID = /^\{?([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})\}?$/i;

export type GuidKind = 'user' | 'code' | 'variable' | 'case' | 'source' | 'selection' | 'note' | 'other';

/** The text that a source's attribute names, or why there is none. */
export type FindText = (path: string, place: Place) => string | null;

/** What the parts of a project share while they are read. */
export class ProjectReading {
  readonly messages: Message[] = [];
  readonly findText: FindText;
  /** Set once the variables are read, which stand before cases and sources. */
  variables: ReadonlyMap<string, QualVariable> = new Map();
  readonly #guids = new Map<string, { kind: GuidKind; place: Place }>();
  readonly #references: { guid: string; kinds: readonly GuidKind[]; what: string; place: Place }[] = [];
  readonly #unread = new Map<string, number>();

  constructor(findText: FindText) {
    this.findText = findText;
  }

  attribute(element: XmlElement, name: string): string {
    const value = element.attributes.get(name);
    if (value === undefined) this.messages.push(missingAttribute(element.place, element.name, name));
    return value ?? '';
  }

  /** The element's own GUID, made known as one of a kind. */
  guid(element: XmlElement, kind: GuidKind): string {
    const guid = this.#toGuid(this.attribute(element, 'guid'), element);
    const first = this.#guids.get(guid);
    if (first === undefined) this.#guids.set(guid, { kind, place: element.place });
    else if (guid !== '') this.messages.push(duplicateGuid(element.place, guid, first.place));
    return guid;
  }

  /** A GUID that stands for something else, which is looked up once all is read. */
  reference(element: XmlElement, attribute: string, ...kinds: readonly GuidKind[]): string {
    const guid = this.#toGuid(this.attribute(element, attribute), element);
    this.#references.push({ guid, kinds, what: `<${element.name}>`, place: element.place });
    return guid;
  }

  /** The user who coded; `null` where the file does not say. */
  user(element: XmlElement): string | null {
    return element.attributes.has('creatingUser') ? this.reference(element, 'creatingUser', 'user') : null;
  }

  integer(element: XmlElement, name: string): number | undefined {
    const text = this.attribute(element, name).trim();
    const value = Number(text);
    if (/^[+-]?\d+$/.test(text) && Number.isSafeInteger(value)) return value;
    if (text !== '') this.messages.push(badValue(element.place, name, text, 'a whole number'));
    return undefined;
  }

  /** Notes an element that is passed over. */
  skip(what: string): void {
    this.#unread.set(what, (this.#unread.get(what) ?? 0) + 1);
  }

  /** `3 Set`, in code-unit order of the names. */
  get unread(): readonly string[] {
    return [...this.#unread.keys()].sort().map((what) => `${this.#unread.get(what)} ${what}`);
  }

  /** GUIDs that nothing has, now that everything is read. Parts that are not read may be referred to. */
  checkReferences(unreadGuids: ReadonlySet<string>): void {
    for (const { guid, kinds, what, place } of this.#references) {
      const found = this.#guids.get(guid);
      const isRight = found === undefined ? unreadGuids.has(guid) : kinds.includes(found.kind);
      if (!isRight && guid !== '') this.messages.push(unknownGuid(place, what, guid));
    }
  }

  #toGuid(text: string, element: XmlElement): string {
    const guid = GUID.exec(text.trim())?.[1]?.toLowerCase();
    if (guid === undefined && text !== '') {
      const expected = '32 hexadecimal digits in groups of 8, 4, 4, 4 and 12';
      this.messages.push(badValue(element.place, `a GUID of <${element.name}>`, text, expected));
    }
    return guid ?? '';
  }
}

export function childrenOf(element: XmlElement | undefined, name: string): readonly XmlElement[] {
  return element?.children.filter((child) => child.name === name) ?? [];
}

export function childOf(element: XmlElement, name: string): XmlElement | undefined {
  return element.children.find((child) => child.name === name);
}

export function descriptionOf(element: XmlElement): string {
  return childOf(element, 'Description')?.text ?? '';
}

export function readNoteRefs(element: XmlElement, reading: ProjectReading): readonly string[] {
  return childrenOf(element, 'NoteRef').map((child) => reading.reference(child, 'targetGUID', 'note'));
}
