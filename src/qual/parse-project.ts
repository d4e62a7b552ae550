import { notAProject, unreadPart } from '../messages/qual-rules.ts';
import type { Outcome } from '../model/message.ts';
import type { QualCase, QualNote, QualProject, QualUser } from '../model/qual.ts';
import { parseXml, type XmlElement } from './parse-xml.ts';
import { childOf, childrenOf, descriptionOf, type FindText, ProjectReading } from './project-reading.ts';
import { readCodes } from './read-codes.ts';
import { readSources } from './read-sources.ts';
import { readValues, readVariables } from './read-variables.ts';

const NAMESPACE = /^urn:QDA-XML:project:1\.\d+$/;
const READ = new Set([
  'Users',
  'CodeBook',
  'Variables',
  'Cases',
  'Sources',
  'Notes',
  'Description',
  'NoteRef',
]);

/**
 * The project that a .qde file describes (REFI-QDA Project 1.0). Parts that other programs add, and sources
 * that are no texts, are passed over with one warning. No value where a message is an error.
 *
 * @param findText the text at a path such as `internal://1.txt`; `null` where the file does not hold it
 */
export function parseProject(file: string, text: string, findText: FindText): Outcome<QualProject> {
  const parsed = parseXml(file, text);
  const root = parsed.value;
  if (root === undefined) return { value: undefined, messages: parsed.messages };
  if (root.name !== 'Project' || !NAMESPACE.test(root.namespace)) {
    const found = `the file begins with <${root.name}> of ${root.namespace === '' ? 'no namespace' : root.namespace}`;
    return { value: undefined, messages: [notAProject(root.place, found)] };
  }
  const reading = new ProjectReading(findText);
  const project = readProject(root, reading);
  for (const part of root.children) {
    if (READ.has(part.name)) continue;
    for (const child of part.children) reading.skip(child.name);
  }
  reading.checkReferences(collectGuids(root));
  const { messages, unread } = reading;
  if (unread.length > 0) messages.push(unreadPart({ file }, unread.join(', ')));
  const failed = messages.some(({ severity }) => severity === 'error');
  return { value: failed ? undefined : project, messages };
}

function readProject(root: XmlElement, reading: ProjectReading): QualProject {
  const users = childrenOf(childOf(root, 'Users'), 'User').map(
    (child): QualUser => ({
      guid: reading.guid(child, 'user'),
      name: child.attributes.get('name') ?? child.attributes.get('id') ?? '',
    }),
  );
  const book = childOf(root, 'CodeBook');
  const codes = readCodes(book && childOf(book, 'Codes'), reading);
  const variables = readVariables(childOf(root, 'Variables'), reading);
  reading.variables = new Map(variables.map((variable) => [variable.guid, variable]));
  return {
    name: reading.attribute(root, 'name'),
    origin: root.attributes.get('origin') ?? '',
    users,
    codes,
    variables,
    cases: readCases(childOf(root, 'Cases'), reading),
    sources: readSources(childOf(root, 'Sources'), reading),
    notes: readNotes(childOf(root, 'Notes'), reading),
  };
}

function readCases(element: XmlElement | undefined, reading: ProjectReading): readonly QualCase[] {
  return childrenOf(element, 'Case').map((child): QualCase => {
    const guid = reading.guid(child, 'case');
    const refs = (name: string, kind: 'code' | 'source' | 'selection') =>
      childrenOf(child, name).map((ref) => reading.reference(ref, 'targetGUID', kind));
    return {
      guid,
      name: child.attributes.get('name') ?? guid,
      description: descriptionOf(child),
      values: readValues(child, reading),
      codes: refs('CodeRef', 'code'),
      sources: refs('SourceRef', 'source'),
      selections: refs('SelectionRef', 'selection'),
    };
  });
}

function readNotes(element: XmlElement | undefined, reading: ProjectReading): readonly QualNote[] {
  return childrenOf(element, 'Note').map((child): QualNote => {
    const inline = childOf(child, 'PlainTextContent');
    const path = child.attributes.get('plainTextPath');
    const text = path === undefined ? inline?.text : reading.findText(path, child.place);
    return {
      guid: reading.guid(child, 'note'),
      name: child.attributes.get('name') ?? '',
      description: descriptionOf(child),
      text: text ?? '',
    };
  });
}

/** Every GUID in the file: a case may point at a picture, which is not read and is no fault. */
function collectGuids(element: XmlElement, found = new Set<string>()): ReadonlySet<string> {
  const guid = element.attributes.get('guid');
  if (guid !== undefined) found.add(guid.replace(/[{}]/g, '').trim().toLowerCase());
  for (const child of element.children) collectGuids(child, found);
  return found;
}
