import { tooMuch } from '../messages/chart-rules.ts';
import type { Message } from '../model/message.ts';
import { childOf, type JsonNode, type JsonObject } from './json-tree.ts';

/** Most values that a bin, an imputed sequence or a quantile may make. */
const MAX_STEPS = 500;

/**
 * A small step over a wide range asks for endless work: `bin` with a `step` needs an `extent` beside it, a
 * sequence of `keyvals` its `start` and `stop`, and quantiles a step that is not too fine.
 */
export function checkSteps(node: JsonObject): Message[] {
  const messages: Message[] = [];
  for (const [key, needs] of [
    ['bin', '"extent": [low, high]'],
    ['keyvals', '"start" and "stop"'],
  ] as const) {
    const step = childOf(childOf(node, key), 'step');
    if (step) messages.push(...checkCount(step, countSteps(childOf(node, key), step), needs));
  }
  const step = childOf(node, 'quantile') && childOf(node, 'step');
  if (step) messages.push(...checkCount(step, countBetween(0, 1, numberOf(step)), 'a coarser one'));
  return messages;
}

function checkCount(step: JsonNode, count: number | undefined, needs: string): Message[] {
  if (count !== undefined && count <= MAX_STEPS) return [];
  const made = count === undefined ? 'an unknown number of' : Math.ceil(count);
  return [tooMuch(step.place, `"step" makes ${made} values`, `at most ${MAX_STEPS}, with ${needs}`)];
}

function countSteps(node: JsonNode | undefined, step: JsonNode): number | undefined {
  const extent = childOf(node, 'extent');
  const bounds = extent?.kind === 'array' ? extent.items : [childOf(node, 'start'), childOf(node, 'stop')];
  return countBetween(numberOf(bounds[0]), numberOf(bounds[1]), numberOf(step));
}

function countBetween(
  low: number | undefined,
  high: number | undefined,
  step: number | undefined,
): number | undefined {
  if (low === undefined || high === undefined || step === undefined || step <= 0) return undefined;
  return (high - low) / step;
}

function numberOf(node: JsonNode | undefined): number | undefined {
  return node?.kind === 'scalar' && typeof node.value === 'number' ? node.value : undefined;
}
