/** An address as its author meant it: `%20` is a space. What is no valid encoding stays as it is. */
export function decodeTarget(url: string): string {
  try {
    return decodeURIComponent(url);
  } catch {
    return url;
  }
}
