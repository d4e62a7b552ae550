import { createHash, randomUUID } from 'node:crypto';
import type { Place } from '../model/message.ts';
import { type R, RError, type RWarning } from '../model/ports.ts';
import type { RFile, RNode } from './r-protocol.ts';
import { decodeValue, encodeArguments, listOf, namesOf, part, textOf } from './r-values.ts';
import { showRCall } from './show-r-call.ts';
import { type REngine, RTimeout } from './start-r.ts';

const TIMEOUT_MILLISECONDS = 120_000;

/**
 * A session of R for one analysis: an environment of its own with the functions of its declared files, and
 * random numbers whose seed derives from its id.
 *
 * @param files paths from the project's root, such as `scripts/system-conditions-project.R`
 * @throws {RError} where a file cannot be parsed or fails, with its place
 */
export async function createR(
  engine: REngine,
  analysisId: string,
  files: readonly RFile[],
  timeoutMilliseconds: number = TIMEOUT_MILLISECONDS,
): Promise<R> {
  const session = randomUUID();
  const warnings: RWarning[] = [];
  const ask = async (request: Parameters<REngine['ask']>[0], call: string) => {
    const answer = await engine.ask(request, timeoutMilliseconds).catch((error: unknown) => {
      throw error instanceof RTimeout ? new RError(error.message, call, null) : error;
    });
    warnings.push(...listOf(part(answer, 'warnings')).map((node) => ({ ...readCondition(node), call })));
    const failed = part(answer, 'error');
    if (failed.type === 'list') throw explain(readCondition(failed), call);
    return part(answer, 'value');
  };
  const names = files.map((file) => file.file).join(', ');
  await ask({ type: 'open', session, files, seed: seedOf(analysisId) }, `source(${names})`);
  return {
    warnings,
    async call(fn, args) {
      return decodeValue(
        await ask({ type: 'call', session, fn, args: encodeArguments(args) }, showRCall(fn, args)),
      );
    },
  };
}

const NULL: RNode = { type: 'null' };

/** A whole number that R takes as a seed, the same for an analysis on every machine. */
function seedOf(analysisId: string): number {
  return createHash('sha256').update(analysisId).digest().readUInt32BE(0) >>> 1;
}

/** What R says of a warning or an error: its message, its call, and where in the researcher's files. */
interface Condition {
  readonly message: string;
  readonly innerCall: string | null;
  readonly place: Place | undefined;
}

function readCondition(node: RNode): Condition {
  const [message = NULL, innerCall = NULL, place = NULL] = listOf(node);
  const [file, line, column] = namesOf(place);
  return {
    message: textOf(message) ?? '',
    innerCall: textOf(innerCall),
    place: file === undefined ? undefined : { file, line: Number(line), column: Number(column) },
  };
}

function explain({ message, innerCall, place }: Condition, call: string): RError {
  // A syntax error: `scripts/a.R:2:10: unexpected '*'`, then the lines around it.
  const found = /^(scripts\/[^\n:]+):(\d+):(\d+): ([^\n]*)/.exec(message);
  if (place !== undefined || !found) return new RError(message, call, innerCall, place);
  const [, file = '', line, column, problem = ''] = found;
  const at = { file, line: Number(line), column: Math.max(1, Number(column)) };
  return new RError(problem, call, innerCall, at, true);
}
