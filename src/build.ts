import type { BuildPorts } from './build/build-ports.ts';
import { checkLeaks } from './build/check-leaks.ts';
import { approvedTexts, checkFigures, checkParagraphs, lockNotes, wordLock } from './build/check-lock.ts';
import { checkState } from './build/check-state.ts';
import { computeReport } from './build/compute-report.ts';
import { explainError } from './build/explain-error.ts';
import { chooseReports, type FoundReport, findReports } from './build/find-reports.ts';
import { type LoadedPackage, loadDataPackage, type TableCache } from './build/load-data.ts';
import { loadLaterPhases, whileRWorks } from './build/load-later-phases.ts';
import { type LoadedReport, loadReport } from './build/load-report.ts';
import { MessageLog, PhaseError } from './build/phase-error.ts';
import { Stopwatch } from './build/stopwatch.ts';
import type { Message } from './model/message.ts';
import { checkRelease } from './trust/check-release.ts';

/** How one report's build ended. */
export interface BuiltReport {
  readonly id: string;
  /** Whether there was an edition before, whole or without its PDF. */
  readonly hadEdition: boolean;
  /** `web-only`: a new edition without a PDF; `kept`: errors, so that the last edition stays as it was. */
  readonly ending: 'built' | 'web-only' | 'kept';
  readonly messages: readonly Message[];
  /** What is worth knowing and nobody's fault. */
  readonly notes: readonly string[];
  /** Milliseconds per phase, in order. */
  readonly timings: readonly { readonly phase: string; readonly milliseconds: number }[];
  /** Paths of the edition's files from `output/<id>/`, with their sizes. */
  readonly outputs: readonly { readonly path: string; readonly bytes: number }[];
}

export interface BuildOptions {
  /** Stops a report whose figures, claims or paragraphs are not those approved. */
  readonly locked: boolean;
}

export interface BuildResult {
  readonly reports: readonly BuiltReport[];
  /** Messages that belong to no single report. */
  readonly messages: readonly Message[];
}

/**
 * Builds the reports asked for, or all. One direction, phase by phase; each phase collects all its messages,
 * and a report stops at the end of the first that has an error, keeping its last edition:
 *
 *     reports/<id>/report.md ─┐
 *     data/, scripts/ ────────┼─ 1 load ─ 2 check ─ 3 compute ─ 4 check results ─ 5 draw ─ 6 compose ─ 7 print ─ 8 write
 *     templates/ ─────────────┘   files    tables     findings     claims, tables    SVG      HTML        PDF    output/<id>/
 *
 * A fault of Plumbline's own is thrown; a researcher's mistake is a message.
 */
export async function buildReports(
  wanted: readonly string[],
  ports: BuildPorts,
  options: BuildOptions = { locked: false },
): Promise<BuildResult> {
  const log = new MessageLog();
  try {
    await ports.mendEditions();
    const dataPackage = log.take(await loadDataPackage(ports.files));
    const chosen = log.take(chooseReports(await findReports(ports.files), wanted)) ?? [];
    if (dataPackage === undefined) return { reports: [], messages: log.messages };
    const tables: TableCache = new Map();
    const reports: BuiltReport[] = [];
    for (const [index, found] of chosen.entries()) {
      const isLast = index === chosen.length - 1;
      reports.push(await buildReport(found, isLast, dataPackage, tables, ports, options));
    }
    return { reports, messages: log.messages };
  } catch (error) {
    log.add([explainError(error)]);
    return { reports: [], messages: log.messages };
  }
}

async function buildReport(
  found: FoundReport,
  isLast: boolean,
  dataPackage: LoadedPackage,
  tables: TableCache,
  ports: BuildPorts,
  { locked }: BuildOptions,
): Promise<BuiltReport> {
  const log = new MessageLog();
  const watch = new Stopwatch(found.id, ports);
  const hadEdition = (await ports.files.list(`output/${found.id}`)).length > 0;
  const kept = (): BuiltReport => ({
    id: found.id,
    ending: 'kept',
    hadEdition,
    messages: log.messages,
    notes: [],
    timings: watch.stop(),
    outputs: [],
  });
  try {
    // 1 load, 2 check: every file, then every table that the analyses declare
    watch.start('load');
    log.add(found.messages);
    if (found.report === undefined) return kept();
    log.add(checkRelease(found.report));
    const report: LoadedReport | undefined = log.take(
      await loadReport(found.report, found.folder, dataPackage, tables, ports),
    );
    if (report === undefined) return kept();
    watch.start('check');
    log.endPhase();

    // 3 compute, 4 check results; what the later phases need is loaded while R computes
    watch.start('compute');
    const createR = whileRWorks(ports.createR, () => loadAhead(report, ports).catch(() => undefined));
    const results = log.take(await computeReport(report, { ...ports, createR }));
    if (!isLast) ports.warmUpR(); // now, when this report's own R has ended: two at once take much memory
    watch.start('check results');
    log.endPhase();
    if (results === undefined) return kept();

    // 5 draw
    watch.start('draw');
    const { assembleEdition, composeReport, drawCharts, printReport } = await loadLaterPhases(ports);
    const charts = log.take(await drawCharts(report, results, ports));
    log.endPhase();
    if (charts === undefined) return kept();

    // 6 compose
    watch.start('compose');
    const figures = await checkFigures(report, results, ports);
    const page = log.take(await composeReport(report, results, charts, ports, approvedTexts(figures)));
    const lock = checkParagraphs(figures, report, page?.paragraphs ?? null);
    log.add(wordLock(lock, report, results, locked));
    log.add(checkState(report, page, log.messages, lock));
    log.endPhase();
    if (page === undefined) return kept();

    // 7 print
    watch.start('print');
    const print = await printReport(page, ports);
    log.add(print.messages);

    // 8 write
    watch.start('write');
    const edition = await assembleEdition(
      { report, results, page, print, lock, messages: log.messages },
      ports,
    );
    const leaks = await checkLeaks(edition, report, results);
    log.add(leaks);
    if (leaks.length > 0) return kept();
    await ports.writeEdition(found.id, edition);
    return {
      id: found.id,
      hadEdition,
      ending: print.finish === undefined ? 'web-only' : 'built',
      messages: log.messages,
      notes: lockNotes(lock, found.id),
      timings: watch.stop(),
      outputs: [...edition].map(([path, bytes]) => ({ path, bytes: bytes.byteLength })),
    };
  } catch (error) {
    if (!(error instanceof PhaseError)) log.add([explainError(error)]);
    return kept();
  }
}

/** What the later phases need, while R computes. */
async function loadAhead({ references, citationStyle }: LoadedReport, ports: BuildPorts): Promise<void> {
  await loadLaterPhases(ports);
  if (references.size > 0) await (await import('./build/load-citer.ts')).loadCitationTools(citationStyle);
}
