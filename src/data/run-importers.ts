import { importerFailed, missingSourceFile, wrongExtracts } from '../messages/import-rules.ts';
import type { ExtractDeclaration, ImportContext, Importer, ImportLog } from '../model/importer.ts';
import type { Message } from '../model/message.ts';
import type { Sheet } from '../model/sheet.ts';
import type { Row } from '../model/table.ts';
import { readSourceFile } from './read-source-file.ts';
import { sortRows } from './sort-rows.ts';

/** One thing an importer did. Equal mappings of a file are added up. */
export type AccountEntry =
  | { readonly kind: 'read'; readonly file: string; readonly rows: number; readonly note?: string }
  | { readonly kind: 'dropped'; readonly file: string; readonly rows: number; readonly reason: string }
  | {
      readonly kind: 'mapped';
      readonly file: string;
      readonly from: string;
      readonly to: string;
      readonly reason: string;
      readonly rows: number;
    };

export interface ImportedExtract {
  readonly declaration: ExtractDeclaration;
  readonly rows: readonly Row[];
}

export interface ImporterRun {
  readonly importer: Importer;
  readonly account: readonly AccountEntry[];
  readonly extracts: readonly ImportedExtract[];
}

export interface ImportRuns {
  readonly runs: readonly ImporterRun[];
  readonly messages: readonly Message[];
}

/**
 * Runs importers in the order given (see `orderImporters`), each on the grids of the files it declares and
 * the extracts it needs. An importer that fails is left out with a message, and so is one that needs it.
 *
 * @param read gives the bytes of an official file, or `undefined` where there is none
 */
export async function runImporters(
  importers: readonly Importer[],
  read: (file: string) => Promise<Uint8Array | undefined>,
): Promise<ImportRuns> {
  const runs: ImporterRun[] = [];
  const messages: Message[] = [];
  const made = new Map<string, readonly Row[]>();
  for (const importer of importers) {
    if (importer.needs?.some((name) => !made.has(name))) continue;
    const sheets = await readSources(importer, read, messages);
    if (sheets === undefined) continue;
    const run = await runImporter(importer, sheets, made, messages);
    if (run === undefined) continue;
    runs.push(run);
    for (const { declaration, rows } of run.extracts) made.set(declaration.name, rows);
  }
  return { runs, messages };
}

async function readSources(
  importer: Importer,
  read: (file: string) => Promise<Uint8Array | undefined>,
  messages: Message[],
): Promise<ReadonlyMap<string, readonly Sheet[]> | undefined> {
  const sheets = new Map<string, readonly Sheet[]>();
  for (const file of importer.reads) {
    const bytes = await read(file);
    if (bytes === undefined) {
      messages.push(missingSourceFile(importer.id, file));
      continue;
    }
    const source = await readSourceFile(importer.id, file, bytes);
    messages.push(...source.messages.filter((message) => message.severity === 'error'));
    if (source.value !== undefined) sheets.set(file, source.value);
  }
  return sheets.size === new Set(importer.reads).size ? sheets : undefined;
}

async function runImporter(
  importer: Importer,
  sheets: ReadonlyMap<string, readonly Sheet[]>,
  made: ReadonlyMap<string, readonly Row[]>,
  messages: Message[],
): Promise<ImporterRun | undefined> {
  const account: AccountEntry[] = [];
  const context = createContext(importer, sheets, made, keepLog(account));
  try {
    const result = await importer.run(context);
    const declared = importer.produces.map(({ name }) => name);
    const given = Object.keys(result);
    if (declared.length !== given.length || declared.some((name) => result[name] === undefined)) {
      messages.push(wrongExtracts(importer.id, declared, given));
      return undefined;
    }
    const extracts = importer.produces.map((declaration) => ({
      declaration,
      rows: sortRows(result[declaration.name] ?? [], declaration.schema.primaryKey ?? []),
    }));
    return { importer, account, extracts };
  } catch (error) {
    messages.push(importerFailed(importer.id, error));
    return undefined;
  }
}

/** What an importer is handed; also for importers' tests, with sheets made by hand. */
export function createContext(
  importer: Pick<Importer, 'reads' | 'needs'>,
  sheets: ReadonlyMap<string, readonly Sheet[]>,
  extracts: ReadonlyMap<string, readonly Row[]>,
  log: ImportLog,
): ImportContext {
  const sheetsOf = (file: string): readonly Sheet[] => {
    const found = sheets.get(file);
    if (!importer.reads.includes(file) || found === undefined) {
      throw new Error(`${file} is not among the files that the importer declares in "reads"`);
    }
    return found;
  };
  return {
    sheet(file, sheetName) {
      const all = sheetsOf(file);
      const found = sheetName === undefined ? all[0] : all.find(({ name }) => name === sheetName);
      if (found === undefined || (sheetName === undefined && all.length > 1)) {
        const names = all.map(({ name }) => `"${name}"`).join(', ');
        throw new Error(`${file} has no sheet "${sheetName ?? ''}"; it has ${names}`);
      }
      return found;
    },
    sheetNames: (file) => sheetsOf(file).map(({ name }) => name ?? ''),
    extract(resource) {
      const rows = extracts.get(resource);
      if (!importer.needs?.includes(resource) || rows === undefined) {
        throw new Error(`"${resource}" is not among the extracts that the importer declares in "needs"`);
      }
      return rows;
    },
    log,
  };
}

/** A log that writes into `account`, in order, adding up entries that differ in their number of rows only. */
export function keepLog(account: AccountEntry[]): ImportLog {
  const seen = new Map<string, number>();
  const add = (entry: AccountEntry): void => {
    const key = JSON.stringify({ ...entry, rows: 0 });
    const at = seen.get(key);
    const before = at === undefined ? undefined : account[at];
    if (at === undefined || before === undefined) {
      seen.set(key, account.length);
      account.push(entry);
    } else {
      account[at] = { ...before, rows: before.rows + entry.rows };
    }
  };
  return {
    read: (file, rows, note) => add({ kind: 'read', file, rows, ...(note === undefined ? {} : { note }) }),
    dropped: (file, rows, reason) => add({ kind: 'dropped', file, rows, reason }),
    mapped: (file, from, to, reason, rows) => add({ kind: 'mapped', file, from, to, reason, rows }),
  };
}
