import { crc32 } from 'node:zlib';
import { storeArchive } from '../data/store-archive.ts';
import type { QualProject } from '../model/qual.ts';
import { textFileName, writeQde } from './write-qde.ts';

/**
 * The project as a .qdpx file: `project.qde`, and a UTF-8 text for each source, their line ends as they are.
 * Nothing is deflated, because programs deflate differently: the same project gives the same bytes everywhere.
 */
export function writeQdpx(project: QualProject): Uint8Array {
  const texts = project.sources.flatMap((source) =>
    source.text === null ? [] : [[`Sources/${textFileName(source)}`, keepMark(source.text)] as const],
  );
  const files = [['project.qde', writeQde(project, 'beside')] as const, ...texts];
  const encoder = new TextEncoder();
  return storeArchive(
    files.map(([name, text]) => {
      const content = encoder.encode(text);
      return { name: encoder.encode(name), crc: crc32(content), content };
    }),
  );
}

/** A reader drops one byte order mark; one that belongs to the text needs another before it. */
function keepMark(text: string): string {
  return text.startsWith('\ufeff') ? `\ufeff${text}` : text;
}
