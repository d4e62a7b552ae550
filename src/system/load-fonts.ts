import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Font } from 'fontkit';
import type { FontFace } from '../model/font.ts';
import type { TextMeasure } from '../model/ports.ts';
import { measureText } from './measure-text.ts';
import { packageFolder } from './package-folder.ts';

/** A bundled font file, and the same font opened for reading its tables. */
export interface OpenFont {
  readonly face: FontFace;
  readonly open: () => Font;
}

const PACKAGES = ['@fontsource/source-sans-3', '@fontsource/source-serif-4'];
const CUTS = [
  { weight: 400, style: 'normal' },
  { weight: 400, style: 'italic' },
  { weight: 600, style: 'normal' },
  { weight: 600, style: 'italic' },
] as const;

/** Every part of Unicode that the bundled families cover, in the weights that themes may use. */
export async function loadFonts(): Promise<{ faces: readonly FontFace[]; measure: TextMeasure }> {
  const [{ create }, ...families] = await Promise.all([import('fontkit'), ...PACKAGES.map(readFamily)]);
  const fonts = families.flat().map(({ woff, ...face }) => openFont(face, woff, create));
  return { faces: fonts.map((font) => font.face), measure: measureText(fonts) };
}

type FontBytes = Omit<FontFace, 'characters'> & { readonly woff: Buffer };

async function readFamily(name: string): Promise<FontBytes[]> {
  const folder = packageFolder(name);
  const { id, family } = await readJson<{ id: string; family: string }>(folder, 'metadata.json');
  const ranges = await readJson<Record<string, string>>(folder, 'unicode.json');
  // Latin first: nearly every text needs no other part.
  const parts = Object.entries(ranges).sort(([a], [b]) => Number(b === 'latin') - Number(a === 'latin'));
  const files = parts.flatMap(([part, unicodeRange]) =>
    CUTS.map(async ({ weight, style }) => {
      const path = join(folder, 'files', `${id}-${part}-${weight}-${style}`);
      const [woff2, woff] = await Promise.all([readFile(`${path}.woff2`), readFile(`${path}.woff`)]);
      return {
        family,
        weight,
        style,
        unicodeRange,
        file: `${id}-${part}-${weight}-${style}.woff2`,
        woff2,
        woff,
      };
    }),
  );
  return Promise.all(files);
}

/**
 * Opens the WOFF file when it is first needed: it holds the same font as the WOFF2 one, and is read forty
 * times faster.
 */
function openFont(
  face: Omit<FontFace, 'characters'>,
  woff: Buffer,
  create: typeof import('fontkit').create,
): OpenFont {
  let font: Font | undefined;
  let characters: ReadonlySet<number> | undefined;
  const open = (): Font => {
    if (font) return font;
    const opened = create(woff);
    if (!('layout' in opened)) throw new Error(`${face.file} is a collection of fonts`);
    font = opened;
    return font;
  };
  return {
    open,
    face: {
      ...face,
      get characters() {
        characters ??= new Set(open().characterSet);
        return characters;
      },
    },
  };
}

async function readJson<T>(folder: string, file: string): Promise<T> {
  return JSON.parse(await readFile(join(folder, file), 'utf8')) as T;
}
