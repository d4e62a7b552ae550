import { badPath, missingImage, notAnImage } from '../messages/build-rules.ts';
import type { Message, Outcome, Place } from '../model/message.ts';
import { type Files, PathError } from '../model/ports.ts';
import { checkImage } from './check-image.ts';

const MEDIA_TYPES: Readonly<Record<string, string>> = {
  gif: 'image/gif',
  jpeg: 'image/jpeg',
  jpg: 'image/jpeg',
  png: 'image/png',
  svg: 'image/svg+xml',
  webp: 'image/webp',
};

/** An image of a report, as its Markdown names it from the report's folder. */
export interface ImageReference {
  readonly target: string;
  readonly place: Place;
}

export interface LoadedImages {
  /** `data:` addresses by target. */
  readonly addresses: ReadonlyMap<string, string>;
  /** The files' bytes by path. */
  readonly bytes: ReadonlyMap<string, Uint8Array>;
}

/** Reads a report's pictures. A missing or broken one is an error at its place. */
export async function loadImages(
  images: readonly ImageReference[],
  folder: string,
  files: Files,
): Promise<Outcome<LoadedImages>> {
  const messages: Message[] = [];
  const addresses = new Map<string, string>();
  const bytesByPath = new Map<string, Uint8Array>();
  for (const { target, place } of images) {
    const type = MEDIA_TYPES[target.split('.').at(-1)?.toLowerCase() ?? ''];
    const path = `${folder}/${target}`;
    const bytes = type === undefined ? undefined : await readInside(path, files);
    if (bytes instanceof PathError) {
      messages.push(badPath(path, bytes.reason, place));
      continue;
    }
    if (type === undefined || bytes === undefined) {
      messages.push(missingImage(target, place, await namesBeside(path, target, files)));
      continue;
    }
    const problem = checkImage(type, bytes);
    if (problem !== undefined) messages.push(notAnImage(target, place, problem));
    else {
      addresses.set(target, `data:${type};base64,${Buffer.from(bytes).toString('base64')}`);
      bytesByPath.set(path, bytes);
    }
  }
  return { value: { addresses, bytes: bytesByPath }, messages };
}

/** A file's bytes, or why its path leads out of the project. */
async function readInside(path: string, files: Files): Promise<Uint8Array | PathError | undefined> {
  try {
    return await files.read(path);
  } catch (error) {
    if (error instanceof PathError) return error;
    throw error;
  }
}

/** The pictures in the folder where one is missed, as the report would name them. */
async function namesBeside(path: string, target: string, files: Files): Promise<string[]> {
  const names = await files.list(path.slice(0, path.lastIndexOf('/')));
  const folder = target.slice(0, target.lastIndexOf('/') + 1);
  return names.filter((name) => (name.split('.').at(-1) ?? '') in MEDIA_TYPES).map((name) => folder + name);
}
