/** Marks over letters, as the characters of Unicode that join the letter before them. */
const MARKS: Readonly<Record<string, string>> = {
  '`': '\u0300',
  "'": '\u0301',
  '^': '\u0302',
  '~': '\u0303',
  '=': '\u0304',
  u: '\u0306',
  '.': '\u0307',
  '"': '\u0308',
  r: '\u030a',
  H: '\u030b',
  v: '\u030c',
  c: '\u0327',
  k: '\u0328',
};

const LETTERS: Readonly<Record<string, string>> = {
  ae: 'æ',
  AE: 'Æ',
  oe: 'œ',
  OE: 'Œ',
  aa: 'å',
  AA: 'Å',
  o: 'ø',
  O: 'Ø',
  l: 'ł',
  L: 'Ł',
  ss: 'ß',
  i: 'i',
  j: 'j',
  textendash: '–',
  textemdash: '—',
  textquoteright: '’',
  pounds: '£',
  textsterling: '£',
};

const EMPHASIS: Readonly<Record<string, string>> = {
  emph: 'i',
  textit: 'i',
  textbf: 'b',
  textsuperscript: 'sup',
  textsubscript: 'sub',
};

/**
 * A value of BibTeX as text, with emphasis as the tags that CSL-JSON knows: accents, ligatures, dashes, quotation marks and escaped
 * characters. Commands that it does not know lose their name and keep their words.
 */
export function readTex(text: string): string {
  const tagged = text.replace(
    /\\(emph|textit|textbf|textsuperscript|textsubscript)\s*\{([^{}]*)\}/g,
    (_, name: string, words: string) => {
      const tag = EMPHASIS[name] ?? 'i';
      return `<${tag}>${words}</${tag}>`;
    },
  );
  return tagged
    .replace(/\\([`'^~=."])\s*(?:\{\s*\\?([a-zA-Z])\s*\}|\\?([a-zA-Z]))/g, accent)
    .replace(/\\([uvHckr])(?:\s*\{\s*\\?([a-zA-Z])\s*\}|\s+([a-zA-Z]))/g, accent)
    .replace(/\\([a-zA-Z]+)(?:\s*\{\}|\s+|(?![a-zA-Z]))/g, (_, name: string) => LETTERS[name] ?? '')
    .replace(/\\([_%&#${}])/g, '$1')
    .replace(/(?<!\\)~/g, '\u00a0')
    .replace(/---/g, '—')
    .replace(/--/g, '–')
    .replace(/``|''/g, '"')
    .replace(/[{}]/g, '')
    .replace(/\s+/g, (blank) => (blank.includes('\u00a0') ? '\u00a0' : ' '))
    .trim();
}

function accent(_: string, mark: string, braced?: string, bare?: string): string {
  return `${braced ?? bare ?? ''}${MARKS[mark] ?? ''}`.normalize('NFC');
}
