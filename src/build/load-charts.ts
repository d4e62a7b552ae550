import type { Chart } from '../chart/chart.ts';
import { parseChart } from '../chart/parse-chart.ts';
import { unknownChart } from '../messages/build-rules.ts';
import type { Message, Outcome, Place } from '../model/message.ts';
import type { Files } from '../model/ports.ts';
import type { TemplateFile } from '../model/template-file.ts';

const SHARED = 'templates/charts';

/** Charts as the report names them, and the files that they were read from. */
export interface LoadedCharts {
  /** By the target in the report: `charts/regional-trend.vl.json`. */
  readonly charts: ReadonlyMap<string, Chart>;
  readonly files: readonly TemplateFile[];
}

/**
 * Reads the charts that a report names: a file in its own folder, or of the same name among the shared
 * ones. Shared files are also the templates that a report's chart may fill in.
 */
export async function loadCharts(
  references: readonly { readonly target: string; readonly place: Place }[],
  folder: string,
  files: Files,
): Promise<Outcome<LoadedCharts>> {
  const templates = await readCharts(SHARED, files);
  const own = await readCharts(`${folder}/charts`, files);
  const byTarget = new Map([
    ...templates.map((file) => [`charts/${file.file.slice(SHARED.length + 1)}`, file] as const),
    ...own.map((file) => [file.file.slice(folder.length + 1), file] as const),
  ]);
  const messages: Message[] = [];
  const charts = new Map<string, Chart>();
  const used = new Set<TemplateFile>(templates);
  for (const { target, place } of references) {
    const file = byTarget.get(target);
    if (file === undefined) {
      messages.push(unknownChart(target, place, [...byTarget.keys()]));
      continue;
    }
    if (charts.has(target)) continue;
    used.add(file);
    const { value, messages: found } = parseChart(file.file, file.text, templates);
    messages.push(...found);
    if (value !== undefined) charts.set(target, value);
  }
  return { value: { charts, files: [...used] }, messages };
}

async function readCharts(folder: string, files: Files): Promise<TemplateFile[]> {
  const names = (await files.list(folder)).filter((name) => name.endsWith('.vl.json'));
  const read = await Promise.all(
    names.map(async (name) => ({
      file: `${folder}/${name}`,
      text: await files.readText(`${folder}/${name}`),
    })),
  );
  return read.filter((file): file is TemplateFile => file.text !== undefined);
}
