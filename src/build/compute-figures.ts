import type { Message, Outcome } from '../model/message.ts';
import type { BuildPorts } from './build-ports.ts';
import { computeReport, type ReportResults } from './compute-report.ts';
import type { FoundReport } from './find-reports.ts';
import { loadDataPackage } from './load-data.ts';
import { loadReport } from './load-report.ts';

/**
 * Computes a report's figures from its files, in engines that nothing else has used, and draws nothing.
 *
 * @param analyses ids of the only analyses to run; all of the report's where none are given
 */
export async function computeFigures(
  { report, folder, messages: found }: FoundReport,
  ports: BuildPorts,
  analyses: readonly string[] | undefined,
): Promise<Outcome<ReportResults>> {
  const messages: Message[] = [...found];
  const dataPackage = await loadDataPackage(ports.files);
  messages.push(...dataPackage.messages);
  if (report === undefined || dataPackage.value === undefined) return { value: undefined, messages };
  const wanted = analyses ?? report.frontMatter.analyses;
  const part = { ...report, frontMatter: { ...report.frontMatter, analyses: wanted } };
  const loaded = await loadReport(part, folder, dataPackage.value, new Map(), ports);
  messages.push(...loaded.messages);
  if (loaded.value === undefined || messages.some(({ severity }) => severity === 'error')) {
    return { value: undefined, messages };
  }
  const results = await computeReport(loaded.value, ports);
  return { value: results.value, messages: [...messages, ...results.messages] };
}
