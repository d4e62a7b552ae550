/**
 * One bundled font file: a weight and style of a family, for a part of Unicode. A family's files overlap in
 * nothing that matters, so a page embeds only those whose characters its text uses.
 */
export interface FontFace {
  /** As CSS names it: `Source Sans 3`. */
  readonly family: string;
  readonly weight: number;
  readonly style: 'normal' | 'italic';
  /** As the package's CSS states it: `U+0000-00FF,U+2212`. */
  readonly unicodeRange: string;
  /** File name for messages: `source-sans-3-latin-400-normal.woff2`. */
  readonly file: string;
  readonly woff2: Uint8Array;
  /** Code points that the file has a glyph for. The unicode range promises more than some files hold. */
  readonly characters: ReadonlySet<number>;
}
