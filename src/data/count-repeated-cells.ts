const ROW_OR_CELL = /<(?:[\w.-]+:)?table-(row|cell)\b((?:"[^"]*"|'[^']*'|[^>"'])*)>(<\/)?/g;
const TIMES = /\bnumber-(?:rows|columns)-repeated\s*=\s*["']\s*\+?(\d+)/g;

/**
 * How many cells the `content.xml` of an ODS workbook makes once its repetitions are written out: a cell of
 * a few bytes may say that it stands 16,384 times in each of 1,048,576 rows. Empty cells, which
 * every sheet repeats to its edges, count nothing.
 */
export function countRepeatedCells(content: Uint8Array): number {
  const xml = Buffer.from(content.buffer, content.byteOffset, content.byteLength).toString('latin1');
  let total = 0;
  let rowTimes = 1;
  for (const [, kind, attributes = '', isEmpty] of xml.matchAll(ROW_OR_CELL)) {
    // Of several that say how often, a parser may believe any.
    const times = Math.max(1, ...[...attributes.matchAll(TIMES)].map(([, digits]) => Number(digits)));
    if (kind === 'row') rowTimes = times;
    else if (isEmpty === undefined && !attributes.endsWith('/')) total += times * rowTimes;
  }
  return total;
}
