import type { Message, Outcome } from '../model/message.ts';
import type { Paragraph } from '../model/paragraph.ts';
import type { LockCheck } from '../trust/lock-check.ts';
import type { BuildPorts } from './build-ports.ts';
import { checkFigures, checkParagraphs } from './check-lock.ts';
import { composeReport } from './compose-report.ts';
import { computeReport, type ReportResults } from './compute-report.ts';
import { drawCharts } from './draw-charts.ts';
import type { FoundReport } from './find-reports.ts';
import { loadDataPackage } from './load-data.ts';
import { type LoadedReport, loadReport } from './load-report.ts';

/** A report as its page has it, beside what was approved. */
export interface ComposedEdition {
  readonly report: LoadedReport;
  readonly results: ReportResults;
  readonly html: string;
  readonly paragraphs: readonly Paragraph[];
  readonly check: LockCheck;
}

/** Phases 1 to 6 of a build: everything up to the page, which is neither printed nor written. */
export async function composeEdition(
  { report: parsed, folder, messages: found }: FoundReport,
  ports: BuildPorts,
): Promise<Outcome<ComposedEdition>> {
  const messages: Message[] = [...found];
  const keep = <T>(outcome: Outcome<T>): T | undefined => {
    messages.push(...outcome.messages);
    return messages.some(({ severity }) => severity === 'error') ? undefined : outcome.value;
  };
  const dataPackage = keep(await loadDataPackage(ports.files));
  if (parsed === undefined || dataPackage === undefined) return { value: undefined, messages };
  const report = keep(await loadReport(parsed, folder, dataPackage, new Map(), ports));
  const results = report && keep(await computeReport(report, ports));
  const charts = results && keep(await drawCharts(report, results, ports));
  const page = charts && keep(await composeReport(report, results, charts, ports));
  if (report === undefined || results === undefined || page === undefined) {
    return { value: undefined, messages };
  }
  const { html, paragraphs } = page;
  const check = checkParagraphs(await checkFigures(report, results, ports), report, paragraphs);
  return { value: { report, results, html, paragraphs, check }, messages };
}
