import type { ImportContext, Row } from '../../../src/analysis.ts';
import { cellText, readRecords } from '../official-files/read-records.ts';
import { createNameFinder } from './find-authority-by-name.ts';
import { BEFORE_ILACS } from './inspection-columns.ts';
import { judgementRow } from './judgement-row.ts';
import { HISTORY } from './sources.ts';

/**
 * Judgements before ILACS. Two tables stand below each other: authorities that exist, and those that had ended, under a header of
 * its own.
 */
export function readHistory(context: ImportContext): Row[] {
  const { file, sheet: name, source } = HISTORY;
  const sheet = context.sheet(file, name);
  const headers = sheet.rows.flatMap((row, i) => (cellText(row[0]) === 'Web link' ? [i + 1] : []));
  const [first, second] = headers;
  if (first === undefined || second === undefined) throw new Error(`${file} [${name}]: expected two tables`);
  const find = createNameFinder(context);
  return [
    { from: first, to: second, exist: true },
    { from: second, to: sheet.rows.length + 1, exist: false },
  ].flatMap(({ from, to, exist }) => {
    const table = {
      ...sheet,
      rows: sheet.rows.slice(from - 1, to - 1),
      lines: sheet.lines.slice(from - 1, to - 1),
    };
    const records = readRecords(table).filter((record) => record.text('Local authority name') !== '');
    context.log.read(
      file,
      records.length,
      exist ? 'authorities in 2023' : 'authorities that ended before 2023',
    );
    return records.flatMap((record) => {
      const area = find(record.place, record.text('Local authority name'), exist);
      return BEFORE_ILACS.flatMap(({ framework, published, judgements }) => {
        const date = record.text(published);
        return judgements.flatMap(({ column, judgement }) =>
          judgementRow(context, file, {
            area,
            date,
            inspected: null,
            framework,
            judgement,
            grade: record.text(column),
            source,
            place: record.place,
          }),
        );
      });
    });
  });
}
