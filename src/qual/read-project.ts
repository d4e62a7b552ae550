import { contentDigest } from '../data/content-hash.ts';
import { hashDiffers } from '../messages/data-file-rules.ts';
import { textNotUtf8 } from '../messages/qual-rules.ts';
import type { Message, Outcome, Place } from '../model/message.ts';
import type { QualProject } from '../model/qual.ts';
import type { Resource } from '../model/resource.ts';
import { openArchive, type ProjectArchive } from './open-archive.ts';
import { parseProject } from './parse-project.ts';
import type { FindText } from './project-reading.ts';

/** Whether a resource is a qualitative project instead of a table. */
export function isProject({ format }: Pick<Resource, 'format'>): boolean {
  return format === 'qdpx' || format === 'qde';
}

/**
 * Reads a resource of format `qdpx` (archive with its texts) or `qde` (the project file alone).
 *
 * @param declaredAt where the data package states the file's hash
 */
export function readProject(resource: Resource, bytes: Uint8Array, declaredAt: Place): Outcome<QualProject> {
  const file = `data/${resource.path}`;
  const hash = contentDigest(bytes);
  const messages: Message[] = [];
  if (hash !== resource.hash) {
    messages.push(hashDiffers(file, { hash, bytes: bytes.length }, resource, declaredAt));
  }
  const read = resource.format === 'qde' ? readQde(file, bytes) : readQdpx(file, bytes);
  return { value: read.value, messages: [...messages, ...read.messages] };
}

/** The project in the bytes of a .qde file; texts that stand outside of it are missing. */
export function readQde(file: string, bytes: Uint8Array): Outcome<QualProject> {
  const text = decode(bytes);
  if (text === undefined) return { value: undefined, messages: [textNotUtf8({ file }, 'the file')] };
  return parseProject(file, text, () => null);
}

/** The project in the bytes of a .qdpx file, with the texts that stand beside it in the archive. */
export function readQdpx(file: string, bytes: Uint8Array): Outcome<QualProject> {
  const opened = openArchive(file, bytes);
  if (opened.value === undefined) return { value: undefined, messages: opened.messages };
  const text = decode(opened.value.project);
  if (text === undefined) return { value: undefined, messages: [textNotUtf8({ file }, 'project.qde')] };
  const messages: Message[] = [];
  const project = parseProject(file, text, findTextIn(opened.value, messages));
  const failed = messages.some(({ severity }) => severity === 'error');
  return { value: failed ? undefined : project.value, messages: [...messages, ...project.messages] };
}

function findTextIn(archive: ProjectArchive, messages: Message[]): FindText {
  return (path, place) => {
    // `internal://` is the archive's folder Sources; `relative://` and others lie outside of it.
    const name = /^internal:\/\/\/?(?:sources\/)?([^/\\]+)$/i.exec(path)?.[1];
    if (name === undefined) return null;
    const content = archive.source(name);
    messages.push(...content.messages);
    if (content.value === undefined) return null;
    const text = decode(content.value);
    if (text === undefined) messages.push(textNotUtf8(place, path));
    return text ?? null;
  };
}

/** UTF-8 without its byte order mark, which no position counts; line ends stay as they are. */
function decode(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
