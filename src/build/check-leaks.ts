import type { Message } from '../model/message.ts';
import type { ReportResults } from './compute-report.ts';
import type { LoadedReport } from './load-report.ts';

/**
 * The last look before an edition is put in place: whether any of its files holds what the disclosure gate hid, or a
 * record of a confidential resource. Editions without such resources are not looked through.
 */
export async function checkLeaks(
  edition: ReadonlyMap<string, Uint8Array>,
  { resources, tables }: Pick<LoadedReport, 'resources' | 'tables'>,
  { disclosed }: Pick<ReportResults, 'disclosed'>,
): Promise<readonly Message[]> {
  if (disclosed === null) return [];
  const [{ readEdition }, { scanEdition }] = await Promise.all([
    import('./read-edition.ts'),
    import('../disclosure/scan-edition.ts'),
  ]);
  const records = resources.flatMap(({ name, confidential }) =>
    confidential !== undefined && 'threshold' in confidential ? (tables.get(name) ?? []) : [],
  );
  return scanEdition({ files: await readEdition(edition), hidden: disclosed.hidden, records });
}
