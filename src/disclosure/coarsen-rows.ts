import { badDeclaration, notACount, unknownDisclosureField } from '../messages/disclosure-rules.ts';
import type { ConfidentialRecords, CurveDisclosure } from '../model/disclosure.ts';
import type { Message, Place } from '../model/message.ts';
import type { Table } from '../model/table.ts';

/** A cell that is hidden: row and field. */
export interface HiddenCell {
  readonly row: number;
  readonly field: string;
}

/**
 * Hides each step of a curve that rests on too few. A value is shown where nobody, or `threshold` or more, had
 * the event since the value shown before it; where fewer are left under observation, the curve ends, and can at
 * most repeat its value. How many
 * are left is shown where they are as many, and no fewer than that less than where they were last shown.
 */
export function coarsenRows(
  table: Table,
  declared: CurveDisclosure,
  { threshold }: ConfidentialRecords,
  place: Place,
): { readonly hidden: readonly HiddenCell[]; readonly messages: readonly Message[] } {
  const { by = [], events, atRisk, values } = declared.curve;
  const subject = `table "${table.name}"`;
  const messages = checkNames(table, declared, place, subject);
  if (messages.length > 0) return { hidden: [], messages };
  const hidden: HiddenCell[] = [];
  const curves = new Map<string, { pending: number; shown: number | undefined; hasEnded: boolean }>();
  for (const [row, cells] of table.rows.entries()) {
    const name = JSON.stringify(by.map((field) => cells[field]));
    const curve = curves.get(name) ?? { pending: 0, shown: undefined, hasEnded: false };
    curves.set(name, curve);
    const [happened, left] = [cells[events], cells[atRisk]];
    if (typeof happened !== 'number' || !(Number.isSafeInteger(happened) && happened >= 0)) {
      return { hidden, messages: [notACount(place, subject, events, row)] };
    }
    curve.pending += happened;
    if (typeof left === 'number' && left < threshold) curve.hasEnded = true;
    const tells = curve.pending > 0 && curve.pending < threshold;
    // A value that repeats the one before tells nothing new.
    if (tells || (curve.hasEnded && curve.pending > 0))
      hidden.push(...values.map((field) => ({ row, field })));
    else curve.pending = 0;
    if (typeof left !== 'number') continue;
    const step = curve.shown === undefined ? threshold : Math.abs(curve.shown - left);
    if (left < threshold || (step > 0 && step < threshold)) hidden.push({ row, field: atRisk });
    else curve.shown = left;
  }
  return { hidden, messages: [] };
}

function checkNames(table: Table, declared: CurveDisclosure, place: Place, subject: string): Message[] {
  const { by = [], events, atRisk, values } = declared.curve;
  const { labels = [], withheld = [] } = declared;
  const known = table.fields.map(({ name }) => name);
  const places = [...by, events, atRisk, ...values, ...labels];
  return [
    ...[...new Set([...places, ...withheld])]
      .filter((name) => !known.includes(name))
      .map((name) => unknownDisclosureField(place, subject, name, known)),
    ...known
      .filter((name) => !places.includes(name))
      .map((name) =>
        badDeclaration(
          place,
          subject,
          `its disclosure says nothing of the field "${name}"; expected each field as part of the curve, or a label`,
        ),
      ),
  ];
}
