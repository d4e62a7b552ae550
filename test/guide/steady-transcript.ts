/** A transcript with `…` for what differs between machines: times, sizes and lines of the data package. */
export function steadyTranscript(text: string): string {
  return text
    .replace(/ \(ms: [^)]*\)/g, ' (ms: …)')
    .replace(/\(\d+ ms: [^)]*\)/g, '(… ms)')
    .replace(/\bin [\d.]+ s\b/g, 'in … s')
    .replace(/\b\d+ kB$/gm, '… kB')
    .replace(/(datapackage\.json):\d+:\d+/g, '$1:…');
}
