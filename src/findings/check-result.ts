import type { ZodType } from 'zod';
import { badId, badShape, duplicateId, notAResult } from '../messages/findings-rules.ts';
import type { Analysis } from '../model/analysis.ts';
import type { Claim } from '../model/claim.ts';
import type { Finding, Provenance } from '../model/finding.ts';
import type { Message, Outcome, Place } from '../model/message.ts';
import type { Resource } from '../model/resource.ts';
import type { ResultTable } from '../model/table.ts';
import { type AnalysisScope, placeOf } from './analysis-scope.ts';
import { checkClaim } from './check-claim.ts';
import { checkFinding } from './check-finding.ts';
import { checkResultTable } from './check-result-table.ts';
import { describeValue } from './describe-value.ts';
import { definitionFinder } from './find-definition.ts';
import { claimShape, findingShape, fitShape, tableShape } from './result-shape.ts';

export interface ResultToCheck {
  readonly analysis: Analysis;
  /** Path of the script from the project's root. */
  readonly script: string;
  /** `sha256:` and the digest of the script with what it imports. */
  readonly scriptHash: string;
  /** The script's text: messages then point at the line where the id stands. */
  readonly scriptText?: string;
  /** The other files that the script is made of, to be looked through where an id is not in its own. */
  readonly parts?: readonly { readonly path: string; readonly text: string }[];
  /** The data package's resources; only those that the analysis declares are used. */
  readonly resources: readonly Resource[];
  /** Where it was computed, if not here. */
  readonly elsewhere?: Provenance['elsewhere'];
  readonly result: unknown;
}

export interface CheckedResult {
  readonly findings: readonly Finding[];
  readonly claims: readonly Claim[];
  readonly tables: readonly ResultTable[];
}

/** Ids of findings and claims, and names of tables: they become keys, file names and anchors. */
const ID = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;

/**
 * Phase 6: turns what an analysis returned, of which nothing is known, into checked findings, claims and
 * tables. Every fault is a message on the script. The value holds what is sound, so that later phases can
 * report on it; it is undefined only where the analysis returned no result at all.
 */
export function checkResult(input: ResultToCheck): Outcome<CheckedResult> {
  const scope = scopeOf(input);
  const lists = listsOf(input.result);
  if (typeof lists === 'string') {
    return { value: undefined, messages: [notAResult({ file: input.script }, lists)] };
  }
  const findings = checkEach(lists.findings, 'finding', 'id', findingShape, scope, checkFinding);
  const claims = checkEach(lists.claims, 'claim', 'id', claimShape, scope, (claim, place) =>
    checkClaim(claim, place, scope, findings.ids),
  );
  const tables = checkEach(lists.tables, 'table', 'name', tableShape, scope, checkResultTable);
  return {
    value: { findings: findings.values, claims: claims.values, tables: tables.values },
    messages: [...findings.messages, ...claims.messages, ...tables.messages],
  };
}

function scopeOf(input: ResultToCheck): AnalysisScope {
  const { analysis, script, scriptHash, scriptText, parts = [], resources } = input;
  const declared = new Map<string, Resource>();
  for (const name of analysis.resources) {
    const resource = resources.find((one) => one.name === name);
    if (resource !== undefined) declared.set(name, resource);
  }
  const definitionOf = definitionFinder([{ path: script, text: scriptText ?? '' }, ...parts]);
  const { parameters } = analysis;
  const { elsewhere } = input;
  return { script, scriptHash, scriptText, parts, declared, parameters, elsewhere, definitionOf };
}

type Lists = Readonly<Record<'findings' | 'claims' | 'tables', readonly unknown[]>>;

/** The three lists, or what was found instead. */
function listsOf(result: unknown): Lists | string {
  if (typeof result !== 'object' || result === null || Array.isArray(result)) return describeValue(result);
  const { findings, claims, tables } = result as Partial<Record<string, unknown>>;
  if (Array.isArray(findings) && Array.isArray(claims) && Array.isArray(tables)) {
    return { findings, claims, tables };
  }
  const lacking = Object.entries({ findings, claims, tables }).filter(([, list]) => !Array.isArray(list));
  return `an object whose ${lacking.map(([name, list]) => `${name} is ${describeValue(list)}`).join(' and ')}`;
}

/** Checks each item of a list: its shape, its id, that the id is new, then what it says. */
function checkEach<Shape, Checked>(
  items: readonly unknown[],
  kind: 'finding' | 'claim' | 'table',
  idProperty: 'id' | 'name',
  shape: ZodType<Shape>,
  scope: AnalysisScope,
  check: (input: Shape, place: Place, scope: AnalysisScope) => Outcome<Checked>,
): { ids: readonly string[]; values: readonly Checked[]; messages: readonly Message[] } {
  const seen = new Map<string, number>();
  const values: Checked[] = [];
  const messages: Message[] = [];
  for (const [index, item] of items.entries()) {
    const id = idOf(item, idProperty);
    const occurrence = id === undefined ? 0 : (seen.get(id) ?? 0);
    const place = id === undefined ? { file: scope.script } : placeOf(scope, id, occurrence);
    const subject = id === undefined ? `${kind} ${index + 1}` : `${kind} "${id}"`;
    const shaped = fitShape(shape, item);
    messages.push(...shaped.problems.map((problem) => badShape(place, subject, problem)));
    if (id !== undefined) {
      seen.set(id, occurrence + 1);
      if (!ID.test(id)) messages.push(badId(place, subject));
      if (occurrence > 0) messages.push(duplicateId(place, subject, placeOf(scope, id)));
    }
    if (shaped.value === undefined) continue;
    const checked = check(shaped.value, place, scope);
    messages.push(...checked.messages);
    if (checked.value !== undefined && occurrence === 0) values.push(checked.value);
  }
  return { ids: [...seen.keys()], values, messages };
}

function idOf(item: unknown, property: 'id' | 'name'): string | undefined {
  const id = typeof item === 'object' && item !== null ? Reflect.get(item, property) : undefined;
  return typeof id === 'string' ? id : undefined;
}
