/** What the parser of TypeScript calls the parts of a program, and a researcher would. */
const PARTS: readonly (readonly [RegExp, string])[] = [
  [/'?<eof>'?/g, 'the end of the file'],
  [/'numeric literal'|a numeric literal|numeric literal/g, 'a number'],
  [/'string literal'|a string literal|string literal/g, 'a text'],
  [/[`']ident[`']|\ban identifier\b|\bidentifier\b|\bident\b/g, 'a name'],
];

/** Found and expected in our own words, from those of the parser: `Expected ',', got 'ident'`. */
export function wordSyntaxError(said: string): { readonly found: string; readonly expected: string } {
  const worded = PARTS.reduce((text, [part, words]) => text.replace(part, words), said);
  const [, wanted, got] = /^Expected (.+), got (.+)$/.exec(worded) ?? [];
  if (wanted !== undefined && got !== undefined) return { found: `here stands ${got}`, expected: wanted };
  const [, token, instead] = /^Unexpected token (.+?)\. Expected (.+)$/.exec(worded) ?? [];
  if (token !== undefined && instead !== undefined) {
    const many = instead.split(', ').length > 4;
    return {
      found: `here stands ${token.replaceAll('`', '')}`,
      expected: many ? 'a value or a name' : instead,
    };
  }
  if (worded === 'Expression expected') return { found: 'a value is missing here', expected: 'one' };
  if (worded === 'Unexpected eof') return { found: 'the file ends here', expected: 'more' };
  const [, unclosed] = /^Unterminated (.+)$/.exec(worded) ?? [];
  if (unclosed !== undefined) {
    const what =
      { 'string constant': 'a text', template: 'a text between backquotes' }[unclosed] ?? 'what begins here';
    return { found: `${what} is not closed`, expected: 'its closing mark' };
  }
  const [, alone] = /^Expected (.+)$/.exec(worded) ?? [];
  return alone === undefined
    ? { found: worded, expected: 'TypeScript' }
    : { found: 'something else stands here', expected: alone };
}
