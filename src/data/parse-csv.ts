import { textAfterQuote, unclosedQuote } from '../messages/data-file-rules.ts';
import type { Message, Outcome } from '../model/message.ts';
import type { Sheet } from '../model/sheet.ts';

const QUOTE = 34;
const LINE_FEED = 10;
const CARRIAGE_RETURN = 13;

/** A quote out of place puts everything after it in doubt, so more than a few messages help no one. */
const MOST_MESSAGES = 5;

/**
 * The grid of a CSV text (RFC 4180; line ends LF, CRLF or CR). Rows keep their own length and a blank line
 * is a row of one empty cell, because only the reader who knows header and dialect can judge them.
 * A quote inside an unquoted cell is an ordinary character.
 *
 * Our own, since no parser at hand gives the place of every cell. Lines without quotes are split by the
 * engine, and columns counted only when someone asks for them, which halves the time of a cold start.
 */
export function parseCsv(
  file: string,
  text: string,
  options: { readonly delimiter?: string } = {},
): Outcome<Sheet> {
  const scanner = new Scanner(file, text, options.delimiter ?? ',');
  while (!scanner.atEnd) scanner.readRecord();
  const { rows, lines, messages } = scanner;
  let columns: readonly (readonly number[])[] | undefined;
  const sheet: Sheet = {
    file,
    name: null,
    rows,
    lines,
    get columns() {
      columns ??= rows.map((row, i) => scanner.quotedColumns.get(i) ?? columnsOf(row));
      return columns;
    },
  };
  return { value: sheet, messages };
}

/** Columns of the cells of a line without quotes. */
function columnsOf(row: readonly string[]): readonly number[] {
  let next = 1;
  return row.map((cell) => {
    const column = next;
    next += cell.length + 1;
    return column;
  });
}

class Scanner {
  readonly rows: string[][] = [];
  readonly lines: number[] = [];
  /** Columns of the cells of each record that holds a quote, by its index. */
  readonly quotedColumns = new Map<number, readonly number[]>();
  readonly messages: Message[] = [];
  readonly #file: string;
  readonly #text: string;
  readonly #separator: string;
  readonly #delimiter: number;
  readonly #hasLoneReturn: boolean;
  #nextQuote: number;
  #at = 0;
  #line = 1;
  #lineStart = 0;

  constructor(file: string, text: string, separator: string) {
    this.#file = file;
    this.#text = text;
    this.#separator = separator;
    this.#delimiter = separator.charCodeAt(0);
    this.#hasLoneReturn = /\r(?!\n)/.test(text);
    this.#nextQuote = this.#findQuote(0);
    if (text.charCodeAt(0) === 0xfeff) this.#at = this.#lineStart = 1;
  }

  get atEnd(): boolean {
    return this.#at >= this.#text.length;
  }

  readRecord(): void {
    const lineFeed = this.#text.indexOf('\n', this.#at);
    const end = lineFeed < 0 ? this.#text.length : lineFeed;
    if (this.#nextQuote < this.#at) this.#nextQuote = this.#findQuote(this.#at);
    if (this.#nextQuote < end || this.#hasLoneReturn) this.#readByCharacter();
    else this.#splitLine(end);
  }

  #findQuote(from: number): number {
    const at = this.#text.indexOf('"', from);
    return at < 0 ? this.#text.length : at;
  }

  #splitLine(end: number): void {
    const hasReturn = this.#text.charCodeAt(end - 1) === CARRIAGE_RETURN;
    this.lines.push(this.#line);
    this.rows.push(this.#text.slice(this.#at, hasReturn ? end - 1 : end).split(this.#separator));
    this.#at = this.#lineStart = end + 1;
    this.#line++;
  }

  #readByCharacter(): void {
    const cells: string[] = [];
    const columns: number[] = [];
    this.lines.push(this.#line);
    let more = true;
    while (more) {
      columns.push(this.#at - this.#lineStart + 1);
      cells.push(this.#text.charCodeAt(this.#at) === QUOTE ? this.#readQuoted() : this.#readPlain());
      more = this.#text.charCodeAt(this.#at) === this.#delimiter;
      if (more) this.#at++;
    }
    this.#skipLineEnd();
    this.quotedColumns.set(this.rows.length, columns);
    this.rows.push(cells);
  }

  #readPlain(): string {
    const text = this.#text;
    const start = this.#at;
    let i = start;
    for (; i < text.length; i++) {
      const c = text.charCodeAt(i);
      if (c === this.#delimiter || c === LINE_FEED || c === CARRIAGE_RETURN) break;
    }
    this.#at = i;
    return text.slice(start, i);
  }

  #readQuoted(): string {
    const place = this.#place();
    let cell = '';
    for (let start = this.#at + 1; ; start = this.#at + 1) {
      const close = this.#text.indexOf('"', start);
      const end = close < 0 ? this.#text.length : close;
      const part = this.#text.slice(start, end);
      cell += part;
      this.#countLines(part, start);
      this.#at = end + 1;
      if (close < 0) {
        this.#add(unclosedQuote(place));
        return cell;
      }
      if (this.#text.charCodeAt(this.#at) !== QUOTE) break;
      cell += '"';
    }
    const afterPlace = this.#place();
    const after = this.#readPlain();
    if (after.trim() !== '') this.#add(textAfterQuote(afterPlace, after.slice(0, 40)));
    return after.trim() === '' ? cell : cell + after;
  }

  #countLines(part: string, offset: number): void {
    for (let i = part.indexOf('\n'); i >= 0; i = part.indexOf('\n', i + 1)) {
      this.#line++;
      this.#lineStart = offset + i + 1;
    }
  }

  #skipLineEnd(): void {
    if (this.#text.charCodeAt(this.#at) === CARRIAGE_RETURN) this.#at++;
    if (this.#text.charCodeAt(this.#at) === LINE_FEED) this.#at++;
    this.#line++;
    this.#lineStart = this.#at;
  }

  #place(): Message['place'] {
    return { file: this.#file, line: this.#line, column: this.#at - this.#lineStart + 1 };
  }

  #add(message: Message): void {
    if (this.messages.length < MOST_MESSAGES) this.messages.push(message);
  }
}
