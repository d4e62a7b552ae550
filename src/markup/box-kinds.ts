/** Boxes that a block quotation becomes when it opens with `[!kind]`, each with what it is for. */
export const BOX_KINDS = {
  'key-findings': { title: 'Key findings', says: 'the findings in full sentences' },
  definition: { title: 'Definition', says: 'what a term means here' },
  method: { title: 'Method', says: 'how something was measured' },
  note: { title: 'Note', says: 'something the reader must know' },
  recommendations: { title: 'Recommendations', says: 'a numbered list, one action each' },
  quote: { title: '', says: 'a pull quote; the words after the kind name the speaker' },
} as const satisfies Readonly<Record<string, { title: string; says: string }>>;

export type BoxKind = keyof typeof BOX_KINDS;

export function isBoxKind(name: string): name is BoxKind {
  return Object.hasOwn(BOX_KINDS, name);
}
