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
 * @param files paths from the project's root, such as `scripts/care-trends.R`
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
    for (const warning of listOf(part(answer, 'warnings'))) {
      const [message, innerCall] = listOf(warning);
      warnings.push({ message: textOf(message ?? NULL) ?? '', call, innerCall: textOf(innerCall ?? NULL) });
    }
    const [message, innerCall, place] = listOf(part(answer, 'error'));
    if (message)
      throw explain(textOf(message) ?? '', call, textOf(innerCall ?? NULL), namesOf(place ?? NULL));
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

function explain(message: string, call: string, innerCall: string | null, place: readonly string[]): RError {
  const [file, line, column] = place;
  if (file !== undefined) {
    return new RError(message, call, innerCall, { file, line: Number(line), column: Number(column) });
  }
  // A syntax error: `scripts/a.R:2:10: unexpected '*'`, then the lines around it.
  const found = /^(scripts\/[^\n:]+):(\d+):(\d+): ([^\n]*)/.exec(message);
  if (!found) return new RError(message, call, innerCall);
  const where: Place = {
    file: found[1] ?? '',
    line: Number(found[2]),
    column: Math.max(1, Number(found[3])),
  };
  return new RError(found[4] ?? message, call, innerCall, where);
}
