import { PDFiumLibrary } from '@hyzyla/pdfium';
import pixelmatch from 'pixelmatch';
import { PNG } from 'pngjs';

/** How far two greys may lie apart and be taken for one, from 0 to 1: machines round the edges of letters in other ways. */
const THRESHOLD = 0.1;

/** How many pixels may differ: fewer than a mark, a letter or a rule that moved. */
export const TOLERANCE = 12;

/** Size of a printed page's picture: 54 dots to an inch, at which small type can just be read. */
const PRINT_SCALE = 0.75;

/** A picture of grey: 8 bits a pixel. */
export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly grey: Uint8Array;
}

/** Every page of a PDF as a picture. */
export async function drawPages(pdf: Uint8Array): Promise<readonly Picture[]> {
  const library = await PDFiumLibrary.init();
  try {
    const document = await library.loadDocument(pdf);
    const pictures: Picture[] = [];
    for (const page of document.pages()) {
      const { width, height, data } = await page.render({ scale: PRINT_SCALE, render: 'bitmap' });
      pictures.push({ width, height, grey: toGrey(data) });
    }
    document.destroy();
    return pictures;
  } finally {
    library.destroy();
  }
}

/** @throws where the bytes are no PNG */
export function readPicture(png: Uint8Array): Picture {
  const { width, height, data } = PNG.sync.read(Buffer.from(png));
  return { width, height, grey: toGrey(data) };
}

export function writePicture({ width, height, grey }: Picture): Buffer {
  const png = new PNG({ width, height, colorType: 0, inputColorType: 0, bitDepth: 8 });
  png.data = Buffer.from(grey);
  return PNG.sync.write(png, { colorType: 0, inputColorType: 0, bitDepth: 8, deflateLevel: 9 });
}

/** How many pixels of two pictures differ, and a picture of them in colour; of other sizes, all of the larger. */
export function comparePictures(before: Picture, after: Picture): { differing: number; drawn: Buffer } {
  if (isSame(before, after)) return { differing: 0, drawn: writePicture(after) };
  const width = Math.max(before.width, after.width);
  const height = Math.max(before.height, after.height);
  const difference = new PNG({ width, height });
  const differing = pixelmatch(
    toColour(before, width, height),
    toColour(after, width, height),
    difference.data,
    width,
    height,
    { threshold: THRESHOLD, includeAA: true },
  );
  const sameSize = before.width === after.width && before.height === after.height;
  return { differing: sameSize ? differing : width * height, drawn: PNG.sync.write(difference) };
}

function isSame(a: Picture, b: Picture): boolean {
  return a.width === b.width && a.height === b.height && Buffer.compare(a.grey, b.grey) === 0;
}

function toGrey(colours: Uint8Array): Uint8Array {
  const grey = new Uint8Array(colours.length / 4);
  for (let at = 0; at < grey.length; at++) {
    const red = colours[4 * at] ?? 0;
    const green = colours[4 * at + 1] ?? 0;
    const blue = colours[4 * at + 2] ?? 0;
    grey[at] = Math.round(0.3 * red + 0.59 * green + 0.11 * blue);
  }
  return grey;
}

function toColour({ width, height, grey }: Picture, toWidth: number, toHeight: number): Uint8Array {
  const colours = new Uint8Array(4 * toWidth * toHeight).fill(255);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      colours.fill(grey[y * width + x] ?? 255, 4 * (y * toWidth + x), 4 * (y * toWidth + x) + 3);
    }
  }
  return colours;
}
