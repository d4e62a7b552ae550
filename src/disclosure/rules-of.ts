import type { ConfidentialRecords } from '../model/disclosure.ts';
import type { Provenance } from '../model/finding.ts';
import type { Resource } from '../model/resource.ts';

/** The confidential resources of records among these, by name. */
export function confidentialRecordsOf(
  resources: readonly Resource[],
): ReadonlyMap<string, ConfidentialRecords> {
  return new Map(
    resources.flatMap(({ name, confidential }) =>
      confidential !== undefined && 'threshold' in confidential ? [[name, confidential] as const] : [],
    ),
  );
}

/** What a result must keep to: of all confidential resources that it rests on, the tightest of each rule. */
export interface RulesInForce {
  readonly rules: ConfidentialRecords;
  readonly resources: readonly string[];
}

export function rulesOf(
  { resources }: Provenance,
  confidential: ReadonlyMap<string, ConfidentialRecords>,
): RulesInForce | undefined {
  const names = resources.map(({ name }) => name).filter((name) => confidential.has(name));
  const all = names.flatMap((name) => confidential.get(name) ?? []);
  if (all.length === 0) return undefined;
  const roundings = all.flatMap(({ rounding }) => rounding ?? []);
  return {
    resources: names,
    rules: {
      threshold: Math.max(...all.map(({ threshold }) => threshold)),
      dominance: { contributors: 2, share: Math.min(...all.map(({ dominance }) => dominance.share)) },
      pRatio: Math.max(...all.map(({ pRatio }) => pRatio)),
      rounding: roundings.length === 0 ? null : Math.max(...roundings),
    },
  };
}
