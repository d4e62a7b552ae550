import { Buffer } from 'node:buffer';
import type { FontFace } from '../model/font.ts';

/** The `@font-face` rules of a page, the files within them. */
export function renderFontFaces(faces: readonly FontFace[]): string {
  return faces.map(renderFontFace).join('\n');
}

function renderFontFace(face: FontFace): string {
  const data = Buffer.from(face.woff2).toString('base64');
  return [
    '@font-face{',
    `font-family:"${face.family}";font-style:${face.style};font-weight:${face.weight};`,
    `src:url(data:font/woff2;base64,${data})format("woff2");unicode-range:${face.unicodeRange}}`,
  ].join('');
}
