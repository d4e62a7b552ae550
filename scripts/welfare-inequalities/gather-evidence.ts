import type { FindingInput } from '../../src/analysis.ts';
import type { Part } from './part.ts';

/** Findings and claims that the ledger rests on, by id. */
export interface Evidence {
  /** A figure with its decimals and a proper minus sign. */
  show(id: string): string;
  /** `0.42 (0.28 to 0.55)` */
  full(id: string): string;
  holds(id: string): boolean;
}

export function gatherEvidence(parts: readonly Part[]): Evidence {
  const findings = new Map<string, FindingInput>(
    parts.flatMap((part) => part.findings).map((finding) => [finding.id, finding]),
  );
  const claims = new Map(parts.flatMap((part) => part.claims).map((claim) => [claim.id, claim.holds]));
  const find = (id: string) => {
    const finding = findings.get(id);
    if (finding === undefined) throw new Error(`the ledger rests on "${id}", which is no finding`);
    return finding;
  };
  const show = (id: string) => print(Number(find(id).value), find(id).decimals);
  return {
    show,
    full(id) {
      const { interval, decimals } = find(id);
      if (interval === undefined) throw new Error(`the finding "${id}" has no interval`);
      return `${show(id)} (${print(interval.low, decimals)} to ${print(interval.high, decimals)})`;
    },
    holds(id) {
      const holds = claims.get(id);
      if (typeof holds !== 'boolean') throw new Error(`the ledger rests on "${id}", which is no claim`);
      return holds;
    },
  };
}

function print(value: number, decimals: number): string {
  return value
    .toFixed(decimals)
    .replace(/^-(?=.*[1-9])/, '\u2212')
    .replace(/^-/, '');
}
