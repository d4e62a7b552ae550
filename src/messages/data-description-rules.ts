import type { Message } from '../model/message.ts';
import { nearestName } from './nearest-name.ts';
import { errorAt, type Rules } from './rule.ts';

/** What can keep `npm run describe-data` from describing a file. */
export const dataDescriptionRules: Rules = {
  'data/outside-data': 'A file to describe does not lie in data/.',
  'data/nothing-to-describe': 'A file to describe does not exist.',
  'data/unknown-format': 'A file to describe has an ending that no reader knows.',
  'data/choose-sheet': 'A workbook to describe has several sheets, or lacks the one that was named.',
  'data/no-rows': 'A file to describe holds a header and no rows.',
  'data/no-key': 'No few columns of a file to describe tell its rows apart.',
};

export function outsideData(file: string): Message {
  return errorAt(
    'data/outside-data',
    { file },
    {
      reason: 'the file is not in data/; expected a path such as data/my-file.csv',
      remedy: 'copy it into data/ and describe the copy',
    },
  );
}

export function nothingToDescribe(file: string): Message {
  return errorAt(
    'data/nothing-to-describe',
    { file },
    { reason: 'there is no such file; expected one to describe', remedy: 'look at the spelling of its name' },
  );
}

export function unknownFormat(file: string): Message {
  return errorAt(
    'data/unknown-format',
    { file },
    {
      reason: 'no reader knows this ending; expected one of .csv, .parquet, .xlsx, .xls, .ods',
      remedy: 'save it as "CSV UTF-8"',
    },
  );
}

/** @param sheets those that a reader of the workbook sees */
export function chooseSheet(
  file: string,
  wanted: string | undefined,
  sheets: readonly { readonly name: string; readonly rows: number }[],
): Message {
  const names = sheets.map(({ name }) => name);
  const [longest] = sheets.toSorted((a, b) => b.rows - a.rows);
  const near = wanted === undefined ? undefined : nearestName(wanted, names);
  const listed = names.map((name) => JSON.stringify(name)).join(', ');
  return errorAt(
    'data/choose-sheet',
    { file },
    {
      reason:
        wanted === undefined
          ? `the workbook has ${names.length} sheets; expected the name of one of ${listed}`
          : `the workbook has no sheet ${JSON.stringify(wanted)}; expected one of ${listed}`,
      remedy: `npm run describe-data -- ${file} --sheet ${JSON.stringify(near ?? longest?.name ?? '')}`,
    },
  );
}

export function noRows(file: string): Message {
  return errorAt(
    'data/no-rows',
    { file },
    {
      reason: 'no rows stand beneath the header; expected at least one',
      remedy: 'look whether the file, and for a workbook the sheet, is the right one',
    },
  );
}

export function noKey(file: string, most: number): Message {
  return errorAt(
    'data/no-key',
    { file },
    {
      reason: `no ${most} columns or fewer tell its rows apart; expected a primary key, such as area and year`,
      remedy: 'take out rows that stand there twice, or add a column that numbers the rows',
    },
  );
}
