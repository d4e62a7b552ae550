import {
  PDFDict,
  type PDFDocument,
  PDFHexString,
  PDFName,
  type PDFObject,
  PDFRawStream,
  PDFRef,
  PDFString,
} from '@cantoo/pdf-lib';
import { readPage } from '../read-page.ts';
import { readStream } from '../read-stream.ts';
import { type ContentOperator, scanContent } from '../scan-content.ts';
import { type CharacterMap, readToUnicode } from '../to-unicode.ts';
import type { StructureFault } from './structure-fault.ts';

/** What the pages of a document draw, by the marks around it. */
export interface Marks {
  /** The text within each mark, by the page or form that it stands in and its number there. */
  readonly texts: ReadonlyMap<PDFRef, ReadonlyMap<number, string>>;
  /** The text within each artifact. */
  readonly artifacts: readonly string[];
  readonly faults: readonly StructureFault[];
}

const PAINTS = new Set('Tj TJ \' " S s f F f* B B* b b* sh EI'.split(' '));
const SHOWS = new Set('Tj TJ \' "'.split(' '));

export function readMarks(document: PDFDocument): Marks {
  const texts = new Map<PDFRef, ReadonlyMap<number, string>>();
  const artifacts: string[] = [];
  const faults: StructureFault[] = [];
  const fonts = new Map<PDFObject, CharacterMap>();
  const forms = new Map<PDFRef, boolean>();
  const { context } = document;
  const isTagged = (ref: PDFRef, form: PDFRawStream): boolean => {
    const known = forms.get(ref);
    if (known !== undefined) return known;
    const source = readStream(form);
    const tagged = source.includes('/MCID');
    forms.set(ref, tagged);
    if (tagged) walk(ref, source, dictIn(form.dict, 'Resources'), 'a form');
    return tagged;
  };
  const walk = (owner: PDFRef, source: string, resources: PDFDict | undefined, where: string): void => {
    const walker = new MarkWalker(where, {
      font: (name) => fontOf(dictIn(resources, 'Font')?.lookup(PDFName.of(name)), context, fonts),
      hasMarks: (name) => {
        const ref = dictIn(resources, 'XObject')?.get(PDFName.of(name));
        const form = ref instanceof PDFRef ? context.lookup(ref) : undefined;
        return ref instanceof PDFRef && form instanceof PDFRawStream && isForm(form) && isTagged(ref, form);
      },
    });
    scanContent(source, (operator) => walker.visit(operator));
    texts.set(owner, walker.texts);
    artifacts.push(...walker.artifacts);
    faults.push(...walker.faults());
  };
  for (const [index, { node, ref }] of document.getPages().entries()) {
    walk(ref, readPage(document, ref), node.Resources(), `page ${index + 1}`);
  }
  return { texts, artifacts, faults };
}

function isForm(stream: PDFRawStream): boolean {
  return stream.dict.get(PDFName.of('Subtype')) === PDFName.of('Form');
}

interface Mark {
  readonly kind: 'element' | 'artifact' | 'neutral';
  readonly number: number;
  /** Stands for what is drawn within. */
  readonly replacement: string | undefined;
}

interface Resources {
  readonly font: (name: string) => CharacterMap;
  /** Whether a form has marks of its own. */
  readonly hasMarks: (name: string) => boolean;
}

class MarkWalker {
  readonly texts = new Map<number, string>();
  readonly artifacts: string[] = [];
  private readonly open: Mark[] = [];
  private font: CharacterMap = new Map();
  /** Texts of operands in that font. */
  private shown = new Map<string, string>();
  private readonly shownIn = new Map<CharacterMap, Map<string, string>>();
  private unmarked = 0;
  private nested = 0;
  private unbalanced = 0;
  private readonly where: string;
  private readonly resources: Resources;

  constructor(where: string, resources: Resources) {
    this.where = where;
    this.resources = resources;
  }

  visit(operator: ContentOperator): void {
    const { name } = operator;
    if (name === 'Tf') this.changeFont(this.resources.font(operator.operand(0).slice(1)));
    else if (name === 'BDC' || name === 'BMC') this.begin(operator);
    else if (name === 'EMC') {
      if (this.open.pop() === undefined) this.unbalanced++;
    } else if (PAINTS.has(name)) this.paint(SHOWS.has(name) ? operator : undefined);
    else if (name === 'Do' && !this.resources.hasMarks(operator.operand(0).slice(1))) this.paint(undefined);
  }

  faults(): readonly StructureFault[] {
    const { where } = this;
    const found: StructureFault[] = [];
    if (this.unmarked > 0) {
      found.push({
        check: 'untagged-content',
        detail: `${where} draws ${this.unmarked} things outside every tag`,
      });
    }
    if (this.nested > 0) {
      found.push({
        check: 'nested-marks',
        detail: `${where} has tagged content in an artifact, or the reverse`,
      });
    }
    if (this.unbalanced + this.open.length > 0) {
      found.push({ check: 'nested-marks', detail: `${where} has marks that do not end, or end twice` });
    }
    return found;
  }

  private changeFont(font: CharacterMap): void {
    if (font === this.font) return;
    this.font = font;
    const shown = this.shownIn.get(font) ?? new Map<string, string>();
    this.shownIn.set(font, shown);
    this.shown = shown;
  }

  private begin({ operand }: ContentOperator): void {
    const properties = operand(1);
    const number = /\/MCID\s+(\d+)/.exec(properties)?.[1];
    const kind = operand(0) === '/Artifact' ? 'artifact' : number === undefined ? 'neutral' : 'element';
    const outer = this.open.findLast((mark) => mark.kind !== 'neutral')?.kind;
    if (kind !== 'neutral' && outer !== undefined && outer !== kind) this.nested++;
    const replacement = /\/ActualText\s*(<[0-9A-Fa-f\s]*>|\((?:\\[\s\S]|[^\\)])*\))/.exec(properties)?.[1];
    const text = replacement === undefined ? undefined : decodeText(replacement);
    if (text !== undefined) this.write(text);
    this.open.push({ kind, number: Number(number ?? -1), replacement: text });
    if (kind === 'artifact' && outer === undefined) this.artifacts.push('');
    if (kind === 'element' && !this.texts.has(Number(number))) this.texts.set(Number(number), '');
  }

  private paint(shown: ContentOperator | undefined): void {
    if (!this.open.some(({ kind }) => kind !== 'neutral')) this.unmarked++;
    if (shown === undefined || this.open.some(({ replacement }) => replacement !== undefined)) return;
    const operand = shown.operand(shown.operandCount - 1);
    // Most operators of a print show one glyph, and the same few again and again.
    const text = this.shown.get(operand) ?? readShown(operand, this.font);
    this.shown.set(operand, text);
    this.write(text);
  }

  private write(text: string): void {
    const mark = this.open.findLast(({ kind }) => kind !== 'neutral');
    if (mark?.kind === 'element') this.texts.set(mark.number, (this.texts.get(mark.number) ?? '') + text);
    else if (mark?.kind === 'artifact') this.artifacts.push((this.artifacts.pop() ?? '') + text);
  }
}

/** The characters of a string, or of the strings of an array, in codes of two bytes. */
function readShown(operand: string, font: CharacterMap): string {
  let text = '';
  for (const [string] of operand.matchAll(/<[^>]*>|\((?:\\[\s\S]|[^\\()])*\)/g)) {
    const hex = string.startsWith('<')
      ? string.slice(1, -1).replace(/\s/g, '').toLowerCase()
      : Buffer.from(PDFString.of(string.slice(1, -1)).asBytes()).toString('hex');
    const width = font.keys().next().value?.length ?? 4;
    for (let at = 0; at < hex.length; at += width) text += font.get(hex.slice(at, at + width)) ?? '\ufffd';
  }
  return text;
}

function decodeText(literal: string): string {
  const inner = literal.slice(1, -1);
  return literal.startsWith('<') ? PDFHexString.of(inner).decodeText() : PDFString.of(inner).decodeText();
}

function fontOf(
  font: PDFObject | undefined,
  context: PDFDocument['context'],
  known: Map<PDFObject, CharacterMap>,
): CharacterMap {
  if (!(font instanceof PDFDict)) return new Map();
  const map = known.get(font) ?? readToUnicode(readStream(context.lookup(font.get(PDFName.of('ToUnicode')))));
  known.set(font, map);
  return map;
}

function dictIn(dict: PDFDict | undefined, name: string): PDFDict | undefined {
  const found = dict?.lookup(PDFName.of(name));
  return found instanceof PDFDict ? found : undefined;
}
