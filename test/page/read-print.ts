import {
  decodePDFRawStream,
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFName,
  PDFNumber,
  type PDFObject,
  PDFRawStream,
  type PDFRef,
} from '@cantoo/pdf-lib';

/** A run of text of a print, in points from the lower left corner of its page. */
export interface Run {
  readonly page: number;
  readonly x: number;
  readonly y: number;
  /** Height of the type as printed, after every scaling. */
  readonly size: number;
}

/** An element of the structure tree with the text that stands in it, in reading order. */
export interface Part {
  readonly type: string;
  readonly parts: readonly Part[];
  /** Text of its own and of its parts. */
  readonly runs: readonly Run[];
}

/** A tagged print as its structure tree and where each text of it stands. */
export async function readPrint(bytes: Uint8Array): Promise<{ root: Part; pages: number }> {
  const document = await PDFDocument.load(bytes, { updateMetadata: false });
  const pages = document.getPages();
  const numbers = new Map(pages.map((page, index) => [page.ref.toString(), index]));
  const runs = pages.map((page, index) => readRuns(page.node, index));

  function readPart(element: PDFDict, inherited: PDFRef | undefined): Part {
    const own = element.get(PDFName.of('Pg')) as PDFRef | undefined;
    const page = own ?? inherited;
    const type = String(element.lookup(PDFName.of('S')) ?? 'Document').replace('/', '');
    const parts: Part[] = [];
    const found: Run[] = [];
    const marked = (of: PDFRef | undefined, id: number): void => {
      const index = of === undefined ? undefined : numbers.get(of.toString());
      if (index !== undefined) found.push(...(runs[index]?.get(id) ?? []));
    };
    const take = (kid: PDFObject | undefined): void => {
      if (kid instanceof PDFNumber) marked(page, kid.asNumber());
      else if (kid instanceof PDFArray) for (let i = 0; i < kid.size(); i++) take(kid.lookup(i));
      else if (kid instanceof PDFDict && kid.has(PDFName.of('MCID'))) {
        const of = (kid.get(PDFName.of('Pg')) as PDFRef | undefined) ?? page;
        marked(of, kid.lookup(PDFName.of('MCID'), PDFNumber).asNumber());
      } else if (kid instanceof PDFDict && kid.has(PDFName.of('S'))) {
        const part = readPart(kid, page);
        parts.push(part);
        found.push(...part.runs);
      }
    };
    take(element.lookup(PDFName.of('K')));
    return { type, parts, runs: found };
  }

  return {
    root: readPart(document.catalog.lookup(PDFName.of('StructTreeRoot'), PDFDict), undefined),
    pages: pages.length,
  };
}

type Matrix = readonly [number, number, number, number, number, number];

/** What is drawn with `a` within what is drawn with `b`. */
function within(a: Matrix, b: Matrix): Matrix {
  return [
    a[0] * b[0] + a[1] * b[2],
    a[0] * b[1] + a[1] * b[3],
    a[2] * b[0] + a[3] * b[2],
    a[2] * b[1] + a[3] * b[3],
    a[4] * b[0] + a[5] * b[2] + b[4],
    a[4] * b[1] + a[5] * b[3] + b[5],
  ];
}

function toMatrix(numbers: readonly number[]): Matrix {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = numbers.slice(-6);
  return [a, b, c, d, e, f];
}

/** The texts of a page by the id of the marked content that they stand in. */
function readRuns(page: PDFDict, index: number): ReadonlyMap<number, Run[]> {
  const found = new Map<number, Run[]>();
  const open: (number | undefined)[] = [];

  function read(content: string, resources: PDFDict | undefined, start: Matrix): void {
    let state = { matrix: start, size: 0 };
    let text: Matrix = [1, 0, 0, 1, 0, 0];
    const saved: (typeof state)[] = [];
    let operands: string[] = [];
    const numbers = (): number[] => operands.map(Number).filter((value) => !Number.isNaN(value));
    for (const [token] of content.matchAll(TOKEN)) {
      if (!/^[A-Za-z'"*]+\d?$/.test(token)) {
        operands.push(token);
        continue;
      }
      switch (token) {
        case 'q':
          saved.push(state);
          break;
        case 'Q':
          state = saved.pop() ?? state;
          break;
        case 'cm':
          state = { ...state, matrix: within(toMatrix(numbers()), state.matrix) };
          break;
        case 'BT':
          text = [1, 0, 0, 1, 0, 0];
          break;
        case 'Tf':
          state = { ...state, size: numbers().at(-1) ?? 0 };
          break;
        case 'Tm':
          text = toMatrix(numbers());
          break;
        case 'BDC':
        case 'BMC': {
          const id = /\/MCID (\d+)/.exec(operands.join(' '))?.[1];
          open.push(id === undefined ? undefined : Number(id));
          break;
        }
        case 'EMC':
          open.pop();
          break;
        case 'Tj':
        case 'TJ': {
          const id = open.findLast((one) => one !== undefined);
          if (id === undefined) break;
          const [, , c, d, x, y] = within(text, state.matrix);
          const size = state.size * Math.hypot(c, d);
          found.set(id, [...(found.get(id) ?? []), { page: index, x, y, size }]);
          break;
        }
        case 'Do': {
          const name = operands.at(-1)?.slice(1) ?? '';
          const form = resources?.lookupMaybe(PDFName.of('XObject'), PDFDict)?.lookup(PDFName.of(name));
          if (
            !(form instanceof PDFRawStream) ||
            form.dict.lookup(PDFName.of('Subtype')) !== PDFName.of('Form')
          )
            break;
          const own = form.dict.lookupMaybe(PDFName.of('Matrix'), PDFArray);
          const matrix = toMatrix(own?.asArray().map((value) => (value as PDFNumber).asNumber()) ?? []);
          read(
            decode(form),
            form.dict.lookupMaybe(PDFName.of('Resources'), PDFDict),
            within(matrix, state.matrix),
          );
        }
      }
      operands = [];
    }
  }

  const contents = page.lookup(PDFName.of('Contents'));
  const streams =
    contents instanceof PDFArray ? contents.asArray().map((_, i) => contents.lookup(i)) : [contents];
  const content = streams.map((stream) => (stream instanceof PDFRawStream ? decode(stream) : '')).join('\n');
  read(content, page.lookupMaybe(PDFName.of('Resources'), PDFDict), [1, 0, 0, 1, 0, 0]);
  return found;
}

/** Strings, dictionaries' marks, names, numbers and operators of a content stream. */
const TOKEN = /\((?:\\.|[^\\)])*\)|<<|>>|<[0-9A-Fa-f\s]*>|\[|\]|\/[^\s/<>[\]()]*|[^\s/<>[\]()]+/g;

function decode(stream: PDFRawStream): string {
  return Buffer.from(decodePDFRawStream(stream).decode()).toString('latin1');
}
