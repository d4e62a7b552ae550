import type { AnalysisResult } from '../model/analysis.ts';
import type { FindingInput } from '../model/finding.ts';
import type { FindingForm } from './finding-forms.ts';
import { formatFinding } from './format-finding.ts';

/** Findings and claims that the explanations of a ledger rest on, by id. */
export interface Evidence {
  /**
   * A finding as a report shows it: `show('rank', 'range')` gives `{{finding "rank" as="range"}}`, which is filled in
   * when all has been checked. @throws {Error} where there is no such finding, or it has no such form
   */
  show(id: string, as?: FindingForm): string;
  /** Its value, unrounded, to decide with. */
  value(id: string): number | string;
  /** A finding with its interval, as `show` gives both: `0.42 (0.28 to 0.55)` */
  full(id: string): string;
  /** Whether a claim holds. @throws {Error} where there is none, or it cannot be checked */
  holds(id: string): boolean;
}

/**
 * Makes what parts of an analysis have found available to the explanations of its ledger, so that these print
 * figures as the report does and never hold a typed one.
 * @throws {Error} as soon as an explanation asks for what no part gives
 */
export function gatherEvidence(parts: readonly Pick<AnalysisResult, 'findings' | 'claims'>[]): Evidence {
  const findings = new Map(parts.flatMap((part) => part.findings).map((finding) => [finding.id, finding]));
  const claims = new Map(parts.flatMap((part) => part.claims).map((claim) => [claim.id, claim.holds]));
  const find = (id: string): FindingInput => {
    const finding = findings.get(id);
    if (finding === undefined) throw new Error(`the ledger rests on "${id}", which is no finding`);
    return finding;
  };
  const show = (id: string, as: FindingForm = 'value'): string => {
    checkForm(find(id), as);
    return as === 'value' ? `{{finding "${id}"}}` : `{{finding "${id}" as="${as}"}}`;
  };
  return {
    show,
    value: (id) => find(id).value,
    full: (id) => `${show(id)} (${show(id, 'range')})`,
    holds(id) {
      const holds = claims.get(id);
      if (typeof holds !== 'boolean')
        throw new Error(`the ledger rests on "${id}", which is no decided claim`);
      return holds;
    },
  };
}

function checkForm(finding: FindingInput, as: FindingForm): void {
  const { n = null, interval = null, p = null } = finding;
  const { problem } = formatFinding({ ...finding, n, interval, p }, as);
  if (problem !== null) throw new Error(problem.reason);
}
