/** A number as it is shown, in its parts: before the decimal point, from it on, and what stands behind the number. */
const NUMBER = /^([−+-]?[£$€]?\d[\d,]*)(\.\d+)?((?:%|m|bn)?(?: \[[a-z]+\])*)$/u;
const SYMBOL = /^(?:\[[a-z]+\]|–)?$/;

/**
 * What each cell of a column lacks at its end, so that with it, unseen, and aligned right the decimal points stand beneath
 * each other: of `59.6`, `0` and `61.2 [p]` these are ` [p]`, `.0 [p]` and nothing. Nothing for any of them where the
 * column holds anything but numbers and symbols.
 */
export function alignDecimals(texts: readonly string[]): readonly string[] {
  const parts = texts.map((text) => NUMBER.exec(text.replaceAll('\u00a0', ' ')));
  if (texts.some((text, index) => parts[index] === null && !SYMBOL.test(text))) return texts.map(() => '');
  const fraction = longest(parts.map((part) => part?.[2] ?? ''));
  const behind = longest(parts.map((part) => part?.[3] ?? ''));
  return texts.map((text, index) => {
    const part = parts[index];
    if (!part) return text === '' ? '' : behind;
    const lacking = fraction.slice((part[2] ?? '').length).replace(/\d/g, '0');
    return `${lacking}${behind.slice((part[3] ?? '').length)}`;
  });
}

function longest(texts: readonly string[]): string {
  return texts.reduce((most, text) => (text.length > most.length ? text : most), '');
}
