import { missingImage } from '../messages/build-rules.ts';
import type { Message, Outcome, Place } from '../model/message.ts';
import type { Files } from '../model/ports.ts';

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

/** Reads a report's pictures. A missing one is an error at its place. */
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
    const bytes = type === undefined ? undefined : await files.read(path);
    if (bytes === undefined) messages.push(missingImage(target, place));
    else {
      addresses.set(target, `data:${type};base64,${Buffer.from(bytes).toString('base64')}`);
      bytesByPath.set(path, bytes);
    }
  }
  return { value: { addresses, bytes: bytesByPath }, messages };
}
