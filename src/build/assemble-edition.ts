import { writeFindingsJson } from '../findings/write-findings-json.ts';
import { writeTableCsv } from '../findings/write-table-csv.ts';
import { writeSpreadsheets } from '../formats/write-spreadsheets.ts';
import { countOf } from '../messages/count-of.ts';
import type { Manifest } from '../model/manifest.ts';
import type { Message } from '../model/message.ts';
import { fillSeal } from '../page/seal-pdf.ts';
import { describeLock } from '../trust/describe-lock.ts';
import { approversOf, lockFile } from '../trust/lock.ts';
import { isApproved, type LockCheck } from '../trust/lock-check.ts';
import type { BuildPorts } from './build-ports.ts';
import type { ComposedPage } from './compose-report.ts';
import type { ReportResults } from './compute-report.ts';
import { listAttachments } from './list-attachments.ts';
import type { LoadedReport } from './load-report.ts';
import { loadSignature } from './load-signature.ts';
import { describeResource, hashFile, writeManifest } from './make-manifest.ts';
import type { Print } from './print-report.ts';

/** What an edition is put together from. */
export interface EditionParts {
  readonly report: LoadedReport;
  readonly results: ReportResults;
  readonly page: ComposedPage;
  readonly print: Print;
  readonly lock: LockCheck;
  /** Warnings of the build: the manifest counts them. */
  readonly messages: readonly Message[];
}

/** The files of `output/<id>/`, by path; the manifest, which lists the others, is the last. */
export async function assembleEdition(
  parts: EditionParts,
  ports: Pick<BuildPorts, 'files' | 'tools' | 'sourceDate'>,
): Promise<ReadonlyMap<string, Uint8Array>> {
  const { report, results, page, print } = parts;
  const { id } = report.report;
  const files = new Map<string, Uint8Array>();
  files.set(`${id}.html`, Buffer.from(page.html));
  const findings = [...results.findings.values()];
  const synthetic = page.input.synthetic !== 'none';
  const tables = [...results.tables.values()];
  const json = writeFindingsJson(id, synthetic, findings, [...results.claims.values()], tables);
  files.set('findings.json', Buffer.from(json));
  for (const table of results.tables.values()) {
    files.set(`tables/${table.name}.csv`, Buffer.from(writeTableCsv(table)));
  }
  const date = ports.sourceDate ?? report.report.frontMatter.date;
  for (const [path, bytes] of writeSpreadsheets(page.input, date)) files.set(path, bytes);
  const tools = await ports.tools();
  const describe = () => describeEdition(parts, files, tools, ports.sourceDate);
  // The PDF carries what is known of all other files; only the manifest beside it can name the PDF's own hash.
  const carried = listAttachments(files, tables, Buffer.from(writeManifest(describe())));
  const pdf = await print.finish?.(carried);
  const signature = pdf && (await loadSignature(report.folder, pdf, ports.files));
  if (pdf !== undefined) files.set(`${id}.pdf`, signature === undefined ? pdf : fillSeal(pdf, signature));
  const manifest = signature === undefined ? describe() : { ...describe(), signature };
  files.set('manifest.json', Buffer.from(writeManifest(manifest)));
  return files;
}

function describeEdition(
  { report, results, page, print, lock, messages }: EditionParts,
  files: ReadonlyMap<string, Uint8Array>,
  tools: Manifest['tools'],
  sourceDate: string | undefined,
): Manifest {
  const { id, frontMatter } = report.report;
  const browser =
    print.browser === undefined
      ? []
      : [{ name: 'browser', version: `${print.browser.version} (${print.browser.origin})` }];
  const warnings = messages.filter(({ severity }) => severity === 'warning');
  return {
    report: id,
    synthetic: page.input.synthetic !== 'none',
    state: frontMatter.state,
    edition: frontMatter.edition,
    release: frontMatter.release,
    supersededBy: frontMatter.supersededBy,
    qualityLog: frontMatter.qualityLog,
    date: sourceDate ?? frontMatter.date,
    tools: [...tools, ...browser],
    inputs: report.inputs,
    resources: report.resourcesRead.map(describeResource),
    outputs: [...files].map(([path, bytes]) => hashFile(path, bytes)),
    missing: print.missing === undefined ? [] : [{ path: `${id}.pdf`, ...print.missing }],
    exemptions: page.exemptions,
    lock: describeLock(lock, lockFile(report.folder)),
    checks: [
      passed(
        'data',
        `${countOf(report.tables.size, 'table agrees', 'tables agree')} with schema, hash and references`,
      ),
      passed(
        'results',
        `${countOf(results.findings.size, 'finding')} and ${countOf(results.claims.size, 'claim')}: all sound`,
      ),
      passed(
        'numbers',
        `no typed number but of known harmless forms and ${countOf(page.exemptions.length, 'exemption')}`,
      ),
      checkOfLock(lock),
      ...(print.accessible ? [passed('pdf', 'its tags pass every check; it says PDF/UA-1')] : []),
      ...(results.disclosed === null ? [] : [passed('disclosure', results.disclosed.account)]),
      passed('references', 'every finding, claim, table, chart and image that the report names exists'),
      passed('fonts', 'every character of the page has a glyph in a bundled font'),
      { name: 'warnings', result: warnings.length === 0 ? 'passed' : 'warned', detail: listRules(warnings) },
    ],
  };
}

function checkOfLock(check: LockCheck): Manifest['checks'][number] {
  const names = check.lock === undefined ? [] : approversOf(check.lock);
  const isPassed = isApproved(check) && names.length > 0;
  const detail = isPassed
    ? `figures, claims and paragraphs are as approved by ${names.join(' and ')}`
    : names.length === 0
      ? 'not approved yet'
      : 'differs from what was approved: see lock';
  return { name: 'lock', result: isPassed ? 'passed' : 'warned', detail };
}

function passed(name: string, detail: string): Manifest['checks'][number] {
  return { name, result: 'passed', detail };
}

function listRules(warnings: readonly Message[]): string {
  const rules = [...new Set(warnings.map(({ rule }) => rule))].sort();
  return rules.length === 0 ? 'no warning' : `${warnings.length} of ${rules.join(', ')}`;
}
