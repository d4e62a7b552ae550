import type { FontFace } from '../model/font.ts';

/** The weights and styles that the style sheets ask for, of each family. */
const USED: readonly string[] = ['400 normal', '600 normal', '400 italic'];

export interface ChosenFonts {
  readonly faces: readonly FontFace[];
  /** Characters that no bundled font has, in the order of their code points. */
  readonly uncovered: readonly string[];
}

/**
 * The font files that a text needs: of each family, weight and style that the theme uses, those that bring a
 * character which the files before them did not. The file for most of the text comes first, so that plain
 * English needs the Latin file of each and opens no other.
 */
export function chooseFonts(text: string, fonts: readonly FontFace[]): ChosenFonts {
  const wanted = visibleCharacters(text);
  const covered = new Set<number>();
  const faces = [...groupByCut(fonts).values()].flatMap((cut) => chooseOfCut(cut, wanted, covered));
  const uncovered = [...wanted].filter((character) => !covered.has(character)).sort((a, b) => a - b);
  return { faces, uncovered: uncovered.map((character) => String.fromCodePoint(character)) };
}

function groupByCut(fonts: readonly FontFace[]): Map<string, FontFace[]> {
  const cuts = new Map<string, FontFace[]>();
  for (const face of fonts) {
    const cut = `${face.weight} ${face.style}`;
    if (!USED.includes(cut)) continue;
    const key = `${face.family} ${cut}`;
    cuts.set(key, [...(cuts.get(key) ?? []), face]);
  }
  return cuts;
}

function chooseOfCut(
  cut: readonly FontFace[],
  wanted: ReadonlySet<number>,
  covered: Set<number>,
): FontFace[] {
  const missing = new Set(wanted);
  const chosen: FontFace[] = [];
  const byPromise = cut
    .map((face) => ({ face, promised: promisedOf(face, wanted) }))
    .sort((a, b) => b.promised.length - a.promised.length || (a.face.file < b.face.file ? -1 : 1));
  for (const { face, promised } of byPromise) {
    const brings = promised.filter((character) => missing.has(character) && face.characters.has(character));
    if (brings.length > 0) chosen.push(face);
    for (const character of brings) {
      missing.delete(character);
      covered.add(character);
    }
  }
  return chosen;
}

/** Of the characters, those that lie in a file's unicode range: without them a browser would not look. */
function promisedOf(face: FontFace, characters: ReadonlySet<number>): number[] {
  const ranges = [...face.unicodeRange.matchAll(/U\+([0-9a-f]+)(?:-([0-9a-f]+))?/gi)].map(
    ([, from = '', to = from]) => [Number.parseInt(from, 16), Number.parseInt(to, 16)] as const,
  );
  return [...characters].filter((character) =>
    ranges.some(([from, to]) => from <= character && character <= to),
  );
}

/**
 * Code points of a text that need a glyph. Left out: controls and the invisible characters that a browser
 * sets without one (soft hyphen, zero-width and word joiners, variation selectors), and spaces of a fixed
 * width, which it makes from the plain space.
 */
function visibleCharacters(text: string): Set<number> {
  const characters = new Set<number>();
  for (const character of new Set(text)) {
    if (!/[\p{Cc}\u00ad\u2000-\u200f\u202f\u205f\u2060\ufeff]|\p{Variation_Selector}/u.test(character)) {
      characters.add(character.codePointAt(0) ?? 0);
    }
  }
  return characters;
}
