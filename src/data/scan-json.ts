import type { JsonEntry, JsonNode } from '../model/json-node.ts';
import type { Place } from '../model/message.ts';

/** Where a text departs from JSON: what stands there, and what was expected. */
export interface JsonFault {
  readonly place: Place;
  readonly found: string;
  readonly expected: string;
}

/** A key that an object has twice. */
export interface RepeatedKey {
  readonly key: string;
  readonly place: Place;
  readonly first: Place;
}

export type JsonScan =
  | { readonly value: JsonNode; readonly repeated: readonly RepeatedKey[] }
  | { readonly value: undefined; readonly fault: JsonFault };

/** Deeper nesting than any file has: keeps a hostile file from exhausting the stack. */
const MAX_DEPTH = 60;

/**
 * Parses JSON (RFC 8259, nothing more) and keeps the place of every key and value. At the first departure
 * from JSON it stops and says what was found, what was expected, and where.
 * `JSON.parse` tells no line and column, and a YAML parser accepts what is not JSON.
 */
export function scanJson(file: string, text: string): JsonScan {
  const scanner = new Scanner(file, text);
  try {
    const value = scanner.document();
    return { value, repeated: scanner.repeated };
  } catch (error) {
    if (!(error instanceof Departure)) throw error;
    return { value: undefined, fault: error.fault };
  }
}

class Departure extends Error {
  readonly fault: JsonFault;
  constructor(fault: JsonFault) {
    super(fault.expected);
    this.fault = fault;
  }
}

class Scanner {
  readonly repeated: RepeatedKey[] = [];
  readonly #file: string;
  readonly #text: string;
  readonly #lineStarts: readonly number[];
  #at = 0;

  constructor(file: string, text: string) {
    this.#file = file;
    this.#text = text;
    this.#lineStarts = [0, ...[...text.matchAll(/\n/g)].map((match) => match.index + 1)];
  }

  document(): JsonNode {
    if (this.#text.startsWith('\uFEFF')) this.#at = 1;
    const node = this.#value(0);
    this.#space();
    if (this.#at < this.#text.length) this.#fail('the end of the file');
    return node;
  }

  #value(depth: number): JsonNode {
    this.#space();
    const start = this.#at;
    const next = this.#text[start];
    if (depth > MAX_DEPTH) this.#fail(`at most ${MAX_DEPTH} levels of brackets`);
    if (next === '{') {
      const entries = this.#object(depth);
      return { kind: 'object', place: this.#place(start), entries };
    }
    if (next === '[') {
      const items = this.#array(depth);
      return { kind: 'array', place: this.#place(start), items };
    }
    if (next === '"') return { kind: 'scalar', value: this.#string(), place: this.#place(start) };
    const literal = this.#match(/-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y);
    if (literal === undefined) this.#fail('a value');
    return { kind: 'scalar', value: JSON.parse(literal), place: this.#place(start) };
  }

  #object(depth: number): Map<string, JsonEntry> {
    const entries = new Map<string, JsonEntry>();
    this.#at += 1;
    this.#space();
    if (this.#take('}')) return entries;
    do {
      this.#space();
      const start = this.#at;
      if (this.#text[start] !== '"') this.#fail('a key in double quotes');
      const key = this.#string();
      const keyPlace = this.#place(start);
      this.#space();
      if (!this.#take(':')) this.#fail('":"');
      const node = this.#value(depth + 1);
      const first = entries.get(key);
      if (first) this.repeated.push({ key, place: keyPlace, first: first.keyPlace });
      entries.set(key, { keyPlace, node });
      this.#space();
    } while (this.#take(','));
    if (!this.#take('}')) this.#fail('"," or "}"');
    return entries;
  }

  #array(depth: number): JsonNode[] {
    const items: JsonNode[] = [];
    this.#at += 1;
    this.#space();
    if (this.#take(']')) return items;
    do {
      items.push(this.#value(depth + 1));
      this.#space();
    } while (this.#take(','));
    if (!this.#take(']')) this.#fail('"," or "]"');
    return items;
  }

  #string(): string {
    const start = this.#at;
    const literal = this.#match(/"(?:[^"\\\r\n]|\\.)*"/y);
    if (literal === undefined) {
      this.#match(/"(?:[^"\\\r\n]|\\.)*/y);
      return this.#fail('a closing double quote on this line');
    }
    try {
      return JSON.parse(literal);
    } catch {
      this.#at = start;
      return this.#fail('a text in which a tab is \\t, a backslash \\\\ and a double quote \\"');
    }
  }

  #match(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.#at;
    const found = pattern.exec(this.#text)?.[0];
    if (found !== undefined) this.#at += found.length;
    return found;
  }

  #take(character: string): boolean {
    if (this.#text[this.#at] !== character) return false;
    this.#at += 1;
    return true;
  }

  #space(): void {
    this.#match(/[ \t\r\n]*/y);
  }

  #place(start: number): Place {
    return {
      file: this.#file,
      ...this.#position(start),
      ...(({ line, column }) => ({ endLine: line, endColumn: column }))(this.#position(this.#at)),
    };
  }

  #position(offset: number): { line: number; column: number } {
    let low = 0;
    let high = this.#lineStarts.length - 1;
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if ((this.#lineStarts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: offset - (this.#lineStarts[low] ?? 0) + 1 };
  }

  #fail(expected: string): never {
    const rest = this.#text.slice(this.#at);
    const found = /^(?:[\w.+-]+|\s|.)/u.exec(rest)?.[0];
    const shown =
      found === undefined ? 'the end of the file' : found.trim() === '' ? 'the end of the line' : found;
    const place = { file: this.#file, ...this.#position(this.#at) };
    throw new Departure({ place, found: shown, expected });
  }
}
