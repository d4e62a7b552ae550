import type { ImportContext, RawCell, Row } from '../../../src/analysis.ts';
import { cellText } from '../official-files/read-records.ts';
import type { Framework, Judgement } from './inspection-columns.ts';

export const GRADES: Readonly<Record<string, number>> = {
  Outstanding: 1,
  Good: 2,
  'Requires improvement to be good': 3,
  Inadequate: 4,
};
/** Inspections of the whole of an authority's services; the others judge a part. */
const FULL: ReadonlySet<Framework> = new Set([
  'SLAC',
  'SIF',
  'SIF re-inspection',
  'ILACS standard',
  'ILACS short',
]);

export interface PrintedJudgement {
  readonly area: string;
  readonly date: string;
  readonly inspected: string | null;
  readonly framework: Framework;
  readonly judgement: Judgement;
  readonly grade: RawCell;
  readonly source: string;
  readonly place: string;
}

/** No row where there was no inspection; a grade without a date, or of another wording, is an error. */
export function judgementRow(context: ImportContext, file: string, printed: PrintedJudgement): Row[] {
  const { area, date, inspected, framework, judgement, source, place } = printed;
  const grade_name = cellText(printed.grade);
  if (grade_name === '') return [];
  if (grade_name === '-') {
    context.log.dropped(file, 1, 'a dash in place of a judgement');
    return [];
  }
  const grade = GRADES[grade_name];
  if (grade === undefined || !/^\d{4}-\d{2}-\d{2}$/.test(date)) {
    throw new Error(`${place}: ${framework}, ${judgement}: "${grade_name}", published "${date}"`);
  }
  const full_inspection = FULL.has(framework);
  const overall = full_inspection && judgement === 'overall effectiveness';
  return [
    {
      area,
      published: date,
      inspected,
      framework,
      judgement,
      grade,
      grade_name,
      full_inspection,
      overall,
      source,
    },
  ];
}
