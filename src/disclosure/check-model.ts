import { smallModel } from '../messages/disclosure-rules.ts';
import type { ConfidentialRecords, ModelBehind } from '../model/disclosure.ts';
import type { Message, Place } from '../model/message.ts';

/**
 * Whether a model may be shown: enough records, enough of them behind each coefficient, and enough more records than
 * parameters. A saturated model gives back the table that it was fitted to, so every count behind it must be one
 * that could be shown itself.
 */
export function checkModel(
  { records, cells, parameters }: ModelBehind,
  { threshold }: ConfidentialRecords,
  place: Place,
  subject: string,
): readonly Message[] {
  const problems = [
    records < threshold ? `it rests on fewer than ${threshold} records; expected ${threshold} or more` : '',
    cells.length === 0 ? 'it names no counts behind its coefficients; expected one for each' : '',
    cells.some((count) => !(count >= threshold))
      ? `fewer than ${threshold} records are behind one of its coefficients; expected ${threshold} or more behind each`
      : '',
    records - parameters < threshold
      ? `it has almost as many parameters as records; expected ${threshold} degrees of freedom or more`
      : '',
  ];
  return problems.filter((problem) => problem !== '').map((problem) => smallModel(place, subject, problem));
}
