import { contentDigest } from '../data/content-hash.ts';
import type { GuardedResult, HiddenValues } from '../disclosure/guard-results.ts';
import { type CheckedResult, checkResult } from '../findings/check-result.ts';
import { mergeResults } from '../findings/merge-results.ts';
import type { Claim } from '../model/claim.ts';
import type { Finding } from '../model/finding.ts';
import type { Message, Outcome } from '../model/message.ts';
import type { ResultTable } from '../model/table.ts';
import { releasedBefore } from '../trust/released-before.ts';
import type { BuildPorts } from './build-ports.ts';
import { computeAnalysis } from './compute-analysis.ts';
import { fillResults } from './fill-results.ts';
import type { LoadedAnalysis } from './load-analysis.ts';
import type { LoadedReport } from './load-report.ts';

/** What a report's analyses found, by id and name. */
export interface ReportResults {
  readonly findings: ReadonlyMap<string, Finding>;
  readonly claims: ReadonlyMap<string, Claim>;
  readonly tables: ReadonlyMap<string, ResultTable>;
  /** What the disclosure gate hid, and what it says of it; `null` where no resource is confidential. */
  readonly disclosed: { readonly hidden: HiddenValues; readonly account: string } | null;
}

/** Phases 5 and 6: runs a report's analyses one after another and checks what each returned. */
export async function computeReport(
  loaded: LoadedReport,
  ports: BuildPorts,
): Promise<Outcome<ReportResults>> {
  const messages: Message[] = [];
  const results: { script: string; result: CheckedResult }[] = [];
  for (const analysis of loaded.analyses) {
    const computed = await computeAnalysis(analysis, loaded, ports);
    messages.push(...computed.messages);
    if (computed.value === undefined) continue;
    const checked = checkResult({
      analysis: analysis.analysis,
      script: analysis.script.path,
      scriptHash: hashOfFiles(analysis),
      scriptText: analysis.script.text,
      parts: analysis.files.slice(1),
      resources: loaded.resources,
      ...(analysis.elsewhere === undefined ? {} : { elsewhere: analysis.elsewhere }),
      result: computed.value,
    });
    messages.push(...checked.messages);
    if (checked.value !== undefined) results.push({ script: analysis.script.path, result: checked.value });
  }
  const merged = mergeResults(results);
  messages.push(...merged.messages);
  if (merged.value === undefined) return { value: undefined, messages };
  const guarded = await guard(merged.value, loaded, ports);
  messages.push(...guarded.messages);
  if (guarded.value === undefined) return { value: undefined, messages };
  const { findings, claims, tables } = guarded.value.results;
  const { hidden, account } = guarded.value;
  const released: ReportResults = {
    disclosed: account === null ? null : { hidden, account },
    findings: new Map(findings.map((finding) => [finding.id, finding])),
    claims: new Map(claims.map((claim) => [claim.id, claim])),
    tables: new Map(tables.map((table) => [table.name, table])),
  };
  const filled = fillResults(released, loaded, loaded.report.file);
  return { value: filled.value, messages: [...messages, ...filled.messages] };
}

/** Everything after this sees released values alone. Most reports have nothing confidential and load no gate. */
async function guard(
  results: CheckedResult,
  { resources, lock }: LoadedReport,
  { solver }: BuildPorts,
): Promise<Outcome<GuardedResult>> {
  if (resources.every(({ confidential }) => confidential === undefined)) {
    return { value: { results, hidden: { tables: [], findings: [] }, account: null }, messages: [] };
  }
  const { guardResults } = await import('../disclosure/guard-results.ts');
  return guardResults({
    results,
    resources,
    solver,
    ...(lock === undefined ? {} : { released: releasedBefore(lock) }),
  });
}

/** One hash for a script with everything that it is made of, its local imports and R files included. */
function hashOfFiles({ files }: LoadedAnalysis): string {
  const lines = files.map(({ path, hash }) => `${path} ${hash}`).sort();
  return contentDigest(lines.join('\n'));
}
