import { parseArgs } from 'node:util';
import { suggestName } from '../messages/suggest-name.ts';
import type { ChangesOptions } from '../report-changes.ts';

/** What was asked for on the command line. */
export type Command =
  | {
      readonly name: 'build-report';
      readonly reports: readonly string[];
      readonly noSandbox: boolean;
      readonly locked: boolean;
      readonly checkLinks: boolean;
    }
  | {
      readonly name: 'import-data';
      readonly from: string;
      readonly check: boolean;
      readonly only: readonly string[];
    }
  | {
      readonly name: 'describe-data';
      readonly files: readonly string[];
      readonly sheet?: string;
      readonly headerRows?: readonly number[];
    }
  | { readonly name: 'make-synthetic'; readonly check: boolean }
  | {
      readonly name: 'trace';
      readonly report: string;
      readonly target: readonly string[];
      readonly recompute: boolean;
      readonly json: boolean;
    }
  | {
      readonly name: 'approve-report';
      readonly report: string;
      readonly by: string;
      /** ISO date; the day's where none is given. */
      readonly date: string | undefined;
      /** File of the private key that signs the edition. */
      readonly sign: string | undefined;
    }
  | { readonly name: 'verify-report'; readonly target: string; readonly key: string | undefined }
  | ({ readonly name: 'report-changes' } & ChangesOptions)
  | { readonly name: 'package-report'; readonly report: string }
  | { readonly name: 'check-links'; readonly reports: readonly string[] }
  | { readonly name: 'doctor' }
  | { readonly name: 'help'; readonly of: string | undefined };

/** A call whose words are off: exit code 2. */
export class MisuseError extends Error {
  override readonly name = 'MisuseError';
}

/**
 * Reads the words after `node src/cli.ts`.
 * @throws {MisuseError} naming the word that is off.
 */
export function parseArguments(words: readonly string[]): Command {
  const [name, ...rest] = words;
  if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
    return { name: 'help', of: rest[0] };
  }
  const allowed = OPTIONS_OF.get(name);
  if (allowed === undefined) {
    const choice = `expected one of ${[...OPTIONS_OF.keys()].join(', ')}`;
    throw new MisuseError(`"${name}" is not a command; ${suggestName(name, OPTIONS_OF.keys(), choice)}`);
  }
  const { values, positionals } = parseWords(name, rest, allowed);
  if (values.help) return { name: 'help', of: name };
  const extra = Object.keys(values).find((option) => !allowed.includes(option));
  if (extra !== undefined) throw unknownOption(name, extra, allowed);
  if (name === 'build-report') {
    const { locked = false, 'no-sandbox': noSandbox = false, 'check-links': checkLinks = false } = values;
    return { name, reports: positionals, noSandbox, locked, checkLinks };
  }
  if (name === 'check-links') return { name, reports: positionals };
  if (name === 'report-changes') return { name, ...readComparison(positionals, values) };
  if (name === 'approve-report') return { name, ...readApproval(positionals, values) };
  if (name === 'import-data') {
    return { name, from: values.from ?? '../shared/data', check: values.check ?? false, only: positionals };
  }
  if (name === 'describe-data') {
    if (positionals.length === 0) throw new MisuseError('"describe-data" takes at least one file in data/');
    return {
      name,
      files: positionals,
      ...(values.sheet === undefined ? {} : { sheet: values.sheet }),
      ...(values['header-rows'] === undefined ? {} : { headerRows: readRows(values['header-rows']) }),
    };
  }
  if (name === 'trace') {
    const [report, ...target] = positionals;
    if (report === undefined) throw new MisuseError('"trace" takes the name of a report, then of a figure');
    const { recompute = false, json = false } = values;
    if (recompute && target.length === 0) throw new MisuseError('"--recompute" takes the name of one figure');
    return { name, report, target, recompute, json };
  }
  if (name === 'verify-report') {
    return {
      name,
      target: onlyOne(positionals, 'a report, a PDF or a folder with an edition'),
      key: values.key,
    };
  }
  if (name === 'package-report') return { name, report: onlyOne(positionals, 'the name of a report') };
  if (positionals.length > 0) throw new MisuseError(`"${name}" takes no "${positionals[0]}"`);
  if (name === 'make-synthetic') return { name, check: values.check ?? false };
  return { name: 'doctor' };
}

const OPTIONS_OF: ReadonlyMap<string, readonly string[]> = new Map([
  ['build-report', ['no-sandbox', 'locked', 'check-links']],
  ['approve-report', ['by', 'date', 'sign']],
  ['describe-data', ['sheet', 'header-rows']],
  ['import-data', ['from', 'check']],
  ['make-synthetic', ['check']],
  ['trace', ['recompute', 'json']],
  ['verify-report', ['key']],
  ['package-report', []],
  ['report-changes', ['edition', 'data']],
  ['check-links', []],
  ['doctor', []],
]);

/** A revision before the ids, or a folder as an option; one of the three. */
function readComparison(
  words: readonly string[],
  { edition, data }: { readonly edition?: string | undefined; readonly data?: string | undefined },
): ChangesOptions {
  if (edition !== undefined && data !== undefined) {
    throw new MisuseError('"report-changes" takes --edition or --data, not both');
  }
  if (edition !== undefined) return { before: { kind: 'edition', folder: edition }, reports: words };
  if (data !== undefined) return { before: { kind: 'data', folder: data }, reports: words };
  const [revision, ...reports] = words;
  if (revision !== undefined) return { before: { kind: 'revision', revision }, reports };
  throw new MisuseError(
    '"report-changes" takes a revision of git, or --edition <folder>, or --data <folder>',
  );
}

function readApproval(
  [report, extra]: readonly string[],
  {
    by = '',
    date,
    sign,
  }: {
    readonly by?: string | undefined;
    readonly date?: string | undefined;
    readonly sign?: string | undefined;
  },
): Omit<Command & { readonly name: 'approve-report' }, 'name'> {
  if (report === undefined || extra !== undefined) {
    throw new MisuseError('"approve-report" takes the name of one report');
  }
  if (by.trim() === '')
    throw new MisuseError('"approve-report" takes --by "<name>": who has read the report');
  if (date !== undefined && !isDate(date)) {
    throw new MisuseError(`"--date" takes a day such as 2026-11-24, not "${date}"`);
  }
  return { report, by: by.trim(), date, sign };
}

function isDate(text: string): boolean {
  const time = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isFinite(time) && new Date(time).toISOString().startsWith(text);
}

function onlyOne([one, extra]: readonly string[], what: string): string {
  if (one === undefined || extra !== undefined) throw new MisuseError(`expected ${what}, and nothing else`);
  return one;
}

/** `4,5`: rows counted from 1, in their order. */
function readRows(text: string): readonly number[] {
  const rows = text.split(',').map((part) => Number(part.trim()));
  if (rows.every((row, i) => Number.isInteger(row) && row > (rows[i - 1] ?? 0))) return rows;
  throw new MisuseError(`"--header-rows" takes row numbers in their order, such as 4,5, not "${text}"`);
}

function parseWords(name: string, words: readonly string[], allowed: readonly string[]) {
  try {
    return parseArgs({
      args: [...words],
      allowPositionals: true,
      strict: true,
      options: {
        help: { type: 'boolean', short: 'h' },
        'header-rows': { type: 'string' },
        from: { type: 'string' },
        check: { type: 'boolean' },
        sheet: { type: 'string' },
        'no-sandbox': { type: 'boolean' },
        recompute: { type: 'boolean' },
        locked: { type: 'boolean' },
        'check-links': { type: 'boolean' },
        edition: { type: 'string' },
        data: { type: 'string' },
        by: { type: 'string' },
        date: { type: 'string' },
        json: { type: 'boolean' },
        key: { type: 'string' },
        sign: { type: 'string' },
      },
    });
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    const option = /'(?:-\w, )?--?([\w-]+)/.exec(error.message)?.[1] ?? '';
    const code = 'code' in error ? error.code : '';
    if (code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION') throw unknownOption(name, option, allowed);
    if (code !== 'ERR_PARSE_ARGS_INVALID_OPTION_VALUE') throw error;
    throw new MisuseError(
      error.message.includes('does not take')
        ? `--${option} takes no value; write it alone`
        : `--${option} has no value; expected one behind it, as --${option}=… where it begins with a hyphen`,
    );
  }
}

function unknownOption(name: string, option: string, allowed: readonly string[]): MisuseError {
  const taken = [...allowed, 'help'].map((one) => `--${one}`).join(', ');
  const nearest = suggestName(option, allowed, `it takes ${taken}`, (one) => `--${one}`);
  return new MisuseError(`"${name}" does not take --${option}; ${nearest}`);
}
