import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { FontFace } from '../model/font.ts';
import type { TextMeasure } from '../model/ports.ts';
import type { Theme } from '../model/theme.ts';
import { measureText } from './measure-text.ts';
import { openFont } from './open-font.ts';
import { packageFolder } from './package-folder.ts';

const CUTS = [
  { weight: 400, style: 'normal' },
  { weight: 400, style: 'italic' },
  { weight: 600, style: 'normal' },
  { weight: 600, style: 'italic' },
] as const;

/** What Plumbline brings along, where no theme asks for others. */
export const BUNDLED_FONTS: Theme['fonts'] = {
  sans: { family: 'Source Sans 3', package: '@fontsource/source-sans-3' },
  serif: { family: 'Source Serif 4', package: '@fontsource/source-serif-4' },
};

/** Every part of Unicode that a theme's two families cover, in the weights that style sheets use; the sans first. */
export async function loadFonts({
  sans,
  serif,
}: Theme['fonts'] = BUNDLED_FONTS): Promise<{ faces: readonly FontFace[]; measure: TextMeasure }> {
  const [{ create }, ...families] = await Promise.all([
    import('fontkit'),
    ...[sans.package, serif.package].map(readFamily),
  ]);
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

async function readJson<T>(folder: string, file: string): Promise<T> {
  return JSON.parse(await readFile(join(folder, file), 'utf8')) as T;
}
