import type { TextMeasure } from '../model/ports.ts';
import type { OpenFont } from './open-font.ts';

type FontOf = Parameters<TextMeasure['width']>[1];

/** Measures text as a browser sets it in the given fonts, kerning and ligatures included. */
export function measureText(fonts: readonly OpenFont[]): TextMeasure {
  const widths = new Map<string, number>();
  return {
    width(text, font) {
      const key = `${font.family}|${font.weight}|${font.style}|${text}`;
      let width = widths.get(key);
      if (width === undefined) {
        width = widthInEm(text, chooseCut(fonts, font));
        widths.set(key, width);
      }
      return width * font.size;
    },
  };
}

/**
 * The files of the cut that a browser would take (CSS Fonts 4, section 5.2). A family that is not bundled
 * is measured as the first that is.
 */
function chooseCut(fonts: readonly OpenFont[], wanted: FontOf): OpenFont[] {
  const isBundled = fonts.some(({ face }) => face.family === wanted.family);
  const family = isBundled ? wanted.family : fonts[0]?.face.family;
  const cuts = fonts.filter(({ face }) => face.family === family && face.style === wanted.style);
  const weight = chooseWeight(new Set(cuts.map(({ face }) => face.weight)), wanted.weight);
  return cuts.filter(({ face }) => face.weight === weight);
}

/** The nearest weight, looked for first on the far side of normal: light for light, bold for bold. */
function chooseWeight(weights: ReadonlySet<number>, wanted: number): number | undefined {
  const lighter = [...weights].filter((weight) => weight <= wanted).sort((a, b) => b - a);
  const heavier = [...weights].filter((weight) => weight >= wanted).sort((a, b) => a - b);
  return (wanted <= 500 ? [...lighter, ...heavier] : [...heavier, ...lighter])[0];
}

/** Sets each stretch of text in the first file that has its characters. */
function widthInEm(text: string, cut: readonly OpenFont[]): number {
  let width = 0;
  let stretch = '';
  let current: OpenFont | undefined;
  const set = () => {
    if (current && stretch !== '')
      width += current.open().layout(stretch).advanceWidth / current.open().unitsPerEm;
    stretch = '';
  };
  for (const character of text) {
    const codePoint = character.codePointAt(0) ?? 0;
    const font = cut.find(({ face }) => face.characters.has(codePoint)) ?? current ?? cut[0];
    if (font !== current) set();
    current = font;
    stretch += character;
  }
  set();
  return width;
}
