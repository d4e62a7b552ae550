import { findReports } from './build/find-reports.ts';
import { loadDataPackage, loadTables } from './build/load-data.ts';
import { countOf } from './messages/count-of.ts';
import { formatMessage } from './messages/format-message.ts';
import type { DoctorFact } from './model/doctor-fact.ts';
import type { Message } from './model/message.ts';
import type { Files } from './model/ports.ts';

export interface DoctorPorts {
  readonly files: Files;
  /** What the system is made of, each part tried. */
  facts(): Promise<readonly DoctorFact[]>;
  print(line: string): void;
}

/**
 * `npm run doctor`: what a build stands on, and whether it would stand: versions, browser, fonts, the data
 * package with every table checked, the reports.
 *
 * @returns exit code 0 where all is well, 1 where something is to be done
 */
export async function doctor(ports: DoctorPorts): Promise<0 | 1> {
  const messages: Message[] = [];
  const facts = [...(await ports.facts()), await describeData(ports.files, messages)];
  facts.push(await describeReports(ports.files, messages));
  const width = Math.max(...facts.map(({ name }) => name.length));
  for (const { name, value, isGood, remedy } of facts) {
    ports.print(`${isGood ? 'ok  ' : 'MEND'}  ${name.padEnd(width)}  ${value}`);
    if (remedy !== undefined) ports.print(`      ${' '.repeat(width)}  to do: ${remedy}`);
  }
  for (const message of messages) ports.print(formatMessage(message));
  return facts.every(({ isGood }) => isGood) ? 0 : 1;
}

async function describeData(files: Files, messages: Message[]): Promise<DoctorFact> {
  const loaded = await loadDataPackage(files);
  messages.push(...loaded.messages);
  if (loaded.value === undefined)
    return { name: 'Data', value: 'no data package that can be read', isGood: false };
  const { dataPackage, faults } = loaded.value;
  const { resources } = dataPackage;
  messages.push(...[...faults.values()].flat());
  const names = resources.map(({ name }) => name);
  const tables = await loadTables(names, loaded.value, files, new Map());
  messages.push(...tables.messages);
  const rows = [...(tables.value?.values() ?? [])].reduce((sum, table) => sum + table.rows.length, 0);
  const synthetic = resources.filter((resource) => resource.synthetic).length;
  const value = `${countOf(resources.length, 'resource')} with ${countOf(rows, 'row')}, ${synthetic} of them synthetic`;
  const isGood = faults.size === 0 && !tables.messages.some(({ severity }) => severity === 'error');
  return { name: 'Data', value, isGood };
}

async function describeReports(files: Files, messages: Message[]): Promise<DoctorFact> {
  const reports = await findReports(files);
  messages.push(...reports.flatMap((report) => report.messages));
  const isGood = !reports.some((report) => report.messages.some(({ severity }) => severity === 'error'));
  return { name: 'Reports', value: reports.map(({ id }) => id).join(', ') || 'none', isGood };
}
