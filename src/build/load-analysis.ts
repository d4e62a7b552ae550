import {
  missingFile,
  notAnAnalysis,
  notTypeScript,
  otherAnalysisId,
  scriptFails,
  scriptReachesOut,
  unknownAnalysis,
} from '../messages/build-rules.ts';
import type { Analysis } from '../model/analysis.ts';
import type { Provenance } from '../model/finding.ts';
import type { Message, Outcome, Place } from '../model/message.ts';
import { EncodingError, type Files, type LoadedScript, type Scripts } from '../model/ports.ts';
import type { BuildPorts } from './build-ports.ts';
import { loadRAnalysis } from './load-r-analysis.ts';
import { loadSignedResults } from './load-signed-results.ts';

/** An analysis as its script declares it, with the files that make it what it is. */
export interface LoadedAnalysis {
  readonly analysis: Analysis;
  readonly script: LoadedScript['files'][number];
  /** The script, its local imports and its R files; the script is the first. */
  readonly files: LoadedScript['files'];
  readonly rFiles: readonly { readonly file: string; readonly text: string }[];
  /** Where its results were computed, if not here. */
  readonly elsewhere?: Provenance['elsewhere'];
}

interface LoadPorts extends Pick<BuildPorts, 'createR' | 'files' | 'scripts' | 'warmUpR'> {
  hash(text: string): string;
}

/** An analysis with its script and what the script imports, before its R files are read. */
type Declared = Pick<LoadedAnalysis, 'analysis' | 'files' | 'elsewhere'>;

/**
 * Loads `scripts/<id>.ts`, or `scripts/<id>.R` where there is no such file, with the R files that it declares.
 * `named` is where the report names it.
 */
export async function loadAnalysis(
  id: string,
  named: Place,
  ports: LoadPorts,
): Promise<Outcome<LoadedAnalysis>> {
  const declared = await loadDeclared(id, named, ports);
  if (declared.value === undefined) return { value: undefined, messages: declared.messages };
  const { analysis, files: scripts, elsewhere } = declared.value;
  const script = scripts[0];
  if (script === undefined) throw new Error(`a loaded script has no file: ${id}`);

  const messages: Message[] = [];
  const rFiles: { file: string; text: string }[] = [];
  for (const name of analysis.r ?? []) {
    const file = `scripts/${name}`;
    const text = await ports.files.readText(file);
    if (text === undefined) {
      const remedy = `write it, or take "${name}" out of "r" in ${script.path}`;
      const place = placeOfText(script, name);
      messages.push(missingFile(file, `the R file that ${script.path} declares`, remedy, place));
    } else rFiles.push({ file, text });
  }
  const files = [
    ...scripts,
    ...rFiles.map(({ file, text }) => ({ path: file, hash: ports.hash(text), text })),
  ];
  if (script.path.endsWith('.R')) rFiles.push({ file: script.path, text: script.text });
  const value = { analysis, script, files, rFiles, ...(elsewhere === undefined ? {} : { elsewhere }) };
  return { value: messages.length > 0 ? undefined : value, messages };
}

async function loadDeclared(id: string, named: Place, ports: LoadPorts): Promise<Outcome<Declared>> {
  const path = `scripts/${id}.ts`;
  const loaded = await loadScript(path, ports.scripts);
  if (loaded.value !== undefined) {
    const wrong = whyNotAnAnalysis(loaded.value, id);
    if (wrong !== undefined) return { value: undefined, messages: [wrong] };
    return { value: { analysis: loaded.value.value as Analysis, files: loaded.value.files }, messages: [] };
  }
  if (loaded.messages.length > 0) return { value: undefined, messages: loaded.messages };
  const inR = `scripts/${id}.R`;
  const text = await ports.files.readText(inR);
  if (text === undefined) {
    const signed = await loadSigned(id, ports);
    if (signed.value !== undefined || signed.messages.length > 0) return signed;
    return { value: undefined, messages: [unknownAnalysis(id, named, await scriptNames(ports.files))] };
  }
  const { value: analysis, messages } = await loadRAnalysis(id, inR, text, ports);
  if (analysis === undefined) return { value: undefined, messages };
  return { value: { analysis, files: [{ path: inR, hash: ports.hash(text), text }] }, messages };
}

/** `scripts/<id>.results.json`, where there is no script that could compute them. */
async function loadSigned(id: string, ports: LoadPorts): Promise<Outcome<Declared>> {
  const { value: signed, messages } = await loadSignedResults(id, ports.files);
  if (signed === undefined) return { value: undefined, messages };
  const path = `scripts/${id}.results.json`;
  const text = (await ports.files.readText(path)) ?? '';
  const { analysis, elsewhere, key } = signed;
  const files = [{ path, text }, key].map((file) => ({ ...file, hash: ports.hash(file.text) }));
  return { value: { analysis, elsewhere, files }, messages };
}

async function loadScript(path: string, scripts: Scripts): Promise<Outcome<LoadedScript>> {
  try {
    const loaded = await scripts.load(path);
    if (loaded === undefined) return { value: undefined, messages: [] };
    const messages = loaded.violations.map(({ file, line, column, what, isSyntax }) =>
      isSyntax ? notTypeScript({ file, line, column }, what) : scriptReachesOut({ file, line, column }, what),
    );
    return { value: messages.length > 0 ? undefined : loaded, messages };
  } catch (error) {
    if (error instanceof EncodingError) throw error;
    const place = scripts.locate(error) ?? { file: path };
    return { value: undefined, messages: [scriptFails(place, String(error))] };
  }
}

/** The place of a quoted name in a script, for messages about a declaration. */
export function placeOfText(script: { readonly path: string; readonly text: string }, name: string): Place {
  const lines = script.text.split('\n');
  for (const [index, line] of lines.entries()) {
    for (const quote of ["'", '"', '`']) {
      const column = line.indexOf(`${quote}${name}${quote}`);
      if (column >= 0) return { file: script.path, line: index + 1, column: column + 2 };
    }
  }
  return { file: script.path, line: 1, column: 1 };
}

async function scriptNames(files: Files): Promise<string[]> {
  const names = await files.list('scripts');
  return [
    ...new Set(
      names.filter((name) => /^[^.]+\.(ts|R)$/.test(name)).map((name) => name.replace(/\.\w+$/, '')),
    ),
  ];
}

function whyNotAnAnalysis({ value, files }: LoadedScript, id: string): Message | undefined {
  const file = `scripts/${id}.ts`;
  if (typeof value !== 'object' || value === null) {
    return notAnAnalysis(file, `the default export is ${value === null ? 'null' : typeof value}`);
  }
  const analysis = value as Partial<Record<keyof Analysis, unknown>>;
  const wrong = [
    Array.isArray(analysis.resources) ? undefined : '"resources" is not a list of names',
    analysis.r === undefined || Array.isArray(analysis.r) ? undefined : '"r" is not a list of R files',
    typeof analysis.parameters === 'object' && analysis.parameters !== null
      ? undefined
      : '"parameters" is not a record',
    typeof analysis.run === 'function' ? undefined : '"run" is not a function',
  ].find((problem) => problem !== undefined);
  if (wrong !== undefined) return notAnAnalysis(file, wrong);
  const [script] = files;
  if (analysis.id === id || script === undefined) return undefined;
  return otherAnalysisId(placeOfText(script, String(analysis.id)), String(analysis.id), id);
}
