/** An entry as it stands in the file: type and names of fields in small letters, values as TeX. */
export interface BibtexEntry {
  readonly type: string;
  readonly key: string;
  /** Where the key stands. */
  readonly offset: number;
  readonly fields: ReadonlyMap<string, string>;
}

export interface BibtexFault {
  readonly offset: number;
  readonly found: string;
  readonly expected: string;
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/**
 * The entries of a text in BibTeX. Words between entries are comments, as are `@comment` and `@preamble`; `@string`
 * defines an abbreviation. The first fault ends it.
 */
export function scanBibtex(
  text: string,
): { readonly entries: readonly BibtexEntry[] } | { readonly fault: BibtexFault } {
  const scanner = new Scanner(text);
  try {
    return { entries: scanner.readEntries() };
  } catch (error) {
    if (error instanceof ScanError) return { fault: error.fault };
    throw error;
  }
}

class ScanError extends Error {
  readonly fault: BibtexFault;
  constructor(fault: BibtexFault) {
    super(fault.found);
    this.fault = fault;
  }
}

class Scanner {
  readonly #text: string;
  #at = 0;
  readonly #strings = new Map(MONTHS.map((name, index) => [name, String(index + 1)]));

  constructor(text: string) {
    this.#text = text;
  }

  readEntries(): BibtexEntry[] {
    const entries: BibtexEntry[] = [];
    for (;;) {
      const start = this.#text.indexOf('@', this.#at);
      if (start === -1) return entries;
      this.#at = start + 1;
      const type = this.#word().toLowerCase();
      if (type === '') continue; // an at sign in a comment
      this.#skip();
      if (!'{('.includes(this.#peek() || 'x')) continue;
      if (type === 'comment' || type === 'preamble') this.#braced();
      else {
        const close = this.#peek() === '{' ? '}' : ')';
        this.#at += 1;
        if (type === 'string')
          for (const [name, value] of this.#fields(close)) this.#strings.set(name, value);
        else entries.push(this.#entry(type, close));
      }
    }
  }

  #entry(type: string, close: string): BibtexEntry {
    this.#skip();
    const offset = this.#at;
    const key = /^[^\s,{}()=]*/.exec(this.#text.slice(offset, offset + 500))?.[0] ?? '';
    this.#at += key.length;
    this.#skip();
    if (this.#peek() === ',') this.#at += 1;
    else if (this.#peek() !== close) this.#fail('a comma after the key');
    return { type, key, offset, fields: this.#fields(close) };
  }

  #fields(close: string): Map<string, string> {
    const fields = new Map<string, string>();
    for (;;) {
      this.#skip();
      if (this.#peek() === close) break;
      const name = this.#word().toLowerCase();
      if (name === '') this.#fail('the name of a field, or the brace that ends the entry');
      this.#skip();
      if (this.#peek() !== '=') this.#fail(`an equals sign after "${name}"`);
      this.#at += 1;
      fields.set(name, this.#value());
      this.#skip();
      if (this.#peek() === ',') this.#at += 1;
      else if (this.#peek() !== close) this.#fail('a comma, or the brace that ends the entry');
    }
    this.#at += 1;
    return fields;
  }

  /** Parts joined by `#`: in braces, in quotation marks, a number or an abbreviation. */
  #value(): string {
    let value = '';
    for (;;) {
      this.#skip();
      if (this.#peek() === '{') value += this.#braced();
      else if (this.#peek() === '"') value += this.#quoted();
      else {
        const word = this.#word();
        if (word === '') this.#fail('a value in braces or quotation marks, or a number');
        value += this.#strings.get(word.toLowerCase()) ?? word;
      }
      this.#skip();
      if (this.#peek() !== '#') return value;
      this.#at += 1;
    }
  }

  #braced(): string {
    const start = this.#at;
    let depth = 0;
    for (; this.#at < this.#text.length; this.#at += 1) {
      const character = this.#text[this.#at];
      if (character === '\\') this.#at += 1;
      else if (character === '{' || (character === '(' && this.#at === start)) depth += 1;
      else if (character === '}' || (character === ')' && this.#text[start] === '(')) depth -= 1;
      if (depth > 0) continue;
      this.#at += 1;
      return this.#text.slice(start + 1, this.#at - 1);
    }
    this.#at = start;
    return this.#fail('the brace that ends this one');
  }

  #quoted(): string {
    const start = this.#at;
    let depth = 0;
    for (this.#at += 1; this.#at < this.#text.length; this.#at += 1) {
      const character = this.#text[this.#at];
      if (character === '\\') this.#at += 1;
      else if (character === '{') depth += 1;
      else if (character === '}') depth -= 1;
      else if (character === '"' && depth === 0) {
        this.#at += 1;
        return this.#text.slice(start + 1, this.#at - 1);
      }
    }
    this.#at = start;
    return this.#fail('the quotation mark that ends this one');
  }

  #word(): string {
    const word = /^[^\s,{}()="#%'@]*/.exec(this.#text.slice(this.#at, this.#at + 200))?.[0] ?? '';
    this.#at += word.length;
    return word;
  }

  #skip(): void {
    const blank = /(?:\s|%[^\n]*)*/y;
    blank.lastIndex = this.#at;
    this.#at += blank.exec(this.#text)?.[0].length ?? 0;
  }

  #peek(): string {
    return this.#text[this.#at] ?? '';
  }

  #fail(expected: string): never {
    const found = this.#at >= this.#text.length ? 'the file ends here' : `here stands "${this.#peek()}"`;
    throw new ScanError({ offset: Math.min(this.#at, this.#text.length), found, expected });
  }
}
