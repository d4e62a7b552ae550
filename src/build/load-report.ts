import type { Chart } from '../chart/chart.ts';
import { listReferences } from '../markup/list-references.ts';
import { parseReferences, type Reference } from '../markup/parse-references.ts';
import { unknownResource } from '../messages/build-rules.ts';
import type { HashedFile } from '../model/manifest.ts';
import type { Message, Outcome } from '../model/message.ts';
import type { Report } from '../model/report.ts';
import type { DataPackage, Resource } from '../model/resource.ts';
import type { Table } from '../model/table.ts';
import type { PageTemplate } from '../page/page-input.ts';
import type { BuildPorts } from './build-ports.ts';
import { type LoadedAnalysis, loadAnalysis, placeOfText } from './load-analysis.ts';
import { loadCharts } from './load-charts.ts';
import { loadTables, type TableCache } from './load-data.ts';
import { loadImages } from './load-images.ts';
import { loadTemplates } from './load-templates.ts';
import { hashFile, sha256 } from './make-manifest.ts';

/** A report with everything that its build reads. After this phase only the engines touch the world. */
export interface LoadedReport {
  readonly report: Report;
  readonly analyses: readonly LoadedAnalysis[];
  /** The resources that the analyses declare. */
  readonly resources: readonly Resource[];
  readonly tables: ReadonlyMap<string, Table>;
  readonly charts: ReadonlyMap<string, Chart>;
  readonly images: ReadonlyMap<string, string>;
  readonly references: ReadonlyMap<string, Reference>;
  readonly template: PageTemplate;
  readonly chartConfig: Readonly<Record<string, unknown>>;
  /** Every file read, except the data, whose hashes the data package holds. */
  readonly inputs: readonly HashedFile[];
}

const CHART_CONFIG = 'templates/theme/chart-config.json';

/** Phases 1 and 2 for one report: reads and checks all that it names. Gives every message at once. */
export async function loadReport(
  report: Report,
  folder: string,
  dataPackage: DataPackage,
  tables: TableCache,
  ports: BuildPorts,
): Promise<Outcome<LoadedReport>> {
  const messages: Message[] = [];
  const keep = <T>(outcome: Outcome<T>): T | undefined => {
    messages.push(...outcome.messages);
    return outcome.value;
  };
  const analyses = keep(await loadAnalyses(report, ports)) ?? [];
  if (analyses.some((loaded) => loaded.rFiles.length > 0)) ports.warmR();
  const named = keep(chooseResources(analyses, dataPackage)) ?? [];
  const loadedTables = keep(
    await loadTables(
      named.map(({ name }) => name),
      dataPackage,
      ports.files,
      tables,
    ),
  );
  const mentioned = listReferences(report);
  const charts = keep(await loadCharts(mentioned.charts, folder, ports.files));
  const images = await loadImages(mentioned.images, folder, ports.files);
  keep(images);
  const referencesFile = `${folder}/references.json`;
  const referencesText = await ports.files.readText(referencesFile);
  const references =
    referencesText === undefined ? new Map() : keep(parseReferences(referencesFile, referencesText));
  const layoutPlace = report.frontMatterPlaces.get('layout')?.place ?? {
    file: report.file,
    line: 1,
    column: 1,
  };
  const template = keep(await loadTemplates(report.frontMatter.layout, layoutPlace, ports.files));
  const config = await readConfig(ports);
  if (template === undefined || charts === undefined || loadedTables === undefined) {
    return { value: undefined, messages };
  }
  const texts = [
    { file: report.file, text: report.text },
    ...analyses.flatMap(({ files }) => files.map(({ path, text }) => ({ file: path, text }))),
    ...charts.files,
    template.layout,
    ...template.partials.values(),
    ...template.styles,
    { file: CHART_CONFIG, text: config.text },
    ...(referencesText === undefined ? [] : [{ file: referencesFile, text: referencesText }]),
  ];
  const hashed = new Map(texts.map(({ file, text }) => [file, hashFile(file, Buffer.from(text))]));
  for (const [path, bytes] of images.bytes) hashed.set(path, hashFile(path, bytes));
  return {
    value: {
      report,
      analyses,
      resources: named,
      tables: loadedTables,
      charts: charts.charts,
      images: images.value ?? new Map(),
      references: references ?? new Map(),
      template,
      chartConfig: config.value,
      inputs: [...hashed.values()],
    },
    messages,
  };
}

async function loadAnalyses(report: Report, ports: BuildPorts): Promise<Outcome<readonly LoadedAnalysis[]>> {
  const messages: Message[] = [];
  const analyses: LoadedAnalysis[] = [];
  for (const [index, id] of report.frontMatter.analyses.entries()) {
    const place = report.frontMatterPlaces.get(`analyses.${index}`)?.place ?? { file: report.file };
    const { value, messages: found } = await loadAnalysis(id, place, { ...ports, hash: sha256 });
    messages.push(...found);
    if (value !== undefined) analyses.push(value);
  }
  return { value: analyses, messages };
}

function chooseResources(
  analyses: readonly LoadedAnalysis[],
  dataPackage: DataPackage,
): Outcome<readonly Resource[]> {
  const known = dataPackage.resources.map(({ name }) => name);
  const messages = analyses.flatMap(({ analysis, script }) =>
    analysis.resources
      .filter((name) => !known.includes(name))
      .map((name) => unknownResource(name, placeOfText(script, name), known)),
  );
  const declared = new Set(analyses.flatMap(({ analysis }) => analysis.resources));
  return { value: dataPackage.resources.filter(({ name }) => declared.has(name)), messages };
}

/** The charts' theme is ours: that it is missing or broken is a fault of the project, not of a report. */
async function readConfig(ports: BuildPorts) {
  const text = await ports.files.readText(CHART_CONFIG);
  if (text === undefined) throw new Error(`${CHART_CONFIG} is missing: check out the project again`);
  return { text, value: JSON.parse(text) as Readonly<Record<string, unknown>> };
}
