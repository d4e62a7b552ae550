import { SaxesParser } from 'saxes';
import { doctypeRefused, notXml, oversizedProject } from '../messages/qual-rules.ts';
import type { Message, Outcome, Place } from '../model/message.ts';

/** An element with its text and children; comments and instructions are left out. */
export interface XmlElement {
  readonly name: string;
  readonly namespace: string;
  /** By local name; namespace declarations are not among them. */
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly XmlElement[];
  /** The text directly in it. */
  readonly text: string;
  readonly place: Place;
}

interface OpenElement extends XmlElement {
  children: XmlElement[];
  text: string;
}

/** Two hundred interviews of two hundred coded passages each come to some 150,000 elements. */
const MOST_ELEMENTS = 500_000;
const MOST_DEPTH = 200;

class Refusal extends Error {
  readonly refusal: Message;
  constructor(refusal: Message) {
    super(refusal.reason);
    this.refusal = refusal;
  }
}

/**
 * Reads XML into a tree. A document type is refused, so no entity but XML's own five can stand in the file
 * and nothing can expand; the first fault ends the reading.
 */
export function parseXml(file: string, text: string): Outcome<XmlElement> {
  const parser = new SaxesParser({ xmlns: true });
  const open: OpenElement[] = [];
  let root: XmlElement | undefined;
  let count = 0;
  const here = (back = 0): Place => ({ file, line: parser.line, column: Math.max(1, parser.column - back) });
  let started: Place = here();
  parser.on('error', (error) => {
    throw new Refusal(notXml(here(), error.message.replace(/^\d+:\d+: /, '')));
  });
  parser.on('doctype', () => {
    throw new Refusal(doctypeRefused(here()));
  });
  parser.on('opentagstart', (tag) => {
    started = here(tag.name.length + 1);
    count += 1;
    const found = `the project holds more than ${MOST_ELEMENTS} elements`;
    if (count > MOST_ELEMENTS) throw new Refusal(oversizedProject(file, found, `${MOST_ELEMENTS} elements`));
    if (open.length < MOST_DEPTH) return;
    const depth = `elements stand ${MOST_DEPTH} deep in one another`;
    throw new Refusal(oversizedProject(file, depth, `a depth of ${MOST_DEPTH}`));
  });
  parser.on('opentag', (tag) => {
    const attributes = Object.values(tag.attributes)
      .filter(({ prefix, name }) => prefix !== 'xmlns' && name !== 'xmlns')
      .map(({ local, value }) => [local, value] as const);
    const element: OpenElement = {
      name: tag.local,
      namespace: tag.uri,
      attributes: new Map(attributes),
      children: [],
      text: '',
      place: started,
    };
    open.at(-1)?.children.push(element);
    root ??= element;
    open.push(element);
  });
  const append = (chunk: string) => {
    const element = open.at(-1);
    if (element) element.text += chunk;
  };
  parser.on('text', append);
  parser.on('cdata', append);
  parser.on('closetag', () => void open.pop());
  try {
    parser.write(text).close();
  } catch (error) {
    if (error instanceof Refusal) return { value: undefined, messages: [error.refusal] };
    throw error;
  }
  return { value: root, messages: [] };
}
