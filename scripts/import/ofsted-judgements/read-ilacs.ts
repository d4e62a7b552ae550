import type { ImportContext, Row } from '../../../src/analysis.ts';
import { createAreaFinder } from '../official-files/find-area.ts';
import { cellText, readRecords, type SourceRecord } from '../official-files/read-records.ts';
import { CARE_LEAVERS_APART_FROM, type Framework, ILACS_JUDGEMENTS } from './inspection-columns.ts';
import { judgementRow } from './judgement-row.ts';
import { ILACS } from './sources.ts';

/** Judgements of standard and short inspections under ILACS. */
export function readIlacs(context: ImportContext): Row[] {
  const { file, sheet: name, source } = ILACS;
  const sheet = context.sheet(file, name);
  const header = sheet.rows.findIndex((row) => cellText(row[0]) === 'Web link') + 1;
  const records = readRecords(sheet, { header });
  context.log.read(file, records.length, 'inspections under ILACS');
  const finder = createAreaFinder(context);
  return records.flatMap((record) => {
    const area = finder.find(file, record.place, {
      level: 'authority',
      gssCode: record.text('Local authority area code'),
      laCode: '',
      name: record.text('Local authority name'),
    });
    const inspected = record.text('Inspection date');
    return Object.entries(ILACS_JUDGEMENTS).flatMap(([column, judgement]) =>
      judgementRow(context, file, {
        area,
        date: record.text('Publication date'),
        inspected,
        framework: ilacsFramework(record),
        judgement:
          judgement === 'children in care' && inspected < CARE_LEAVERS_APART_FROM
            ? 'children in care and care leavers'
            : judgement,
        grade: record.text(column),
        source,
        place: record.place,
      }),
    );
  });
}

function ilacsFramework(record: SourceRecord): Framework {
  const type = record.text('Inspection type');
  if (type === 'ILACS Standard Inspection') return 'ILACS standard';
  if (type === 'ILACS Short Inspection') return 'ILACS short';
  throw new Error(`${record.place}: "${type}" is no type of inspection with judgements`);
}
