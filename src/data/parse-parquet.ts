import { brotliDecompressSync, gunzipSync, zstdDecompressSync } from 'node:zlib';
import type { AsyncBuffer, Compressors, FileMetaData, ParquetScan, SchemaTree } from 'hyparquet';
import { oversizedFile, parquetColumn, unreadableParquet } from '../messages/data-file-rules.ts';
import type { Message, Outcome } from '../model/message.ts';
import type { RawCell, Sheet } from '../model/sheet.ts';

const MOST_CELLS = 50_000_000;
const MOST_BYTES = 2 ** 31 - 1;

/** The codecs that Node brings itself; Snappy is in the library. None unpacks more than the page claims. */
const COMPRESSORS: Compressors = {
  GZIP: (input, maxOutputLength) => gunzipSync(input, { maxOutputLength }),
  BROTLI: (input, maxOutputLength) => brotliDecompressSync(input, { maxOutputLength }),
  ZSTD: (input, maxOutputLength) => zstdDecompressSync(input, { maxOutputLength }),
};

/**
 * The grid of a Parquet file: the column names as row 1, then its rows, so that row `i` of the data stands
 * at line `i + 2`. Whole numbers beyond 2^53 become their text, dates `2017-03-31`, moments
 * `2017-03-31T12:00:00` (UTC). A nested column is an error.
 *
 * The library is loaded only here: most builds read no Parquet.
 */
export async function parseParquet(file: string, bytes: Uint8Array): Promise<Outcome<Sheet>> {
  const { parquetMetadata, parquetScan, parquetSchema } = await import('hyparquet');
  // A copy only where the bytes are a window on a larger buffer, as those of small files are. The slice of a
  // Buffer would be a window again.
  const whole = bytes.byteLength === bytes.buffer.byteLength ? bytes.buffer : new Uint8Array(bytes).buffer;
  const buffer: AsyncBuffer & ArrayBuffer = whole as ArrayBuffer;
  try {
    const metadata = parquetMetadata(buffer);
    const columns = parquetSchema(metadata).children;
    const messages = checkShape(file, metadata, columns);
    if (messages.length > 0) return { value: undefined, messages };
    const names = columns.map((column) => column.element.name);
    const scan = await parquetScan({ file: buffer, metadata, compressors: COMPRESSORS });
    const rows: RawCell[][] = [names, ...(await readRows(scan, names))];
    return { value: { file, name: null, rows, lines: rows.map((_, i) => i + 1) }, messages: [] };
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    return {
      value: undefined,
      messages: [unreadableParquet(file, `the file cannot be read (${error.message})`)],
    };
  }
}

/**
 * One column after the other: read at once, a second damaged column would fail with no one listening, which ends
 * the process.
 */
async function readRows(scan: ParquetScan, names: readonly string[]): Promise<RawCell[][]> {
  const rows: RawCell[][] = [];
  const days = new Map<number, string>();
  for (const { rowStart, rowEnd } of scan.ranges) {
    const first = rows.length;
    for (let i = rowStart; i < rowEnd; i++) rows.push([]);
    for (const column of names) {
      const cells = await scan.readColumn({ column, rowStart, rowEnd });
      for (let i = 0; i < rowEnd - rowStart; i++) rows[first + i]?.push(rawCell(cells[i], days));
    }
  }
  return rows;
}

function checkShape(file: string, metadata: FileMetaData, columns: readonly SchemaTree[]): Message[] {
  const rows = metadata.row_groups.reduce((sum, group) => sum + Number(group.num_rows), 0);
  const cells = rows * columns.length;
  const size = metadata.row_groups.reduce((sum, group) => sum + Number(group.total_byte_size), 0);
  if (cells > MOST_CELLS || size > MOST_BYTES) {
    return [
      oversizedFile(
        file,
        `the file claims ${cells} cells in ${size} bytes, unpacked`,
        '50 million cells in 2 GB',
      ),
    ];
  }
  return columns
    .filter((column) => column.children.length > 0 || column.element.repetition_type === 'REPEATED')
    .map((column) => parquetColumn(file, column.element.name, 'lists or records'));
}

/** `days` holds the texts of moments met before: writing one takes longer than anything else here. */
function rawCell(value: unknown, days: Map<number, string>): RawCell {
  if (value === null || value === undefined) return null;
  if (typeof value === 'bigint') return Number.isSafeInteger(Number(value)) ? Number(value) : String(value);
  if (typeof value === 'number') return Number.isFinite(value) ? value : String(value);
  if (typeof value === 'boolean' || typeof value === 'string') return value;
  if (value instanceof Date) {
    const text = days.get(value.getTime()) ?? isoText(value);
    days.set(value.getTime(), text);
    return text;
  }
  return JSON.stringify(value);
}

function isoText(moment: Date): string {
  const text = moment.toISOString();
  return text.endsWith('T00:00:00.000Z') ? text.slice(0, 10) : text.slice(0, -5);
}
