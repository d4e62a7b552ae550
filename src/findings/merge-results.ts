import { duplicateId } from '../messages/findings-rules.ts';
import type { Message, Outcome, Place } from '../model/message.ts';
import type { CheckedResult } from './check-result.ts';
import { placeInScript } from './place-in-script.ts';

/** The checked result of one of a report's analyses. */
export interface AnalysisPart {
  /** Path of the script from the project's root. */
  readonly script: string;
  readonly scriptText?: string;
  readonly result: CheckedResult;
}

/**
 * Joins the results of a report's analyses, in the order of its front matter. An id that two of them use is
 * an error on the later script; the value keeps the first.
 */
export function mergeResults(parts: readonly AnalysisPart[]): Outcome<CheckedResult> {
  const findings = join(
    'finding',
    parts,
    (result) => result.findings,
    (finding) => finding.id,
  );
  const claims = join(
    'claim',
    parts,
    (result) => result.claims,
    (claim) => claim.id,
  );
  const tables = join(
    'table',
    parts,
    (result) => result.tables,
    (table) => table.name,
  );
  return {
    value: { findings: findings.items, claims: claims.items, tables: tables.items },
    messages: [...findings.messages, ...claims.messages, ...tables.messages],
  };
}

function join<T>(
  kind: string,
  parts: readonly AnalysisPart[],
  listOf: (result: CheckedResult) => readonly T[],
  idOf: (item: T) => string,
): { items: readonly T[]; messages: readonly Message[] } {
  const owners = new Map<string, AnalysisPart>();
  const items: T[] = [];
  const messages: Message[] = [];
  for (const part of parts) {
    for (const item of listOf(part.result)) {
      const id = idOf(item);
      const owner = owners.get(id);
      if (owner === undefined) {
        owners.set(id, part);
        items.push(item);
      } else {
        messages.push(duplicateId(placeIn(part, id), `${kind} "${id}"`, placeIn(owner, id)));
      }
    }
  }
  return { items, messages };
}

function placeIn(part: AnalysisPart, id: string): Place {
  return placeInScript(part.script, part.scriptText, id);
}
