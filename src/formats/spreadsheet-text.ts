/** The most that a cell of XLSX may hold is 32,767 characters; a program refuses a file with a longer one. */
const MOST = 32_700;

/** What XML cannot hold, half characters and soft hyphens, which are for pages. */
const UNFIT =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: such characters are what is looked for.
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** A text as a cell may hold it: with a replacement character for what XML cannot hold, and cut where it is too long. */
export function spreadsheetText(text: string): string {
  const fit = text.replace(/\r\n?/g, '\n').replaceAll('\u00ad', '').replace(UNFIT, '\ufffd');
  return fit.length > MOST ? `${fit.slice(0, MOST).replace(/[\ud800-\udbff]$/, '')} […]` : fit;
}
