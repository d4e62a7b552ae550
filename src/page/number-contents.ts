/** An element that waits for the number of the page on which a place of the document stands. */
const SLOT = /(<span class="entry-page" data-page-of="([^"]+)">)(<\/span>)/g;

/**
 * Prints a page whose list of contents has slots for page numbers: once to learn on which page each place
 * comes to stand, and again with the numbers, for which the slots hold the room. A page without slots is
 * printed once.
 */
export async function printWithNumbers(
  print: (html: string) => Promise<Uint8Array>,
  html: string,
): Promise<Uint8Array> {
  const first = await print(html);
  if (html.search(SLOT) < 0) return first;
  const { readDestinations } = await import('./read-destinations.ts');
  const pages = await readDestinations(first);
  return print(html.replace(SLOT, (_, start, id, end) => `${start}${pages.get(id) ?? ''}${end}`));
}
