import type { BuildPorts } from './build/build-ports.ts';
import { computeFigures } from './build/compute-figures.ts';
import { type FoundReport, findReports } from './build/find-reports.ts';
import { loadDataPackage } from './build/load-data.ts';
import { contentDigest } from './data/content-hash.ts';
import { writeFindingsJson } from './findings/write-findings-json.ts';
import { writeTableCsv } from './findings/write-table-csv.ts';
import { formatMessage } from './messages/format-message.ts';
import { suggestName } from './messages/suggest-name.ts';
import type { Files } from './model/ports.ts';
import type { Resource } from './model/resource.ts';
import { compareRecomputed, describeComparison, type Figures } from './trust/compare-recomputed.ts';
import { describeTrace, listTraces, type Trace, type TracedFile } from './trust/describe-trace.ts';
import { findCell } from './trust/find-cell.ts';
import { findTarget, isUnknown, type Target, type Unknown } from './trust/find-target.ts';
import { findUses } from './trust/find-uses.ts';
import { type EditionTable, parseFindings } from './trust/parse-findings.ts';

export interface TraceOptions {
  readonly report: string;
  /** A figure, or a table with the key of a row and a column; all where there is none. */
  readonly target: readonly string[];
  readonly recompute: boolean;
  readonly json: boolean;
}

export interface TracePorts extends BuildPorts {
  print(text: string): void;
}

/**
 * `npm run trace`: says where a figure, a table or a cell comes from, as the edition in `output/` has it, and with
 * `recompute` computes it again from the files with the one analysis that gives it. Without an edition, what is
 * said is computed now.
 *
 * @returns exit code 0; 1 where something is not there, cannot be computed, or comes out otherwise
 */
export async function trace(options: TraceOptions, ports: TracePorts): Promise<0 | 1> {
  const reports = await findReports(ports.files);
  const report = reports.find(({ id }) => id === options.report);
  if (report === undefined) {
    const known = reports.map(({ id }) => id);
    const remedy = suggestName(options.report, known, `name one of ${known.join(', ')}`);
    return refuse({ reason: `there is no report "${options.report}"`, remedy }, ports);
  }
  const edition = await readEdition(options, ports.files);
  const figures = edition ?? (await compute(report, undefined, ports));
  if (figures === undefined) return 1;
  if (edition === undefined && !options.json) {
    ports.print(`output/${report.id}/ holds no edition that can be read: computed now from the files.\n`);
  }
  if (options.target.length === 0) {
    ports.print(options.json ? JSON.stringify(figures.findings, null, 2) : listTraces(figures.findings));
    return 0;
  }
  const target = findTarget(options.target, figures.findings);
  if (isUnknown(target)) return refuse(target, ports);
  const traced = await traceTarget(target, figures, report, ports.files);
  if (isUnknown(traced)) return refuse(traced, ports);
  if (!options.json) ports.print(describeTrace(traced));
  if (!options.recompute || edition === undefined) {
    if (options.json) ports.print(JSON.stringify(traced, null, 2));
    return 0;
  }
  return recompute(target, traced, figures, report, options, ports);
}

async function recompute(
  target: Target,
  traced: Trace,
  edition: Figures,
  report: FoundReport,
  options: TraceOptions,
  ports: TracePorts,
): Promise<0 | 1> {
  const { elsewhere } = traced.subject.kind === 'finding' ? traced.subject.finding : traced.subject.table;
  if (elsewhere !== undefined) {
    const reason = `it was computed in ${elsewhere.environment}, and no file here could give it again`;
    return refuse(
      { reason, remedy: 'leave out --recompute; the signature shows that it is as it was released' },
      ports,
    );
  }
  const again = await compute(report, [analysisOf(traced)], ports);
  if (again === undefined) return 1;
  const comparison = compareRecomputed(target, edition, again);
  ports.print(
    options.json
      ? JSON.stringify({ ...traced, recomputed: comparison }, null, 2)
      : `\n${describeComparison(comparison)}`,
  );
  return comparison.equal ? 0 : 1;
}

/** `scripts/care-trends.ts` → `care-trends`. */
function analysisOf({ subject }: Trace): string {
  const { path } = (subject.kind === 'finding' ? subject.finding : subject.table).script;
  return path.replace(/^scripts\//, '').replace(/\.\w+$/, '');
}

function refuse({ reason, remedy }: Unknown, ports: TracePorts): 1 {
  ports.print(`${reason}\n    to do: ${remedy}`);
  return 1;
}

async function readEdition({ report }: TraceOptions, files: Files): Promise<Figures | undefined> {
  const folder = `output/${report}`;
  const findings = parseFindings((await files.readText(`${folder}/findings.json`)) ?? '');
  if (findings === undefined) return undefined;
  const texts = new Map<string, string>();
  for (const name of Object.keys(findings.tables)) {
    const text = await files.readText(`${folder}/tables/${name}.csv`);
    if (text !== undefined) texts.set(name, text);
  }
  return { findings, csv: (name) => texts.get(name) };
}

/** The same from the files. Messages go to the screen. */
async function compute(
  report: FoundReport,
  analyses: readonly string[] | undefined,
  ports: TracePorts,
): Promise<Figures | undefined> {
  const { value: results, messages } = await computeFigures(report, ports, analyses);
  const errors = messages.filter(({ severity }) => severity === 'error');
  for (const message of errors) ports.print(formatMessage(message));
  if (results === undefined || errors.length > 0) return undefined;
  const tables = [...results.tables.values()];
  const claims = [...results.claims.values()];
  const findings = parseFindings(
    writeFindingsJson(report.id, false, [...results.findings.values()], claims, tables),
  );
  if (findings === undefined) throw new Error('what we write as findings.json we must be able to read');
  const texts = new Map(tables.map((table) => [table.name, writeTableCsv(table)]));
  return { findings, csv: (name) => texts.get(name) };
}

async function traceTarget(
  target: Target,
  { findings, csv }: Figures,
  { id: report, folder }: FoundReport,
  files: Files,
): Promise<Trace | Unknown> {
  const id = target.kind === 'finding' ? target.id : target.name;
  const subject = target.kind === 'finding' ? findingOf(id) : tableOf(target);
  if (isUnknown(subject)) return subject;
  const { sources, script } = subject.kind === 'finding' ? subject.finding : subject.table;
  return {
    report,
    id,
    subject,
    parameters: findings.scripts[script.path]?.parameters ?? {},
    files: await describeFiles(sources, files),
    uses: findUses(target.kind, id, await readSources(folder, files)),
    claims: Object.entries(findings.claims).flatMap(([claim, { statement, evidence }]) =>
      target.kind === 'finding' && evidence.includes(id) ? [{ id: claim, statement }] : [],
    ),
  };

  function findingOf(name: string): Trace['subject'] {
    const finding = findings.findings[name];
    if (finding === undefined) throw new Error(`${name} was found and is not there`);
    return { kind: 'finding', finding };
  }

  function tableOf({ name, row, column }: Target & { kind: 'table' }): Trace['subject'] | Unknown {
    const table = findings.tables[name];
    if (table === undefined) throw new Error(`${name} was found and is not there`);
    if (column === undefined) return { kind: 'table', table, cell: null };
    const text = csv(name);
    if (text === undefined) {
      return {
        reason: `output/${report}/tables/${name}.csv is missing`,
        remedy: `build the report again: npm run build-report -- ${report}`,
      };
    }
    const cell = findCell(name, table, text, row, column);
    return isUnknown(cell) ? cell : { kind: 'table', table, cell };
  }
}

async function describeFiles(sources: EditionTable['sources'], files: Files): Promise<TracedFile[]> {
  const { value: loaded } = await loadDataPackage(files);
  const resources = new Map(loaded?.dataPackage.resources.map((one) => [one.name, one]));
  return Promise.all(
    sources.map(async ({ resource, title, path, hash, licence }): Promise<TracedFile> => {
      const bytes = await files.read(path);
      const known: Resource | undefined = resources.get(resource);
      return {
        title,
        path,
        hash,
        state: bytes === undefined ? 'missing' : contentDigest(bytes) === hash ? 'unchanged' : 'changed',
        licence,
        licenceLink: known?.licenses.map((one) => one.path).join(', ') ?? '',
        sources: (known?.sources ?? []).map((source) => ({
          title: [source.publisher, source.title].filter((part) => part !== undefined).join(': '),
          link: source.path ?? '',
        })),
      };
    }),
  );
}

/** The report and its charts. */
async function readSources(folder: string, files: Files): Promise<{ file: string; text: string }[]> {
  const charts = (await files.list(`${folder}/charts`)).map((name) => `${folder}/charts/${name}`);
  const read = [`${folder}/report.md`, ...charts].map(async (file) => ({
    file,
    text: (await files.readText(file)) ?? '',
  }));
  return Promise.all(read);
}
