import type { Place } from './message.ts';
import type { Table } from './table.ts';

/** The files of one project. Paths are relative to its root, with forward slashes, and cannot leave it. */
export interface Files {
  /** The bytes of a file, or `undefined` where there is none. */
  read(path: string): Promise<Uint8Array | undefined>;
  /** The text of a UTF-8 file without its byte order mark, or `undefined`. Throws where it is not UTF-8. */
  readText(path: string): Promise<string | undefined>;
  /** Names in a folder in code-unit order, folders with a final `/`; empty where there is no such folder. */
  list(folder: string): Promise<readonly string[]>;
}

/** A database in memory. It reads no file, opens no network and runs on one thread where sums need it. */
export interface Sql {
  /**
   * Runs one SELECT. `key` names the columns whose values are unique to each row of the result: the rows
   * come back in their order, and a tie is an error, because a tie would come in any order.
   * Integers too large for a double are an error. Parameters bind to `$name`.
   * @throws {SqlError} with the engine's message and the query.
   */
  query(select: string, options: SqlOptions): Promise<Table>;
  /** Makes a table of the analysis's own, to be joined with the others. */
  add(table: Table): Promise<void>;
}

export interface SqlOptions {
  /** Name of the resulting table; `result` when left out. */
  readonly name?: string;
  readonly key: readonly string[];
  readonly parameters?: Readonly<Record<string, number | string | boolean | null>>;
}

export class SqlError extends Error {
  override readonly name = 'SqlError';
  readonly query: string;
  /** Where in the query, counted from 1, where the engine says. */
  readonly position: { readonly line: number; readonly column: number | undefined } | undefined;
  constructor(
    message: string,
    query: string,
    position?: { readonly line: number; readonly column: number | undefined },
  ) {
    super(message);
    this.query = query;
    this.position = position;
  }
}

/** Two rows of a result share the key that should tell its rows apart. */
export class SqlKeyError extends SqlError {
  readonly key: readonly string[];
  /** The two rows, shortened. */
  readonly rows: string;
  constructor(key: readonly string[], rows: string, query: string) {
    super(`two rows have the same key (${key.join(', ')}): ${rows}`, query);
    this.key = key;
    this.rows = rows;
  }
}

/** An R session without files or network. */
export interface R {
  /**
   * Calls a function of the declared R files. A `Table` arrives as a data frame (numbers as double,
   * symbols and empty cells as NA, with the companion columns of `companion-columns.ts`), an array as a vector,
   * a record as a named list.
   * What the function returns must be built from named lists, atomic vectors and data frames; it comes
   * back as plain objects: a vector of length 1 is a scalar, a longer one an array, a data frame an array
   * of rows, NA is `null`.
   * @throws {RError} with R's own message and the R call; warnings are collected in `warnings`.
   */
  call(fn: string, args: Readonly<Record<string, RArgument>>): Promise<RValue>;
  /** The warnings R gave so far, each with its call. */
  readonly warnings: readonly RWarning[];
}

export type RArgument =
  | Table
  | number
  | string
  | boolean
  | readonly (number | null)[]
  | readonly (string | null)[];
export type RValue = null | number | string | boolean | RValue[] | { [name: string]: RValue };

export interface RWarning {
  readonly message: string;
  /** The call of ours, as R code: `fit_model(data = <151 rows>)`. */
  readonly call: string;
  /** The call inside R that gave it, as R code, where R says. */
  readonly innerCall: string | null;
  /** Where in a declared R file, where R says. */
  readonly place: Place | undefined;
}

export class RError extends Error {
  override readonly name = 'RError';
  readonly call: string;
  readonly innerCall: string | null;
  /** Where in a declared R file, where R says. */
  readonly place: Place | undefined;
  /** True where a file cannot be read as R at all. */
  readonly isSyntax: boolean;
  constructor(message: string, call: string, innerCall: string | null, place?: Place, isSyntax = false) {
    super(message);
    this.call = call;
    this.innerCall = innerCall;
    this.place = place;
    this.isSyntax = isSyntax;
  }
}

/** Threads for arithmetic that would take long on one. Handed to methods, such as `fitLatentClasses`. */
export interface Pool {
  /**
   * Runs a task of `src/worker.ts` once for each input and gives the results in the order of the inputs, so
   * that which thread was faster never shows. Inputs and results are copied between threads.
   * @throws what the task threw for the first of the inputs for which it threw
   */
  run(task: string, inputs: readonly unknown[]): Promise<unknown[]>;
}

/** Turns a page into a PDF. */
export interface Browser {
  /** `Chromium 153.0.0.0`, and where it came from. */
  readonly version: string;
  readonly origin: 'lockfile' | 'installed';
  readonly sandboxed: boolean;
  /** Prints self-contained HTML. No script of it runs; it reaches neither network nor files. */
  print(html: string, options: PrintOptions): Promise<Uint8Array>;
  close(): Promise<void>;
}

export interface PrintOptions {
  readonly timeoutMilliseconds: number;
}

/** The only source of time: for progress and timings, never for what a report says. */
export interface Clock {
  /** Milliseconds from any fixed point. */
  now(): number;
}

/** Measures text in a bundled font. */
export interface TextMeasure {
  /** Width in px of `text` set in `font` at `size` px. */
  width(
    text: string,
    font: { family: string; size: number; weight: number; style: 'normal' | 'italic' },
  ): number;
}

/** Imports the researcher's scripts, after checking that they reach for nothing they did not declare. */
export interface Scripts {
  /** `path` is relative to the project's root: `scripts/care-trends.ts`. `undefined` where there is none. */
  load(path: string): Promise<LoadedScript | undefined>;
  /** The place in the project's own files where an error was thrown, as far as its stack tells. */
  locate(
    error: unknown,
  ): { readonly file: string; readonly line: number; readonly column: number } | undefined;
}

export interface LoadedScript {
  /** The default export; `undefined` where there are violations, because nothing was run then. */
  readonly value: unknown;
  /** The script and its local imports, the script first: path, `sha256:…` and text. */
  readonly files: readonly { readonly path: string; readonly hash: string; readonly text: string }[];
  readonly violations: readonly ScriptViolation[];
}

/** Something in a script that reaches beyond what it is handed, or that is not TypeScript at all. */
export interface ScriptViolation {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  /** What stands there: `import of node:fs`, `Date.now()`, `Expected ',', got 'x'`. */
  readonly what: string;
  /** True where the script cannot be read as TypeScript at all. */
  readonly isSyntax?: boolean;
}

/** Puts an edition in place as a whole: `output/<id>/` is the old one or the new one, never a mixture. */
export type WriteEdition = (id: string, files: ReadonlyMap<string, Uint8Array>) => Promise<void>;

/** Node is not the one that the lockfile pins, or was started by hand. */
export class RuntimeError extends Error {
  override readonly name = 'RuntimeError';
  readonly found: string;
  readonly expected: string;
  readonly remedy: string;
  constructor(found: string, expected: string, remedy: string) {
    super(`${found}; expected ${expected}. ${remedy}`);
    this.found = found;
    this.expected = expected;
    this.remedy = remedy;
  }
}

/** A script reaches, while it runs, for a property that it may not use. */
export class ReachError extends Error {
  override readonly name = 'ReachError';
  /** `.constructor` */
  readonly what: string;
  constructor(what: string) {
    super(`${what}; expected a script to use only what analysis.ts offers and what it is handed`);
    this.what = what;
  }
}

/** A path that leaves the project, or could not mean the same on every system. */
export class PathError extends Error {
  override readonly name = 'PathError';
  readonly path: string;
  readonly reason: string;
  constructor(path: string, reason: string) {
    super(`"${path}" ${reason}`);
    this.path = path;
    this.reason = reason;
  }
}

/** A text file with bytes that are not UTF-8. */
export class EncodingError extends Error {
  override readonly name = 'EncodingError';
  readonly place: Place;
  constructor(place: Place) {
    super(`${place.file}:${place.line}:${place.column} holds bytes that are not UTF-8`);
    this.place = place;
  }
}

/** No browser can be found: the edition will lack its PDF. `remedy` is one command. */
export class BrowserMissingError extends Error {
  override readonly name = 'BrowserMissingError';
  readonly remedy: string;
  constructor(message: string, remedy: string) {
    super(message);
    this.remedy = remedy;
  }
}

/** A browser is there but will not start or work. */
export class BrowserError extends Error {
  override readonly name = 'BrowserError';
  readonly remedy: string;
  constructor(message: string, remedy: string) {
    super(message);
    this.remedy = remedy;
  }
}

export class PrintTimeoutError extends Error {
  override readonly name = 'PrintTimeoutError';
  readonly timeoutMilliseconds: number;
  /** What took too long, in words: `laying out the page`. */
  readonly step: string;
  constructor(step: string, timeoutMilliseconds: number) {
    super(`${step} took longer than ${timeoutMilliseconds} ms`);
    this.step = step;
    this.timeoutMilliseconds = timeoutMilliseconds;
  }
}

/** The old edition cannot be moved out of the way: on Windows, a program shows one of its files. */
export class EditionBusyError extends Error {
  override readonly name = 'EditionBusyError';
  readonly report: string;
  constructor(report: string) {
    super(`the edition of "${report}" cannot be replaced`);
    this.report = report;
  }
}

/** A linear programme over columns with bounds: each row's sum of columns equals its value. */
export interface LinearProgram {
  readonly lower: readonly number[];
  readonly upper: readonly number[];
  /** Columns that must be whole numbers; none when left out. */
  readonly whole?: readonly boolean[];
  readonly rows: readonly {
    readonly columns: readonly number[];
    readonly factors: readonly number[];
    readonly equals: number;
  }[];
}

/** Solves programmes that differ in objective and bounds alone, each from where the last one ended. */
export interface LinearSolver {
  /**
   * A programme to be solved again and again; whoever opens it closes it. The same calls in the same order give the
   * same answers on every machine.
   */
  open(program: LinearProgram): OpenProgram;
}

export interface OpenProgram {
  setBounds(column: number, lower: number, upper: number): void;
  /** The columns at the least sum of `costs`, or `undefined` where nothing is feasible or the search was given up. */
  minimise(costs: ReadonlyMap<number, number>): readonly number[] | undefined;
  close(): void;
}
