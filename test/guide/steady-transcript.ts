/** A transcript with `…` for what differs between machines: or with the data package: times, sizes, lines. */
export function steadyTranscript(text: string): string {
  return text
    .replace(/ \(ms: [^)]*\)/g, ' (ms: …)')
    .replace(/\(\d+ ms: [^)]*\)/g, '(… ms)')
    .replace(/\bin [\d.]+ s\b/g, 'in … s')
    .replace(/\b\d+ kB$/gm, '… kB')
    .replace(/\bresources\[\d+\]/g, 'resources[…]')
    .replace(/^( +)(scripts\/\S+ with all that it imports, sha256:)\w+/gm, '$1$2…')
    .replace(/(datapackage\.json):\d+:\d+/g, '$1:…');
}
