import { crc32 } from 'node:zlib';
import { type ArchiveEntry, readArchiveDirectory } from '../data/archive-directory.ts';
import { unpackEntry } from '../data/unpack-entry.ts';
import { damagedArchive, hostileArchive, noProjectFile, oversizedProject } from '../messages/qual-rules.ts';
import type { Message, Outcome } from '../model/message.ts';

const MOST_ENTRIES = 20_000;
/** Of the project file and each text; pictures, sound and film are never unpacked. */
const MOST_BYTES = 64 * 1024 * 1024;
/** Of all that is unpacked. */
const MOST_BYTES_IN_ALL = 256 * 1024 * 1024;

/** A checked archive, from which texts are unpacked one by one. */
export interface ProjectArchive {
  readonly project: Uint8Array;
  /** The bytes of `Sources/<name>`, whatever the case of the folder; no value and no message where it is missing. */
  source(name: string): Outcome<Uint8Array>;
}

/**
 * Opens a .qdpx file. The whole directory is checked before anything is unpacked: an archive with a path that
 * leads out of it, two files of one name, a link or an encrypted file is refused, and so is one that unpacks
 * to more than the bounds, whatever sizes it claims.
 */
export function openArchive(file: string, bytes: Uint8Array): Outcome<ProjectArchive> {
  const listed = listEntries(file, bytes);
  if (listed.value === undefined) return { value: undefined, messages: listed.messages };
  const entries = listed.value;
  const projects = [...entries.keys()].filter((name) => /^[^/]+\.qde$/i.test(name));
  const [first] = projects;
  if (first === undefined || projects.length > 1) {
    const found = projects.length === 0 ? 'no .qde file' : projects.join(' and ');
    return { value: undefined, messages: [noProjectFile(file, found)] };
  }
  let left = MOST_BYTES_IN_ALL;
  const unpack = (name: string): Outcome<Uint8Array> => {
    const entry = entries.get(name);
    if (entry === undefined) return { value: undefined, messages: [] };
    const outcome = unpackChecked(file, name, entry, left);
    left -= outcome.value?.length ?? 0;
    return outcome;
  };
  const { value: project, messages } = unpack(first);
  if (project === undefined) return { value: undefined, messages };
  const bySpelling = new Map([...entries.keys()].map((name) => [spellingOf(name), name]));
  const source = (name: string) => unpack(bySpelling.get(spellingOf(`sources/${name}`)) ?? '');
  return { value: { project, source }, messages: [] };
}

function listEntries(file: string, bytes: Uint8Array): Outcome<Map<string, ArchiveEntry>> {
  let directory: ArchiveEntry[] | undefined;
  try {
    directory = readArchiveDirectory(bytes, MOST_ENTRIES);
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    return failed(damagedArchive(file, 'the file is not a ZIP archive, or a damaged one'));
  }
  if (directory === undefined) {
    return failed(oversizedProject(file, 'the archive lists too many files', `${MOST_ENTRIES} files`));
  }
  const entries = new Map<string, ArchiveEntry>();
  const spellings = new Set<string>();
  for (const entry of directory) {
    const name = nameOf(entry);
    const wrong = whatIsHostile(name, entry, spellings);
    if (wrong !== undefined) return failed(hostileArchive(file, wrong[0], wrong[1]));
    spellings.add(spellingOf(name ?? ''));
    entries.set(name ?? '', entry);
  }
  return { value: entries, messages: [] };
}

function nameOf({ name }: ArchiveEntry): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(name);
  } catch {
    return undefined;
  }
}

/** What was found and what was expected. */
function whatIsHostile(
  name: string | undefined,
  { isEncrypted, isLink }: ArchiveEntry,
  before: ReadonlySet<string>,
): readonly [string, string] | undefined {
  if (name === undefined) return ['a file name in the archive is not UTF-8', 'names in UTF-8'];
  const shown = JSON.stringify(name);
  const parts = name.replace(/\/$/, '').split('/');
  // biome-ignore lint/suspicious/noControlCharactersInRegex: such a name is what is looked for.
  if (/[\\:\u0000-\u001f]/.test(name) || parts.some((part) => part === '' || part === '.' || part === '..')) {
    return [`the archive holds the path ${shown}`, 'paths inside the archive, such as Sources/1.txt'];
  }
  if (before.has(spellingOf(name)))
    return [`the archive holds ${shown} twice`, 'each name once, whatever its case'];
  if (isLink) return [`${shown} is a symbolic link`, 'files'];
  return isEncrypted ? [`${shown} is encrypted`, 'files that open without a password'] : undefined;
}

/** Names that some system would take for the same. */
function spellingOf(name: string): string {
  return name.normalize('NFC').toLowerCase();
}

function unpackChecked(file: string, name: string, entry: ArchiveEntry, left: number): Outcome<Uint8Array> {
  const most = Math.min(MOST_BYTES, left);
  if (entry.size > most) {
    return failed(
      oversizedProject(file, `${name} unpacks to ${entry.size} bytes`, 'a text of 64 MB, 256 MB in all'),
    );
  }
  try {
    const content = unpackEntry(entry);
    if (content.length === entry.size && crc32(content) === entry.crc)
      return { value: content, messages: [] };
    return failed(damagedArchive(file, `${name} is not what the archive's directory says of it`));
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    return failed(damagedArchive(file, `${name} cannot be unpacked to the size that the archive claims`));
  }
}

function failed(message: Message): Outcome<never> {
  return { value: undefined, messages: [message] };
}
