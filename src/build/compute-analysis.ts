import {
  analysisFailed,
  duplicateRow,
  noValue,
  rWarning,
  scriptReachesOut,
  sqlFailed,
} from '../messages/build-rules.ts';
import type { Message, Outcome, Place } from '../model/message.ts';
import { type R, RError, ReachError, SqlError, SqlKeyError } from '../model/ports.ts';
import { ValueError } from '../model/value-error.ts';
import type { BuildPorts } from './build-ports.ts';
import { explainRError } from './explain-r-error.ts';
import { type LoadedAnalysis, placeOfText } from './load-analysis.ts';
import type { LoadedReport } from './load-report.ts';
import { RUN_CALL } from './run-call.ts';
import { startWhenCalled } from './start-when-called.ts';

/**
 * Runs one analysis on the resources it declares, in a database and an R process of its own. The result is
 * unknown until phase 6 has checked it.
 */
export async function computeAnalysis(
  loaded: LoadedAnalysis,
  { tables, projects }: Pick<LoadedReport, 'tables' | 'projects'>,
  ports: Pick<BuildPorts, 'createSql' | 'createR' | 'pool' | 'scripts'>,
): Promise<Outcome<unknown>> {
  const { analysis, script } = loaded;
  const missing = analysis.resources.find((name) => !tables.has(name) && !projects.has(name));
  if (missing !== undefined) throw new Error(`the resource ${missing} was not loaded`);
  const declared = analysis.resources.flatMap((name) => tables.get(name) ?? []);
  const sql = await ports.createSql(declared);
  const openR = () => ports.createR(loaded.rFiles, analysis.id);
  let r = startWhenCalled(openR);
  try {
    if (loaded.rFiles.length > 0) r = await openR();
    const value: unknown = await analysis.run({
      tables: Object.fromEntries(declared.map((table) => [table.name, table])),
      projects: Object.fromEntries(
        analysis.resources.flatMap((name) => [...projects].filter(([known]) => known === name)),
      ),
      parameters: analysis.parameters,
      sql,
      r,
      pool: ports.pool,
    });
    return { value: value ?? null, messages: wordWarnings(r, loaded) };
  } catch (error) {
    const thrownAt = ports.scripts.locate(error) ?? { file: script.path };
    return { value: undefined, messages: [...wordWarnings(r, loaded), explain(error, loaded, thrownAt)] };
  } finally {
    sql.close();
    r.close();
  }
}

function explain(error: unknown, { analysis, script }: LoadedAnalysis, place: Place): Message {
  if (error instanceof SqlKeyError) return duplicateRow(place, error.key, error.rows);
  if (error instanceof SqlError) {
    const declared = analysis.resources.map((name) => name.replaceAll('-', '_'));
    return sqlFailed(place, error.message, error.position, declared);
  }
  if (error instanceof RError) {
    return explainRError(error, place.line === undefined ? placeOfCall(script, error.call) : place);
  }
  if (error instanceof ReachError) return scriptReachesOut(place, error.what);
  if (error instanceof ValueError) return noValue(place, error.found, error.expected);
  const kind = error instanceof Error && error.name !== 'Error' ? `${error.name}: ` : '';
  const text = error instanceof Error ? kind + error.message : String(error);
  return analysisFailed(analysis.id, place, text);
}

function wordWarnings(r: R, { script }: LoadedAnalysis): Message[] {
  return r.warnings.map(({ message, call, innerCall, place }) => {
    const shown = call.startsWith('plumbline_run(') ? RUN_CALL : call;
    return rWarning(place ?? placeOfCall(script, call), message, shown, innerCall);
  });
}

/** `fit_model(data = …)`, `source(scripts/models.R)` → where the script names `'fit_model'`, `'models.R'`. */
function placeOfCall(script: LoadedAnalysis['script'], call: string): Place {
  const file = /^source\(scripts\/([^,)]+)/.exec(call)?.[1];
  const name = file ?? call.slice(0, Math.max(0, call.indexOf('(')));
  const isNamed = ["'", '"', '`'].some((quote) => script.text.includes(quote + name + quote));
  return isNamed ? placeOfText(script, name) : { file: script.path };
}
