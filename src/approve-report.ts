import type { BuildPorts } from './build/build-ports.ts';
import { foundBy } from './build/check-lock.ts';
import { type ComposedEdition, composeEdition } from './build/compose-edition.ts';
import { findReports } from './build/find-reports.ts';
import { countOf } from './messages/count-of.ts';
import { formatMessage } from './messages/format-message.ts';
import { suggestName } from './messages/suggest-name.ts';
import { type Approval, approversOf, type Lock, lockFile } from './trust/lock.ts';
import { isApproved } from './trust/lock-check.ts';
import { makeLock, writeLock } from './trust/make-lock.ts';

export interface ApproveOptions {
  readonly report: string;
  readonly approval: Approval;
  /** The text of the private key that signs the edition; not signed where there is none. */
  readonly privateKey: string | undefined;
}

export interface ApprovePorts extends BuildPorts {
  write(path: string, bytes: Uint8Array): Promise<void>;
  print(text: string): void;
}

/**
 * `npm run approve-report`: records in `findings.lock.json` that somebody has read a report and stands by it: its
 * figures, claims and paragraphs. What is approved is what can be read: the page in `output/` must be the one that
 * the files give now.
 *
 * @returns exit code 0; 1 where there is nothing that could be approved
 */
export async function approveReport(
  { report: id, approval, privateKey }: ApproveOptions,
  ports: ApprovePorts,
): Promise<0 | 1> {
  const reports = await findReports(ports.files);
  const found = reports.find((one) => one.id === id);
  if (found === undefined) {
    const known = reports.map((one) => one.id);
    ports.print(
      `there is no report "${id}"\n    to do: ${suggestName(id, known, `name one of ${known.join(', ')}`)}`,
    );
    return 1;
  }
  const { value: edition, messages } = await composeEdition(found, ports);
  for (const message of messages) ports.print(formatMessage(message));
  if (edition === undefined) {
    ports.print(`${id} cannot be approved: it cannot be built. Its lock is as it was.`);
    return 1;
  }
  const page = await ports.files.read(`output/${id}/${id}.html`);
  if (page === undefined || !Buffer.from(edition.html).equals(page)) {
    const what = page === undefined ? 'there is no edition' : 'the edition is not what the files give now';
    ports.print(
      `${id} cannot be approved: ${what}, so that nobody can have read it. Its lock is as it was.\n` +
        `    to do: npm run build-report -- ${id}, read output/${id}/, then approve it`,
    );
    return 1;
  }
  const lock = makeLock(
    await foundBy(edition.report, edition.results, ports),
    edition.paragraphs,
    approval,
    edition.report.lock,
  );
  const file = lockFile(found.folder);
  await ports.write(file, Buffer.from(writeLock(lock)));
  ports.print(account(id, lock, edition, file));
  if (privateKey === undefined) return 0;
  const { signReport } = await import('./sign-report.ts');
  return signReport({ report: id, folder: found.folder, privateKey }, ports);
}

function account(id: string, lock: Lock, { report, check }: ComposedEdition, file: string): string {
  const { findings, claims, paragraphs } = lock;
  const held = [
    countOf(Object.keys(findings).length, 'figure'),
    countOf(Object.keys(claims).length, 'claim'),
    countOf(paragraphs.length, 'paragraph'),
  ];
  const lines = [`${id}: ${held.join(', ')} approved by ${approversOf(lock).join(' and ')}`];
  if (report.lock !== undefined && !isApproved(check)) {
    const { figures, claims: changed, paragraphs: read } = check;
    const since = [
      countOf(figures.length, 'figure'),
      countOf(changed.length, 'claim'),
      countOf(read.length, 'paragraph'),
    ];
    lines.push(`  other than when last approved: ${since.join(', ')}; earlier approvals lapse`);
  }
  return [...lines, `  written to ${file}: commit it`].join('\n');
}
