import type { ResourceEntry } from '../data/add-to-data-package.ts';
import { contentDigest } from '../data/content-hash.ts';
import { endingOf } from '../data/data-package-shape.ts';
import { MEDIA_TYPES, nameOfFile, titleOfFile } from '../data/describe-new-resource.ts';
import { countOf } from '../messages/count-of.ts';
import type { Outcome } from '../model/message.ts';
import type { QualProject } from '../model/qual.ts';
import { readQde, readQdpx } from '../qual/read-project.ts';

export interface DescribedProject {
  readonly entry: ResourceEntry;
  /** What was found, for people. */
  readonly lines: readonly string[];
}

/** Whether a file is a qualitative project by its ending. */
export function isProjectFile(file: string): boolean {
  return /^(qdpx|qde)$/.test(endingOf(file));
}

/**
 * Reads a qualitative project as a build would, and describes it: all of an entry for a project that the data package does not
 * list, size and hash for the resources that it does.
 *
 * @param file from the project's root: `data/interviews.qdpx`
 * @param listed names of the resources that the file is; none for a new one
 * @param taken names of all resources
 */
export function describeProject(
  file: string,
  bytes: Uint8Array,
  listed: readonly string[],
  taken: readonly string[],
): Outcome<readonly DescribedProject[]> {
  const format = endingOf(file) === 'qde' ? 'qde' : 'qdpx';
  const { value: project, messages } = format === 'qde' ? readQde(file, bytes) : readQdpx(file, bytes);
  if (project === undefined) return { value: undefined, messages };
  const facts = { bytes: bytes.length, hash: contentDigest(bytes) };
  const found = countsOf(project);
  if (listed.length > 0) {
    return {
      value: listed.map((name) => ({ entry: { name, ...facts }, lines: [`${name}: ${found}`] })),
      messages,
    };
  }
  const name = nameOfFile(file, taken);
  const entry = {
    name,
    path: file.slice('data/'.length),
    title: titleOfFile(file),
    format,
    mediatype: MEDIA_TYPES[format],
    ...facts,
    synthetic: false,
    sources: [{ title: '' }],
  };
  return { value: [{ entry, lines: [`${file}: ${found}, added as "${name}"`] }], messages };
}

function countsOf({ sources, cases, codes }: QualProject): string {
  const selections = sources.reduce((sum, source) => sum + source.selections.length, 0);
  const counts: readonly [number, string][] = [
    [sources.length, 'source'],
    [cases.length, 'case'],
    [codes.length, 'code'],
    [selections, 'selection'],
  ];
  return counts.map(([count, one]) => countOf(count, one)).join(', ');
}
