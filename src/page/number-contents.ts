import { SECTION_SLOT } from './section-slot.ts';

/** An element that waits for the number of the page on which a place of the document stands. */
const SLOT = /(<span class="entry-page" data-page-of="([^"]+)">)(<\/span>)/g;

/**
 * Prints a page that waits for what only its print can tell: the page on which each entry of its contents
 * stands, and the section that each page belongs to. It is printed once to learn that, and again with it; the
 * room for both is held, so that nothing moves. A page that waits for neither is printed once.
 */
export async function printWithNumbers(
  print: (html: string) => Promise<Uint8Array>,
  html: string,
): Promise<Uint8Array> {
  const first = await print(html);
  if (html.search(SLOT) < 0 && !html.includes(SECTION_SLOT)) return first;
  const { readPlaces } = await import('./read-places.ts');
  const { pages, sectionStyle } = await readPlaces(first, html);
  const numbered = html.replace(SLOT, (_, start, id, end) => `${start}${pages.get(id) ?? ''}${end}`);
  return print(numbered.replace(SECTION_SLOT, () => sectionStyle));
}
