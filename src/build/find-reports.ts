import { parseReport } from '../markup/parse-report.ts';
import { duplicateReport, noReport } from '../messages/build-rules.ts';
import type { Message, Outcome, Place } from '../model/message.ts';
import type { Files } from '../model/ports.ts';
import type { Report } from '../model/report.ts';
import { explainError } from './explain-error.ts';

/** A report's source as found, with what its own file has to say; `report` is missing where it cannot be read. */
export interface FoundReport {
  readonly id: string;
  readonly folder: string;
  readonly report: Report | undefined;
  readonly messages: readonly Message[];
}

/**
 * Reads every `reports/<folder>/report.md`. The folder names the report unless its front matter gives
 * another `id`; two with one id are an error of both, because they would overwrite each other's output.
 */
export async function findReports(files: Files): Promise<readonly FoundReport[]> {
  const found: FoundReport[] = [];
  for (const entry of await files.list('reports')) {
    if (!entry.endsWith('/')) continue;
    const name = entry.slice(0, -1);
    const folder = `reports/${name}`;
    const file = `${folder}/report.md`;
    const read = await readReport(name, file, files);
    if (read === undefined) continue;
    const { value: report, messages } = read;
    found.push({ id: report?.id ?? name, folder, report, messages });
  }
  return found.map((report) => withClash(report, found));
}

/** A file that cannot be read as text is a fault of this report alone. */
async function readReport(name: string, file: string, files: Files): Promise<Outcome<Report> | undefined> {
  try {
    const text = await files.readText(file);
    return text === undefined ? undefined : parseReport(name, file, text);
  } catch (error) {
    return { value: undefined, messages: [explainError(error)] };
  }
}

function withClash(report: FoundReport, all: readonly FoundReport[]): FoundReport {
  const other = all.find((one) => one !== report && one.id === report.id);
  if (other === undefined) return report;
  const clash = duplicateReport(report.id, placeOfId(report), placeOfId(other));
  return { ...report, messages: [...report.messages, clash] };
}

function placeOfId({ report, folder }: FoundReport): Place {
  return report?.frontMatterPlaces.get('id')?.place ?? { file: `${folder}/report.md`, line: 1, column: 1 };
}

/** The reports to build: those asked for by id, or all. */
export function chooseReports(
  found: readonly FoundReport[],
  wanted: readonly string[],
): Outcome<readonly FoundReport[]> {
  if (wanted.length === 0) return { value: found, messages: [] };
  const known = found.map(({ id }) => id);
  const messages = wanted.filter((id) => !known.includes(id)).map((id) => noReport(id, known));
  return { value: found.filter(({ id }) => wanted.includes(id)), messages };
}
