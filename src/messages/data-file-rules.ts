import type { Message, Place } from '../model/message.ts';
import { errorAt, type Rules, warningAt } from './rule.ts';

/** What can be wrong with a data file before anyone asks for its schema. */
export const dataFileRules: Rules = {
  'data/not-text': 'A file that should be text holds NUL bytes.',
  'data/encoding': 'A text file is not UTF-8 and was read as Windows-1252.',
  'data/unclosed-quote': 'A quoted CSV cell has no closing quote.',
  'data/text-after-quote': 'Text follows the closing quote of a CSV cell.',
  'data/not-a-workbook': 'The bytes of a file are not a workbook that can be read.',
  'data/protected-workbook': 'A workbook is locked with a password.',
  'data/oversized-file': 'A file unpacks to more than Plumbline reads.',
  'data/unreadable-parquet': 'A file is not Parquet, or a part of it cannot be read.',
  'data/hash': 'The bytes of a data file are not those that the data package describes.',
  'data/content-hash': 'The rows of a table are not those that the data package describes.',
  'data/parquet-column':
    'A Parquet column holds something other than numbers, texts, truth values and dates.',
};

export function notText(place: Place): Message {
  return errorAt('data/not-text', place, {
    reason: 'the file holds a NUL byte; expected text',
    remedy: 'save it as "CSV UTF-8", or give its true format in the data package',
  });
}

export function notUtf8(place: Place): Message {
  return warningAt('data/encoding', place, {
    reason: 'this is not UTF-8, so the file was read as Windows-1252; expected UTF-8',
    remedy: 'save it as "CSV UTF-8", and look whether accents and pound signs are right',
  });
}

export function unclosedQuote(place: Place): Message {
  return errorAt('data/unclosed-quote', place, {
    reason: 'the quote that opens this cell is never closed; expected a second " before a comma or line end',
    remedy: 'close the quote, and write a quote inside a quoted cell twice: ""',
  });
}

export function textAfterQuote(place: Place, text: string): Message {
  return errorAt('data/text-after-quote', place, {
    reason: `${JSON.stringify(text)} follows the closing quote of a cell; expected a comma or the line's end`,
    remedy: 'write a quote inside a quoted cell twice: ""',
  });
}

export function notAWorkbook(file: string, found: string): Message {
  return errorAt(
    'data/not-a-workbook',
    { file },
    {
      reason: `${found}; expected a workbook (XLSX, XLS or ODS)`,
      remedy: 'open it in a spreadsheet program and save it as .xlsx, .ods or CSV UTF-8',
    },
  );
}

export function protectedWorkbook(file: string): Message {
  return errorAt(
    'data/protected-workbook',
    { file },
    {
      reason: 'the workbook is locked with a password; expected one that opens without',
      remedy: 'save a copy without the password',
    },
  );
}

export function oversizedFile(file: string, found: string, limit: string): Message {
  return errorAt(
    'data/oversized-file',
    { file },
    {
      reason: `${found}; expected at most ${limit}`,
      remedy: 'check that the file is what its publisher issued; cut a true one into parts, or use Parquet',
    },
  );
}

export function unreadableParquet(file: string, found: string): Message {
  return errorAt(
    'data/unreadable-parquet',
    { file },
    {
      reason: `${found}; expected a Parquet file (codecs: none, Snappy, gzip, Brotli, Zstandard)`,
      remedy: 'fetch the file again, or write it again with one of these codecs',
    },
  );
}

/** As much of a hash as eyes compare: `sha256:0112298be2cf…`. */
function shortHash(hash: string): string {
  return hash.replace(/^(sha256:[0-9a-f]{12})[0-9a-f]+$/, '$1…');
}

export function hashDiffers(
  file: string,
  found: { readonly hash: string; readonly bytes: number },
  stated: { readonly hash: string; readonly bytes: number },
  declared: Place,
): Message {
  const sizes = stated.bytes === found.bytes ? '' : ` (${found.bytes} bytes instead of ${stated.bytes})`;
  return errorAt(
    'data/hash',
    { file },
    {
      reason:
        stated.hash === ''
          ? `the data package states no hash for this file; expected ${found.hash}`
          : `this is not the file that the data package describes: its hash is ${shortHash(found.hash)}${sizes}; expected ${shortHash(stated.hash)}`,
      remedy:
        stated.hash === ''
          ? `let Plumbline write it: npm run describe-data -- ${file}`
          : `fetch the original again, or, if the change is meant: npm run describe-data -- ${file}`,
      cause: { place: declared, label: 'described in' },
    },
  );
}

export function contentHashDiffers(file: string, found: string, stated: string, declared: Place): Message {
  return errorAt(
    'data/content-hash',
    { file },
    {
      reason:
        stated === ''
          ? `the data package states no contentHash for this table; expected ${found}`
          : `these are not the rows that the data package describes: their content hash is ${shortHash(found)}; expected ${shortHash(stated)}`,
      remedy: `if the rows are as they should be: npm run describe-data -- ${file}`,
      cause: { place: declared, label: 'described in' },
    },
  );
}

export function parquetColumn(file: string, column: string, found: string): Message {
  return errorAt(
    'data/parquet-column',
    { file },
    {
      reason: `column ${JSON.stringify(column)} holds ${found}; expected numbers, texts, truth values or dates`,
      remedy: 'write the file without this column, or with one column for each of its parts',
    },
  );
}
