import type { BuildPorts } from './build/build-ports.ts';
import { foundBy } from './build/check-lock.ts';
import { composeEdition } from './build/compose-edition.ts';
import { computeFigures } from './build/compute-figures.ts';
import { chooseReports, type FoundReport, findReports } from './build/find-reports.ts';
import { loadDataPackage } from './build/load-data.ts';
import { countOf } from './messages/count-of.ts';
import { formatMessage } from './messages/format-message.ts';
import type { Message } from './model/message.ts';
import type { Files } from './model/ports.ts';
import { type Revision, RevisionError } from './model/revision.ts';
import { compareEditions, type EditionChanges } from './trust/compare-editions.ts';
import { isTold } from './trust/correction-notice.ts';
import { type Edition, readSnapshot } from './trust/edition.ts';
import { takeSnapshot } from './trust/make-lock.ts';
import { renderChangesHtml } from './trust/render-changes-html.ts';
import { renderChangesMarkdown } from './trust/render-changes-markdown.ts';

/** What a report is compared with: a revision in git, an edition in a folder, or what other data would give. */
export type ComparedWith =
  | { readonly kind: 'revision'; readonly revision: string }
  | { readonly kind: 'edition'; readonly folder: string }
  | { readonly kind: 'data'; readonly folder: string };

export interface ChangesOptions {
  readonly before: ComparedWith;
  /** Ids; all of the project where none are given. */
  readonly reports: readonly string[];
}

export interface ChangesPorts extends BuildPorts {
  checkOut(revision: string): Promise<Revision>;
  /** A folder anywhere, as the command's words name it. */
  folder(path: string): Files;
  write(path: string, bytes: Uint8Array): Promise<void>;
  print(text: string): void;
}

/** Where change reports are written. */
const FOLDER = 'output/changes';

/**
 * `npm run report-changes`: compares reports as the files give them now with what they were, and writes what changed,
 * with a draft of a correction notice, as a web page and as Markdown.
 *
 * @returns exit code 0; 1 where one of the two sides could not be had
 */
export async function reportChanges(
  { before, reports }: ChangesOptions,
  ports: ChangesPorts,
): Promise<0 | 1> {
  const { value: chosen = [], messages } = chooseReports(await findReports(ports.files), reports);
  for (const message of messages) ports.print(formatMessage(message));
  if (messages.length > 0) return 1;
  const ids = chosen.map(({ id }) => id);
  let revision: Revision | undefined;
  try {
    revision = before.kind === 'revision' ? await ports.checkOut(before.revision) : undefined;
    const said = await revision?.build(await idsIn(revision.files, ids));
    let code: 0 | 1 = 0;
    for (const found of chosen) {
      const old = await editionBefore(before, revision, found, ports);
      if (old === undefined) {
        ports.print(`${found.id}: ${describeMissing(before, said)}`);
        code = 1;
        continue;
      }
      const now = await editionOf(found, 'the files as they are', ports);
      for (const message of now.messages) ports.print(formatMessage(message));
      if (now.edition === undefined) code = 1;
      else
        await writeChanges(
          compareEditions(old.edition, now.edition),
          [...old.messages, ...now.messages],
          ports,
        );
    }
    return code;
  } catch (error) {
    if (!(error instanceof RevisionError)) throw error;
    ports.print(`${error.message}\n    to do: ${error.remedy}`);
    return 1;
  } finally {
    await revision?.remove();
  }
}

/** Reports that the other revision has too; asked for one that it lacks, it would build none. */
async function idsIn(files: Files, ids: readonly string[]): Promise<readonly string[]> {
  const known = (await findReports(files)).map(({ id }) => id);
  return ids.filter((id) => known.includes(id));
}

interface Had {
  readonly edition: Edition;
  readonly messages: readonly Message[];
}

async function editionBefore(
  before: ComparedWith,
  revision: Revision | undefined,
  found: FoundReport,
  ports: ChangesPorts,
): Promise<Had | undefined> {
  if (before.kind === 'data') {
    const other = { ...ports, files: withData(ports.files, ports.folder(before.folder)) };
    const reports = await findReports(other.files);
    const report = reports.find(({ id }) => id === found.id) ?? found;
    const { edition, messages } = await editionOf(report, `the data in ${before.folder}`, other);
    return edition && { edition, messages };
  }
  const files = revision?.files ?? ports.folder(before.kind === 'edition' ? before.folder : '.');
  const folders = before.kind === 'revision' ? [`output/${found.id}/`] : [`${found.id}/`, ''];
  for (const folder of folders) {
    const [findings, manifest, html] = await Promise.all(
      ['findings.json', 'manifest.json', `${found.id}.html`].map((file) => files.readText(folder + file)),
    );
    const snapshot = readSnapshot(findings ?? '', manifest ?? '');
    if (snapshot === undefined || snapshot.report !== found.id) continue;
    const label = revision?.label ?? `the edition in ${before.kind === 'edition' ? before.folder : folder}`;
    return { edition: { label, snapshot, html: html ?? null, paragraphs: null }, messages: [] };
  }
  return undefined;
}

/** The project with another folder in the place of `data/`. */
function withData(files: Files, data: Files): Files {
  const inData = (path: string) => path === 'data' || path.startsWith('data/');
  const rest = (path: string) => path.slice('data/'.length) || '.';
  return {
    read: (path) => (inData(path) ? data.read(rest(path)) : files.read(path)),
    readText: (path) => (inData(path) ? data.readText(rest(path)) : files.readText(path)),
    list: (folder) => (inData(folder) ? data.list(rest(folder)) : files.list(folder)),
  };
}

/** What the files give now. Where the page cannot be composed, because a claim fails, the figures are had all the same. */
async function editionOf(
  found: FoundReport,
  label: string,
  ports: BuildPorts,
): Promise<{ readonly edition: Edition | undefined; readonly messages: readonly Message[] }> {
  const { value, messages } = await composeEdition(found, ports);
  const errors = messages.filter(({ severity }) => severity === 'error');
  if (value !== undefined) {
    const snapshot = takeSnapshot(await foundBy(value.report, value.results, ports));
    const { lock, paragraphs: changed } = value.check;
    const paragraphs = lock === undefined ? null : changed;
    return { edition: { label, snapshot, html: value.html, paragraphs }, messages: errors };
  }
  const { value: results } = await computeFigures(found, ports, undefined);
  const { value: loaded } = await loadDataPackage(ports.files);
  if (results === undefined || found.report === undefined || loaded === undefined) {
    return { edition: undefined, messages: errors };
  }
  const { resources } = loaded.dataPackage;
  const snapshot = takeSnapshot(await foundBy({ report: found.report, resources }, results, ports));
  return { edition: { label, snapshot, html: null, paragraphs: null }, messages: errors };
}

async function writeChanges(
  changes: EditionChanges,
  messages: readonly Message[],
  ports: ChangesPorts,
): Promise<void> {
  const problems = messages.map(formatMessage);
  const css = (await ports.files.readText('templates/changes/changes.css')) ?? '';
  const path = `${FOLDER}/${changes.report}`;
  await ports.write(`${path}.html`, Buffer.from(renderChangesHtml(changes, problems, css)));
  await ports.write(`${path}.md`, Buffer.from(renderChangesMarkdown(changes, problems)));
  const { figures, claims, wording, charts } = changes;
  const parts = [
    countOf(figures.filter(isTold).length, 'figure'),
    countOf(claims.length, 'claim'),
    wording === null ? 'wording not compared' : countOf(wording.length, 'passage'),
    countOf(charts.length, 'chart'),
  ];
  ports.print(
    `${changes.report}, since ${changes.before}: ${parts.join(', ')}\n  ${path}.html\n  ${path}.md`,
  );
}

function describeMissing(before: ComparedWith, said: string | undefined): string {
  if (before.kind === 'revision') {
    return `"${before.revision}" gives no edition of it; its build said:\n${said ?? ''}`;
  }
  return before.kind === 'edition'
    ? `there is no edition of it in ${before.folder}; expected its findings.json and manifest.json there`
    : `the data in ${before.folder} give no figures; see the messages above`;
}
