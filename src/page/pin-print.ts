import { Buffer } from 'node:buffer';

/**
 * A print without what differs from one print to the next: its two dates, set to midnight of `date`, and
 * the ids `node000000NN` of its structure elements, which count the nodes that the browser ever made. Every
 * replacement has the length of what it replaces, so that the file's table of offsets stays true.
 *
 * Ids are numbered anew in their own order, so that the sorted tree of ids stays sorted.
 */
export function pinPrint(bytes: Uint8Array, date: string): Uint8Array {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  const ids = [...new Set(text.match(/\(node\d{8}\)/g))].sort();
  const numbered = new Map(ids.map((id, index) => [id, `(node${String(index + 1).padStart(8, '0')})`]));
  const pinned = text
    .replace(/\(node\d{8}\)/g, (id) => numbered.get(id) ?? id)
    .replace(/\(D:\d{14}(Z|[+-]\d\d'\d\d'?)\)/g, (_, zone: string) => {
      return `(D:${date.replaceAll('-', '')}000000${"+00'00'".slice(0, zone.length).replace(/^\+$/, 'Z')})`;
    });
  return Buffer.from(pinned, 'latin1');
}
