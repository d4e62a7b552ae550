import { contentDigest } from '../data/content-hash.ts';
import { countOf } from '../messages/count-of.ts';
import type { Tool } from '../model/manifest.ts';
import { attachmentName } from './attachment-name.ts';
import type { EditionFiles } from './explain-difference.ts';
import type { ReadManifest } from './parse-manifest.ts';
import { failed, noted, passed, type VerifyCheck } from './verify-check.ts';

/**
 * Whether an edition's files are those that its manifest lists.
 *
 * @param isCarried whether the files are attachments of a PDF, which does not carry all
 */
export function checkOutputs(manifest: ReadManifest, edition: EditionFiles, isCarried: boolean): VerifyCheck {
  const expected = manifest.outputs.filter(({ path }) => !isCarried || attachmentName(path) !== undefined);
  const listed = new Set([...manifest.outputs.map(({ path }) => path), 'manifest.json']);
  const lines = [
    ...expected.flatMap(({ path, hash }) => {
      const bytes = edition.get(path);
      if (bytes === undefined) return [`${path} is missing`];
      return contentDigest(bytes) === hash ? [] : [`${path} was changed`];
    }),
    ...[...edition.keys()]
      .filter((path) => !listed.has(path))
      .map((path) => `${path} is not in the manifest`),
  ];
  const name = isCarried ? 'attachments' : 'files';
  if (lines.length > 0) return failed(name, 'not those that the manifest lists', lines);
  return passed(name, `${countOf(expected.length, 'file is', 'files are')} as the manifest lists`);
}

/** What this checkout has in place of an input. */
export interface InputState {
  readonly path: string;
  /** `withheld`: not here, because it is confidential. */
  readonly state: 'same' | 'changed' | 'missing' | 'withheld';
}

const STATES: Readonly<Record<InputState['state'], string>> = {
  same: 'is the same',
  changed: 'was changed',
  missing: 'is missing',
  withheld: 'is not here: it is confidential',
};

/** Whether this checkout holds what an edition was made from. */
export function checkInputs(states: readonly InputState[]): VerifyCheck {
  const others = states.filter(({ state }) => state !== 'same');
  if (others.length === 0) {
    return passed('inputs', `this checkout has all ${states.length} files that it was made from, unchanged`);
  }
  const isWithheld = others.every(({ state }) => state === 'withheld');
  return (isWithheld ? noted : failed)(
    'inputs',
    `${others.length} of ${states.length} files that it was made from are not here or are others`,
    others.map(({ path, state }) => `${path} ${STATES[state]}`),
  );
}

/** Whether the same tools are here that an edition was made with. */
export function checkTools(made: readonly Tool[], here: readonly Tool[]): VerifyCheck {
  const byName = new Map(here.map((tool) => [tool.name, tool]));
  const lines = made
    .filter(({ name }) => name !== 'browser') // which it is shows when it prints
    .flatMap(({ name, version, hash }) => {
      const own = byName.get(name);
      if (own === undefined) return [`${name} ${version} is not here`];
      if (own.version !== version) return [`${name} ${version} there, ${own.version} here`];
      return own.hash === hash ? [] : [`${name} ${version} has other bytes here`];
    });
  if (lines.length > 0) return failed('tools', 'not those that it was made with', lines);
  return passed(
    'tools',
    `${countOf(made.length, 'program and package', 'programs and packages')}, the same here`,
  );
}
