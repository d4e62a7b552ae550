import type { Chart } from '../chart/chart.ts';
import { type ChartTheme, parseChartTheme } from '../chart/parse-chart-theme.ts';
import { contentDigest } from '../data/content-hash.ts';
import { listReferences } from '../markup/list-references.ts';
import type { Reference } from '../markup/parse-references.ts';
import { unknownResource } from '../messages/build-rules.ts';
import type { HashedFile } from '../model/manifest.ts';
import type { Outcome, Place } from '../model/message.ts';
import type { QualProject } from '../model/qual.ts';
import type { Report } from '../model/report.ts';
import type { Resource } from '../model/resource.ts';
import type { Table } from '../model/table.ts';
import type { TemplateFile } from '../model/template-file.ts';
import type { PageTemplate } from '../page/page-input.ts';
import { type Lock, lockFile } from '../trust/lock.ts';
import { parseLock } from '../trust/parse-lock.ts';
import type { BuildPorts } from './build-ports.ts';
import { type LoadedAnalysis, loadAnalysis, placeOfText } from './load-analysis.ts';
import { loadCharts } from './load-charts.ts';
import type { FoundStyle } from './load-citer.ts';
import { type LoadedPackage, loadTables, type TableCache } from './load-data.ts';
import { loadImages } from './load-images.ts';
import { loadProjects } from './load-projects.ts';
import { loadReferences } from './load-references.ts';
import { loadTemplates, THEME } from './load-templates.ts';
import { hashFile } from './make-manifest.ts';
import { MessageLog } from './phase-error.ts';

/** A report with everything that its build reads. After this phase only the engines touch the world. */
export interface LoadedReport {
  readonly report: Report;
  /** `reports/<name>`: where its charts, pictures and lock are. */
  readonly folder: string;
  readonly analyses: readonly LoadedAnalysis[];
  /** The resources that the analyses declare. */
  readonly resources: readonly Resource[];
  /** All whose files were read: those, and what their references lead to. */
  readonly resourcesRead: readonly Resource[];
  readonly tables: ReadonlyMap<string, Table>;
  readonly projects: ReadonlyMap<string, QualProject>;
  /** By the target in the report: `charts/regional-trend.vl.json`. */
  readonly charts: ReadonlyMap<string, Chart>;
  readonly images: ReadonlyMap<string, string>;
  readonly references: ReadonlyMap<string, Reference>;
  readonly citationStyle: FoundStyle;
  readonly template: PageTemplate;
  readonly chartTheme: ChartTheme;
  /** What was last approved; `undefined` where nothing was. */
  readonly lock: Lock | undefined;
  /** Every file that was used, except the data, whose hashes the data package holds. */
  readonly inputs: readonly HashedFile[];
}

const CHART_THEME = 'templates/theme/chart-config.json';

/**
 * Phases 1 and 2 for one report: reads and checks all that it names, and gives every message at once. There
 * is no value where something was not there to be loaded.
 */
export async function loadReport(
  report: Report,
  folder: string,
  loadedPackage: LoadedPackage,
  tableCache: TableCache,
  ports: BuildPorts,
): Promise<Outcome<LoadedReport>> {
  const log = new MessageLog();
  const { files } = ports;
  const analyses = log.take(await loadAnalyses(report, ports)) ?? [];
  const resources = log.take(chooseResources(analyses, loadedPackage)) ?? [];
  const names = resources.map(({ name }) => name);
  const tables = log.take(await loadTables(names, loadedPackage, files, tableCache));
  const projects = log.take(await loadProjects(names, loadedPackage, files));
  const named = listReferences(report);
  const charts = log.take(await loadCharts(named.charts, folder, files));
  const pictures = log.take(await loadImages(named.images, folder, files));
  const chartTexts = [...(charts?.charts.values() ?? [])].map(({ text }) => text);
  const references = log.take(await loadReferences(report, folder, chartTexts, files));
  const lockText = await files.readText(lockFile(folder));
  const lock = lockText === undefined ? undefined : log.take(parseLock(lockFile(folder), lockText));
  const layoutPlace = report.frontMatterPlaces.get('layout')?.place ?? startOf(report);
  const template = log.take(await loadTemplates(report.frontMatter.layout, layoutPlace, files));
  const theme = await readFile(CHART_THEME, ports);
  const themeFile = await readFile(THEME, ports);
  const chartTheme = template && log.take(parseChartTheme(theme.file, theme.text, template.theme));
  if (!tables || !projects || !charts || !pictures || !references || !template || !chartTheme) {
    return { value: undefined, messages: log.messages };
  }
  const texts: TemplateFile[] = [
    { file: report.file, text: report.text },
    ...analyses.flatMap(({ files: all }) => all.map(({ path, text }) => ({ file: path, text }))),
    ...charts.files,
    ...references.files,
    ...(lockText === undefined ? [] : [{ file: lockFile(folder), text: lockText }]),
    ...[
      template.layout,
      ...template.partials.values(),
      ...template.styles,
      ...template.scripts,
      theme,
      themeFile,
    ],
  ];
  const inputs = new Map(texts.map(({ file, text }) => [file, hashFile(file, Buffer.from(text))]));
  for (const [path, bytes] of pictures.bytes) inputs.set(path, hashFile(path, bytes));
  if (template.logo !== '') {
    const path = `templates/theme/${template.theme.logo}`;
    inputs.set(path, hashFile(path, Buffer.from(template.logo.replace(/^.*;base64,/, ''), 'base64')));
  }
  const value: LoadedReport = {
    report,
    folder,
    analyses,
    resources,
    resourcesRead: loadedPackage.dataPackage.resources.filter(
      ({ name }) => names.includes(name) || tables.has(name),
    ),
    tables,
    projects,
    charts: charts.charts,
    images: pictures.addresses,
    references: references.references,
    citationStyle: references.style,
    template,
    chartTheme,
    lock,
    inputs: [...inputs.values()],
  };
  return { value, messages: log.messages };
}

async function loadAnalyses(report: Report, ports: BuildPorts): Promise<Outcome<readonly LoadedAnalysis[]>> {
  const log = new MessageLog();
  const analyses: LoadedAnalysis[] = [];
  for (const [index, id] of report.frontMatter.analyses.entries()) {
    const place = report.frontMatterPlaces.get(`analyses.${index}`)?.place ?? startOf(report);
    const analysis = log.take(await loadAnalysis(id, place, { ...ports, hash: contentDigest }));
    if (analysis !== undefined) analyses.push(analysis);
  }
  return { value: analyses, messages: log.messages };
}

function chooseResources(
  analyses: readonly LoadedAnalysis[],
  { dataPackage, faults }: LoadedPackage,
): Outcome<readonly Resource[]> {
  const known = [...dataPackage.resources.map(({ name }) => name), ...faults.keys()];
  const messages = analyses.flatMap(({ analysis, script }) =>
    analysis.resources
      .filter((name) => !known.includes(name))
      .map((name) => unknownResource(name, placeOfText(script, name), known)),
  );
  const declared = new Set(analyses.flatMap(({ analysis }) => analysis.resources));
  for (const name of declared) messages.push(...(faults.get(name) ?? []));
  return { value: dataPackage.resources.filter(({ name }) => declared.has(name)), messages };
}

/** A file of the project's own: that it is missing is a fault of the checkout, not of a report. */
async function readFile(file: string, { files }: BuildPorts): Promise<TemplateFile> {
  const text = await files.readText(file);
  if (text === undefined) throw new Error(`${file} is missing: check out the project again`);
  return { file, text };
}

function startOf(report: Report): Place {
  return { file: report.file, line: 1, column: 1 };
}
