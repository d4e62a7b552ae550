/** A stretch of values that share a wording: from the end of the band before it up to, not including, `below`. */
export interface Band {
  readonly below: number;
  readonly words: string;
}

/**
 * Shares of a whole, as fractions from 0 to 1. "Nearly", "just over" and "more than" are true of every value in their band;
 * "about" is within two hundredths. None and all are said of exactly 0 and 1 alone.
 */
export const SHARE_BANDS: readonly Band[] = [
  { below: 0.02, words: 'hardly any' },
  { below: 0.09, words: 'less than a tenth' },
  { below: 0.11, words: 'about a tenth' },
  { below: 0.185, words: 'more than a tenth' },
  { below: 0.215, words: 'about a fifth' },
  { below: 0.235, words: 'more than a fifth' },
  { below: 0.265, words: 'about a quarter' },
  { below: 0.31, words: 'more than a quarter' },
  { below: 0.325, words: 'nearly a third' },
  { below: 0.345, words: 'about a third' },
  { below: 0.37, words: 'just over a third' },
  { below: 0.44, words: 'more than a third' },
  { below: 0.485, words: 'nearly half' },
  { below: 0.515, words: 'about half' },
  { below: 0.55, words: 'just over half' },
  { below: 0.62, words: 'more than half' },
  { below: 0.655, words: 'nearly two-thirds' },
  { below: 0.68, words: 'about two-thirds' },
  { below: 0.72, words: 'more than two-thirds' },
  { below: 0.735, words: 'nearly three-quarters' },
  { below: 0.765, words: 'about three-quarters' },
  { below: 0.88, words: 'more than three-quarters' },
  { below: 0.92, words: 'about nine-tenths' },
  { below: 0.98, words: 'more than nine-tenths' },
  { below: 1, words: 'nearly all' },
];

/** Below this part of the value it is compared with, a difference is none worth words. */
export const SIMILAR_BELOW = 0.02;
/** Below this part it is slight. */
export const SLIGHT_BELOW = 0.09;

/** Words for a change over time and for two levels, up to, not including, `below`. */
export interface MultipleBand {
  readonly below: number;
  readonly change: string;
  readonly level: string;
}

/** The ratio from which a rise is told as a multiple. */
export const MULTIPLES_FROM = 1.88;

export const MULTIPLE_BANDS: readonly MultipleBand[] = [
  { below: 1.97, change: 'nearly doubled', level: 'nearly twice as high as' },
  { below: 2.03, change: 'roughly doubled', level: 'about twice as high as' },
  { below: 2.85, change: 'more than doubled', level: 'more than twice as high as' },
  { below: 2.95, change: 'nearly tripled', level: 'nearly three times as high as' },
  { below: 3.05, change: 'roughly tripled', level: 'about three times as high as' },
  { below: 3.95, change: 'more than tripled', level: 'more than three times as high as' },
  { below: 4.05, change: 'roughly quadrupled', level: 'about four times as high as' },
  { below: 5, change: 'more than quadrupled', level: 'more than four times as high as' },
  { below: 10, change: 'rose to at least five times what it was', level: 'at least five times as high as' },
  {
    below: Number.POSITIVE_INFINITY,
    change: 'rose to at least ten times what it was',
    level: 'at least ten times as high as',
  },
];

/** The fall from which halves have words of their own. */
export const HALVES_FROM = 0.44;

/** Words for falls by about half; what falls further is told as a share again. */
export const HALF_BANDS: readonly MultipleBand[] = [
  { below: 0.485, change: 'nearly halved', level: 'just over half as high as' },
  { below: 0.515, change: 'roughly halved', level: 'about half as high as' },
  { below: 0.55, change: 'more than halved', level: 'nearly half as high as' },
  { below: 0.62, change: 'more than halved', level: 'less than half as high as' },
];

/** The fall from which it is told as a share again. */
export const HALVES_TO = 0.62;

/** The words of the band that a value lies in. The bands are in order and the last has no end. */
export function bandOf<T extends { readonly below: number }>(bands: readonly T[], value: number): T {
  const band = bands.find(({ below }) => value < below);
  if (band === undefined) throw new Error(`${value} lies beyond the last band`);
  return band;
}
