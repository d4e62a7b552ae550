import { notAnAnalysis } from '../messages/build-rules.ts';
import type { Analysis, Parameter } from '../model/analysis.ts';
import type { Message, Outcome } from '../model/message.ts';
import { type R, type RArgument, RError, type RValue } from '../model/ports.ts';
import { casesTable, passagesTable } from '../qual/passages-table.ts';
import type { BuildPorts } from './build-ports.ts';
import { explainRError } from './explain-r-error.ts';
import { readRResult } from './read-r-result.ts';
import { RUN_CALL } from './run-call.ts';

/**
 * Reads what `scripts/<id>.R` declares with `plumbline_analysis(...)`, as an analysis like any other: its `run`
 * hands the tables and parameters to the R function and gives back what that returns.
 *
 * @param text the file's text
 */
export async function loadRAnalysis(
  id: string,
  file: string,
  text: string,
  ports: Pick<BuildPorts, 'createR' | 'warmUpR'>,
): Promise<Outcome<Analysis>> {
  const start = { file, line: 1, column: 1 };
  const refuse = (message: Message) => ({ value: undefined, messages: [message] });
  try {
    const declared = await readDeclared([{ file, text }], id, ports);
    if (declared === undefined) {
      return refuse(notAnAnalysis(file, 'the file declares nothing'));
    }
    if (declared.id !== id) {
      return refuse(notAnAnalysis(file, `the analysis calls itself "${declared.id}", its file "${id}"`));
    }
    return { value: { ...declared, run: runIn }, messages: [] };
  } catch (error) {
    if (!(error instanceof RError)) throw error;
    return refuse(explainRError(error, start));
  }
}

async function readDeclared(
  files: Parameters<BuildPorts['createR']>[0],
  id: string,
  ports: Pick<BuildPorts, 'createR' | 'warmUpR'>,
): Promise<Omit<Analysis, 'run'> | undefined> {
  const r = await ports.createR(files, id);
  try {
    return readDeclaration(await r.call('plumbline_declaration', {}));
  } finally {
    r.close();
    ports.warmUpR(); // what it declares is run in another
  }
}

async function runIn({ tables, projects, parameters, r }: RunContext): Promise<never> {
  const args: Record<string, RArgument> = {};
  for (const [name, table] of Object.entries(tables)) {
    args[`table/${name.replaceAll('-', '_')}`] = table;
  }
  for (const [name, project] of Object.entries(projects)) {
    const frame = name.replaceAll('-', '_');
    args[`table/${frame}`] = passagesTable(frame, project);
    args[`table/${frame}_cases`] = casesTable(`${frame}_cases`, project);
  }
  for (const [name, value] of Object.entries(parameters)) args[`parameter/${name}`] = value;
  // Phase 6 checks it, as it checks every analysis's result.
  return readRResult(await callRun(r, args)) as never;
}

type RunContext = Parameters<Analysis['run']>[0];

async function callRun(r: R, args: Readonly<Record<string, RArgument>>): Promise<RValue> {
  try {
    return await r.call('plumbline_run', args);
  } catch (error) {
    if (!(error instanceof RError)) throw error;
    throw new RError(error.message, RUN_CALL, error.innerCall, error.place, error.isSyntax);
  }
}

function readDeclaration(value: RValue): Omit<Analysis, 'run'> | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  const { id, title, resources, parameters, r } = value;
  const given = typeof parameters === 'object' && parameters !== null ? Object.entries(parameters) : [];
  return {
    id: String(id),
    title: String(title),
    resources: textsIn(resources),
    parameters: Object.fromEntries(given.map(([name, one]): [string, Parameter] => [name, one as Parameter])),
    r: textsIn(r),
  };
}

function textsIn(value: RValue | undefined): string[] {
  return Array.isArray(value) ? value.map(String) : [];
}
