import {
  decodePDFRawStream,
  PDFArray,
  type PDFContext,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  type PDFObject,
  PDFRawStream,
  PDFString,
} from '@cantoo/pdf-lib';
import { type CharacterMap, readToUnicode } from './to-unicode.ts';

/** What a PDF says in text and holds in attachments. */
export interface PdfContent {
  /** The text of each page, in the order in which it is drawn. */
  readonly pages: readonly string[];
  readonly attachments: ReadonlyMap<string, Uint8Array>;
}

/**
 * Reads the text of a PDF whose fonts say what their glyphs stand for, as those of a browser do, and its attached
 * files. Words of one line stand side by side, lines and cells apart; there is no more layout than that.
 */
export async function readPdfText(bytes: Uint8Array): Promise<PdfContent> {
  const document = await PDFDocument.load(bytes, { updateMetadata: false });
  const maps = new Map<PDFObject, CharacterMap>();
  const pages = document.getPages().map(({ node }) => {
    const content = node.Contents();
    const parts = content instanceof PDFArray ? content.asArray() : content === undefined ? [] : [content];
    const source = parts.map((part) => textOf(document.context.lookup(part))).join('\n');
    return readDrawing(source, node.Resources(), document.context, maps);
  });
  return { pages, attachments: readAttachments(document) };
}

function readDrawing(
  source: string,
  resources: PDFDict | undefined,
  context: PDFContext,
  maps: Map<PDFObject, CharacterMap>,
): string {
  const fonts = dictIn(resources, 'Font');
  const forms = dictIn(resources, 'XObject');
  let font: CharacterMap = new Map();
  let operands: string[] = [];
  let drawn = '';
  for (const token of source.match(TOKENS) ?? []) {
    if (!/^[A-Za-z'"*]+$/.test(token) || token.startsWith('/')) {
      operands.push(token);
      continue;
    }
    const name = operands.find((operand) => operand.startsWith('/'))?.slice(1) ?? '';
    if (token === 'Tf') font = mapOf(fonts?.lookup(PDFName.of(name)), context, maps);
    else if (token === 'Do') {
      const form = forms?.lookup(PDFName.of(name));
      if (form instanceof PDFRawStream && form.dict.lookup(PDFName.of('Subtype')) === PDFName.of('Form')) {
        const own = dictIn(form.dict, 'Resources') ?? resources;
        drawn += ` ${readDrawing(textOf(form), own, context, maps)} `;
      }
    } else if (/^(Tj|TJ|'|")$/.test(token)) {
      drawn += operands.map((operand) => decodeOperand(operand, font)).join('');
    } else if (/^(ET|T\*|Tm)$/.test(token)) drawn += ' ';
    // A move along the line places the next glyph of the same word.
    else if (/^T[dD]$/.test(token) && Number(operands[1]) !== 0) drawn += ' ';
    operands = [];
  }
  return drawn;
}

/** Strings in brackets, with one level of brackets within; hexadecimal strings; names; numbers; operators. */
const TOKENS =
  /\((?:\\[\s\S]|[^\\()]|\((?:\\[\s\S]|[^\\()])*\))*\)|<[0-9A-Fa-f\s]*>|\/[^\s/<>[\]()]+|[-+]?\d*\.?\d+|[A-Za-z'"*]+/g;

function decodeOperand(operand: string, font: CharacterMap): string {
  if (operand.startsWith('<')) {
    const hex = operand.slice(1, -1).replace(/\s/g, '').toLowerCase();
    // A font without a map of its own has one byte for each letter, as Latin texts do.
    if (font.size === 0) return Buffer.from(hex, 'hex').toString('latin1');
    const codes = hex.match(/.{4}/g) ?? [];
    return codes.map((code) => font.get(code) ?? '').join('');
  }
  if (!operand.startsWith('(')) return '';
  const raw = PDFString.of(operand.slice(1, -1)).asBytes();
  const codes = Array.from({ length: raw.length >> 1 }, (_, at) =>
    [raw[2 * at], raw[2 * at + 1]].map((byte) => (byte ?? 0).toString(16).padStart(2, '0')).join(''),
  );
  const wide = codes.map((code) => font.get(code) ?? '').join('');
  return wide === '' ? [...raw].map((byte) => String.fromCharCode(byte)).join('') : wide;
}

function mapOf(
  font: PDFObject | undefined,
  context: PDFContext,
  maps: Map<PDFObject, CharacterMap>,
): CharacterMap {
  if (!(font instanceof PDFDict)) return new Map();
  const known = maps.get(font);
  if (known !== undefined) return known;
  const map = readToUnicode(textOf(context.lookup(font.get(PDFName.of('ToUnicode')))));
  maps.set(font, map);
  return map;
}

function textOf(stream: PDFObject | undefined): string {
  if (!(stream instanceof PDFRawStream)) return '';
  return Buffer.from(decodePDFRawStream(stream).decode()).toString('latin1');
}

function dictIn(dict: PDFDict | undefined, name: string): PDFDict | undefined {
  const found = dict?.lookup(PDFName.of(name));
  return found instanceof PDFDict ? found : undefined;
}

function readAttachments(document: PDFDocument): ReadonlyMap<string, Uint8Array> {
  const files = new Map<string, Uint8Array>();
  for (const [, object] of document.context.enumerateIndirectObjects()) {
    if (!(object instanceof PDFDict)) continue;
    const stream = dictIn(object, 'EF')?.lookup(PDFName.of('F'));
    if (!(stream instanceof PDFRawStream)) continue;
    const name = object.lookup(PDFName.of('UF')) ?? object.lookup(PDFName.of('F'));
    const isText = name instanceof PDFString || name instanceof PDFHexString;
    files.set(
      isText ? name.decodeText() : `attachment ${files.size + 1}`,
      decodePDFRawStream(stream).decode(),
    );
  }
  return files;
}
