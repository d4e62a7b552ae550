/** The name under which a PDF carries a file of its edition; `undefined` for what it does not carry. */
export function attachmentName(path: string): string | undefined {
  if (path === 'findings.json' || path === 'manifest.json') return path;
  return /^tables\/([^/]+\.csv)$/.exec(path)?.[1];
}
