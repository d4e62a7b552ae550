/** The ids of one page, each given out once. */
export class Ids {
  readonly #taken = new Set<string>();

  /** The id itself the first time, then with `-2`, `-3` … */
  take(wanted: string): string {
    let id = wanted;
    for (let count = 2; this.#taken.has(id); count++) id = `${wanted}-${count}`;
    this.#taken.add(id);
    return id;
  }
}

/** Ids that figures, tables, mentions of findings, boxes, notes and the page itself begin with. */
const KEPT =
  /^(fig|table|finding|claim|from|box|fn|fnref|footnote|ref|page)-|^(main|contents|sources|notes)$/;

/**
 * Words as a heading's id: `How we measured “change”` → `how-we-measured-change`. One that could be another
 * part's id begins with `section-`.
 */
export function toSlug(words: string): string {
  const slug = words
    .normalize('NFKD')
    .replace(/[\p{M}'\u2018\u2019]/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '');
  if (slug === '') return 'section';
  return KEPT.test(slug) ? `section-${slug}` : slug;
}
