/** An operator of a content stream: its name, and where it and its operands stand in the source. */
export interface ContentOperator {
  readonly name: string;
  /** Offset of its first operand, or of itself where it has none. */
  readonly start: number;
  /** Offset behind it. */
  readonly end: number;
  /** The text of an operand; empty where there is none. */
  readonly operand: (index: number) => string;
  readonly operandCount: number;
}

const SPACE = 1;
const DELIMITER = 2;
const KIND = new Uint8Array(256);
for (const code of [0, 9, 10, 12, 13, 32]) KIND[code] = SPACE;
for (const character of '()<>[]{}/%') KIND[character.charCodeAt(0)] = DELIMITER;

const [HASH, OPEN, CLOSE, LESS, MORE, LEFT, RIGHT, SLASH, ESCAPE] = [37, 40, 41, 60, 62, 91, 93, 47, 92];

/**
 * Walks the operators of a content stream (ISO 32000-1, 7.8.2), whose bytes are given as Latin-1 characters. Arrays and
 * dictionaries are one operand each; an inline image is the operator `EI`.
 *
 * Operands are not cut out before they are asked for: a print has megabytes of them.
 */
export function scanContent(source: string, visit: (operator: ContentOperator) => void): void {
  const starts: number[] = [];
  const ends: number[] = [];
  let count = 0;
  let nesting = 0;
  const operator = {
    name: '',
    start: 0,
    end: 0,
    operandCount: 0,
    operand: (index: number) => (index < count ? source.slice(starts[index], ends[index]) : ''),
  };
  let at = 0;
  const { length } = source;
  while (at < length) {
    const code = source.charCodeAt(at);
    if (KIND[code] === SPACE) {
      at++;
      continue;
    }
    const start = at;
    if (code === HASH) {
      while (at < length && source.charCodeAt(at) !== 10 && source.charCodeAt(at) !== 13) at++;
      continue;
    }
    if (code === OPEN) at = endOfString(source, at);
    else if (code === LEFT || (code === LESS && source.charCodeAt(at + 1) === LESS)) {
      if (nesting++ === 0) starts[count] = start;
      at += code === LEFT ? 1 : 2;
      continue;
    } else if (code === RIGHT || (code === MORE && source.charCodeAt(at + 1) === MORE)) {
      at += code === RIGHT ? 1 : 2;
      if (--nesting === 0) ends[count++] = at;
      continue;
    } else if (code === LESS) {
      const end = source.indexOf('>', at);
      at = end < 0 ? length : end + 1;
    } else {
      at++;
      while (at < length && KIND[source.charCodeAt(at)] === 0) at++;
      if (nesting === 0 && isOperator(source, code, start, at)) {
        operator.name = source.slice(start, at);
        if (operator.name === 'ID') {
          at = endOfImage(source, at);
          operator.name = 'EI';
        }
        operator.start = count === 0 ? start : (starts[0] ?? start);
        operator.end = at;
        operator.operandCount = count;
        if (operator.name !== 'BI') visit(operator);
        count = 0;
        continue;
      }
    }
    if (nesting === 0) {
      starts[count] = start;
      ends[count++] = at;
    }
  }
}

/** Neither a name nor a number, nor one of the words that stand for a value. */
function isOperator(source: string, code: number, start: number, end: number): boolean {
  if (code === SLASH || (code >= 43 && code <= 57)) return false;
  if (end - start < 4) return true;
  const word = source.slice(start, end);
  return word !== 'true' && word !== 'false' && word !== 'null';
}

function endOfString(source: string, start: number): number {
  let depth = 0;
  for (let at = start; at < source.length; at++) {
    const code = source.charCodeAt(at);
    if (code === ESCAPE) at++;
    else if (code === OPEN) depth++;
    else if (code === CLOSE && --depth === 0) return at + 1;
  }
  return source.length;
}

function endOfImage(source: string, start: number): number {
  const end = /[\0\t\n\f\r ]EI(?=[\0\t\n\f\r ]|$)/g;
  end.lastIndex = start;
  return end.exec(source) === null ? source.length : end.lastIndex;
}
