/**
 * An address on the web, or `''` for any other path: a relative link in a printed page would carry the path of the
 * machine that printed it.
 */
export function webAddress(path: string | undefined): string {
  return path !== undefined && /^https?:\/\//.test(path) ? path : '';
}
