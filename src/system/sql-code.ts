/** Comments, quoted texts and quoted names. */
const QUIET = /--[^\n]*|\/\*[\s\S]*?\*\/|'(?:[^']|'')*'|"(?:[^"]|"")*"/g;

/** A query with everything quoted or commented replaced by blanks: what is left is code, each part in its place. */
export function sqlCode(query: string): string {
  return query.replace(QUIET, (quiet) => quiet.replace(/[^\n]/g, ' '));
}
