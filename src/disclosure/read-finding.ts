import { badDeclaration } from '../messages/disclosure-rules.ts';
import type { ConfidentialRecords, CountBehind, CountDisclosure } from '../model/disclosure.ts';
import type { Finding } from '../model/finding.ts';
import type { Message, Place } from '../model/message.ts';
import { type CellKey, cellKey } from './cell-key.ts';
import type { StatedCell } from './stated-cell.ts';

/** The counts behind a finding; of a share, the count and what it is a part of. */
export interface FindingReading {
  readonly cells: readonly StatedCell[];
  /** The count, and what it is out of. */
  readonly share: { readonly part: CellKey; readonly whole: CellKey } | undefined;
  readonly messages: readonly Message[];
}

export function readFinding(
  finding: Finding,
  declared: CountDisclosure,
  rules: ConfidentialRecords,
  place: Place,
): FindingReading {
  const { count, outOf } = declared;
  const own = outOf === undefined && finding.unit === 'count' ? finding.value : undefined;
  const counts: [CountBehind, unknown][] = [[count, count.number ?? own]];
  if (outOf !== undefined) counts.push([outOf, outOf.number ?? finding.n]);
  const messages = counts.flatMap(([{ of }, number]) =>
    isCount(number)
      ? []
      : [
          badDeclaration(
            place,
            `finding "${finding.id}"`,
            `its disclosure gives no number of ${of}; expected "number", a whole one from 0 up`,
          ),
        ],
  );
  if (messages.length > 0) return { cells: [], share: undefined, messages };
  const cells = counts.map(
    ([{ of, at }, number]): StatedCell => ({
      key: cellKey(of, at ?? {}),
      value: Number(number),
      statement: { kind: 'finding', id: finding.id },
      place,
      need: rules.threshold,
      isSensitive: Number(number) < rules.threshold,
      isReleased: false,
      dimensions: 0,
      isCount: true,
    }),
  );
  const [part, whole] = cells;
  return { cells, share: part && whole && { part: part.key, whole: whole.key }, messages };
}

function isCount(number: unknown): boolean {
  return typeof number === 'number' && Number.isSafeInteger(number) && number >= 0;
}
