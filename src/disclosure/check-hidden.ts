import type { CheckedResult } from '../findings/check-result.ts';
import { claimOnHidden, exactBesideRounded, orderedByHidden } from '../messages/disclosure-rules.ts';
import type { Message } from '../model/message.ts';
import type { ResultTable } from '../model/table.ts';
import type { HiddenCell } from './coarsen-rows.ts';
import { ordersRows } from './orders-rows.ts';
import { placeOf } from './place-of.ts';
import type { InForce } from './read-results.ts';

/** Whether a table's rows stand in the order of what is hidden in it. */
export function checkOrder(table: ResultTable, hidden: readonly HiddenCell[]): Message[] {
  const { disclosure } = table;
  if (disclosure === undefined || !('counts' in disclosure) || hidden.length === 0) return [];
  const fields = [...new Set(hidden.map(({ field }) => field))];
  const told = fields.filter((field) => ordersRows(table, field, disclosure));
  return told.map((field) => orderedByHidden(placeOf(table.provenance), `table "${table.name}"`, field));
}

/** Exact figures beside counts that are rounded. */
export function checkRounded({ tables, findings }: CheckedResult, inForce: InForce): Message[] {
  const inTables = tables.flatMap((table) => {
    const rounding = inForce(table.provenance)?.rules.rounding ?? null;
    const { disclosure } = table;
    if (rounding === null || disclosure === undefined || !('counts' in disclosure)) return [];
    const shown = Object.keys(disclosure.from ?? {}).filter((name) => !disclosure.withheld?.includes(name));
    return shown.map((name) => exactBesideRounded(placeOf(table.provenance), `table "${table.name}"`, name));
  });
  const inFindings = findings.flatMap((finding) => {
    const rounding = inForce(finding.provenance)?.rules.rounding ?? null;
    const { disclosure, unit, id } = finding;
    if (rounding === null || disclosure === undefined || !('count' in disclosure)) return [];
    const isRoundable = unit === 'count' || (unit === 'percent' && disclosure.outOf !== undefined);
    return isRoundable ? [] : [exactBesideRounded(placeOf(finding.provenance), `finding "${id}"`, 'value')];
  });
  return [...inTables, ...inFindings];
}

/** Claims that rest on findings of these, which are hidden. */
export function checkClaims({ claims, findings }: CheckedResult, hidden: ReadonlySet<string>): Message[] {
  const byId = new Map(findings.map((finding) => [finding.id, finding]));
  return claims.flatMap(({ id, evidence }) =>
    evidence
      .filter((finding) => hidden.has(finding))
      .map((finding) => {
        const provenance = byId.get(finding)?.provenance;
        return claimOnHidden(
          provenance === undefined ? { file: 'scripts' } : placeOf(provenance),
          id,
          finding,
        );
      }),
  );
}
