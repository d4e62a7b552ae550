/** A file of an analysis, as it was run. */
interface ScriptFile {
  readonly path: string;
  readonly text: string;
}

/** Where a script gives a figure or a table its id; without a line where no text of the script shows it. */
export interface Definition {
  readonly file: string;
  readonly line: number | null;
}

interface Candidate {
  readonly file: ScriptFile;
  readonly offset: number;
  readonly score: number;
}

/** An id that a script puts together: `rate-${year}`, `sprintf("rate-%s", year)`, `paste0("rate-", year)`. */
interface BuiltId {
  readonly file: ScriptFile;
  readonly offset: number;
  readonly pattern: RegExp;
  /** Characters that stand in the script. */
  readonly known: number;
}

/** What stands before an id that is given: `id: `, `name = `, `plumbline_finding(`, `medianFinding(`. */
const GIVES = /(?:\b(?:id|name)\s*[:=]|(?:finding|claim|table)\(\s*(?:(?:id|name)\s*=)?)\s*$/i;
/** What looks a figure up that was given elsewhere. */
const LOOKS_UP = /\b(?:show|text|range|holds|find|full|value|get|has)\(\s*$/;
const CALLS = /\w\(\s*$/;
/** An id of which less is known could be any. */
const LEAST_KNOWN = 3;

/**
 * Finds where the files of an analysis give an id: written out where it is given, else put together there
 * (the form of which most is written wins), else written out elsewhere. It reads text and runs nothing, so an id
 * that comes from the data has no line.
 *
 * @param files the script first, then what it imports and its R files
 */
export function definitionFinder(files: readonly ScriptFile[]): (id: string) => Definition {
  const built = files.flatMap(findBuiltIds);
  return (id) => {
    const candidates = [
      ...files.flatMap((file) => findWritten(file, id)),
      ...built
        .filter(({ pattern }) => pattern.test(id))
        .map(({ file, offset, known }) => ({ file, offset, score: scoreOf(file, offset, 100) + known })),
    ];
    const best = candidates.reduce<Candidate | undefined>(
      (found, candidate) => (found === undefined || candidate.score > found.score ? candidate : found),
      undefined,
    );
    if (best === undefined) return { file: files[0]?.path ?? '', line: null };
    return { file: best.file.path, line: best.file.text.slice(0, best.offset).split('\n').length };
  };
}

function scoreOf(file: ScriptFile, offset: number, elsewhere: number): number {
  const before = file.text.slice(Math.max(0, offset - 60), offset);
  if (GIVES.test(before)) return elsewhere === 0 ? 400 : 300;
  if (LOOKS_UP.test(before)) return 1;
  if (CALLS.test(before)) return elsewhere === 0 ? 200 : 150;
  return elsewhere === 0 ? 60 : elsewhere;
}

function findWritten(file: ScriptFile, id: string): Candidate[] {
  return ["'", '"', '`'].flatMap((quote) => {
    const found: Candidate[] = [];
    const quoted = quote + id + quote;
    for (let at = file.text.indexOf(quoted); at >= 0; at = file.text.indexOf(quoted, at + 1)) {
      found.push({ file, offset: at, score: scoreOf(file, at, 0) });
    }
    return found;
  });
}

function findBuiltIds(file: ScriptFile): BuiltId[] {
  const built: BuiltId[] = [];
  const add = (offset: number, parts: readonly string[]): void => {
    const known = parts.join('').length;
    if (known < LEAST_KNOWN || !/^[a-z0-9-]+$/.test(parts.join(''))) return;
    built.push({ file, offset, known, pattern: new RegExp(`^${parts.join('[a-z0-9-]+')}$`) });
  };
  if (file.path.endsWith('.R')) {
    for (const { index, 1: text = '' } of file.text.matchAll(/sprintf\(\s*"([^"\n]*%[^"\n]*)"/g)) {
      add(index, text.split(/%[-\d.]*[a-z]/));
    }
    for (const { index, 1: list = '' } of file.text.matchAll(/paste0\(((?:[^()\n]|\([^()\n]*\))*)\)/g)) {
      add(index, partsOf(list));
    }
    return built;
  }
  for (const { index, 1: text = '' } of file.text.matchAll(/`([^`\n]*\$\{[^`\n]*)`/g)) {
    add(index, text.split(/\$\{(?:[^{}]|\{[^{}]*\})*\}/));
  }
  return built;
}

/** The texts among the arguments of `paste0`, those that stand together joined, with a gap for what does not. */
function partsOf(list: string): string[] {
  const parts = [''];
  for (const argument of list.split(/,(?=(?:[^"]*"[^"]*")*[^"]*$)(?![^(]*\))/)) {
    const text = /^\s*"([^"]*)"\s*$/.exec(argument)?.[1];
    if (text === undefined) parts.push('');
    else parts.push(`${parts.pop() ?? ''}${text}`);
  }
  return parts;
}
