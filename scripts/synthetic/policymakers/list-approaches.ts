import type { Row } from '../../../src/analysis.ts';
import { POLICY_AUTHORITIES, POLICY_INTERVIEWS } from '../parameters.ts';

/** Who was approached, authorities first, then people: one row each. */
export function listApproaches(): readonly Row[] {
  const named = POLICY_AUTHORITIES.reduce((sum, { participants }) => sum + participants - 1, 0);
  const rows = [
    ...times(POLICY_AUTHORITIES.length, { unit: 'authority', route: 'purposive', took_part: true }),
    ...times(POLICY_INTERVIEWS.authoritiesDeclined, {
      unit: 'authority',
      route: 'purposive',
      took_part: false,
    }),
    ...times(POLICY_AUTHORITIES.length, { unit: 'person', route: 'purposive', took_part: true }),
    ...times(named, { unit: 'person', route: 'snowball', took_part: true }),
    ...times(POLICY_INTERVIEWS.participantsDeclined, { unit: 'person', route: 'snowball', took_part: false }),
  ];
  return rows.map((row, i) => ({ approach: i + 1, ...row }));
}

function times(count: number, row: Row): Row[] {
  return new Array<Row>(count).fill(row);
}
