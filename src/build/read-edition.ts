import { repackArchive } from '../data/repack-archive.ts';
import type { ReadableFile } from '../disclosure/scan-edition.ts';
import { readPdfText } from '../page/read-pdf-text.ts';

const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
};
/** Attributes that a reader or a program reads as words or values; the geometry of drawings is not among them. */
const READ_ATTRIBUTES =
  /\s(?:alt|title|aria-[a-z]+|content|value|datetime|data-[a-z-]+)=(?:"([^"]*)"|'([^']*)')/g;

/** Every file of an edition as the texts that can be read in it: of HTML and spreadsheets without tags, of a PDF page by page. */
export async function readEdition(files: ReadonlyMap<string, Uint8Array>): Promise<readonly ReadableFile[]> {
  const readable: ReadableFile[] = [];
  for (const [path, bytes] of files) {
    if (/\.(xlsx|ods)$/.test(path)) readable.push({ path, texts: textsOfArchive(path, bytes) });
    else if (!path.endsWith('.pdf')) readable.push({ path, texts: textsOf(path, bytes) });
    else {
      const { pages, attachments } = await readPdfText(bytes);
      readable.push({ path, texts: [pages.join(' ')] });
      for (const [name, content] of attachments) {
        readable.push({ path: `${path} (${name})`, texts: textsOf(name, content) });
      }
    }
  }
  return readable;
}

/** A spreadsheet is an archive of XML. */
function textsOfArchive(path: string, bytes: Uint8Array): string[] {
  const unpacked = repackArchive(path, bytes).value;
  if (unpacked === undefined) throw new Error(`${path} is no archive`);
  return [...unpacked.contents].flatMap(([name, content]) =>
    name.endsWith('.xml') ? textsOf(name, content) : [],
  );
}

function textsOf(path: string, bytes: Uint8Array): string[] {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8');
  if (!/\.(html|svg|xml|xhtml)$/.test(path)) return [text];
  // A font or picture within is a thousand times longer than any text, and none.
  const lean = text
    .replace(/data:[a-z]+\/[a-z0-9.+-]+;base64,[A-Za-z0-9+/=]+/g, '')
    .replace(/<style[\s\S]*?<\/style>/g, ' ');
  const words = decode(lean.replace(/<[^>]*>/g, ' '));
  const attributes = [...lean.matchAll(READ_ATTRIBUTES)].map(([, double, single]) =>
    decode(double ?? single ?? ''),
  );
  return [words, attributes.join(' ')];
}

function decode(text: string): string {
  return text.replace(/&(#x?[0-9a-f]+|[a-z]+);/gi, (whole, name: string) => {
    if (!name.startsWith('#')) return ENTITIES[name] ?? whole;
    const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
    return Number.isInteger(code) && code > 0 && code < 0x110000 ? String.fromCodePoint(code) : whole;
  });
}
