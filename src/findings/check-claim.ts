import {
  badShape,
  emptyText,
  incoherentVerdict,
  noEvidence,
  unknownEvidence,
} from '../messages/findings-rules.ts';
import { suggestName } from '../messages/suggest-name.ts';
import { type Claim, type PublishedClaim, VERDICTS, type Verdict } from '../model/claim.ts';
import type { Message, Outcome, Place } from '../model/message.ts';
import { type AnalysisScope, placeOf } from './analysis-scope.ts';
import type { ClaimShape } from './result-shape.ts';

/** Whether a statement with this verdict holds. */
const HOLDS: Readonly<Record<Verdict, boolean | null>> = {
  reproduced: true,
  consistent: true,
  'not reproduced': false,
  'cannot be checked': null,
};

/** Checks one claim that has the right shape against the findings of its own analysis. */
export function checkClaim(
  input: ClaimShape,
  place: Place,
  scope: AnalysisScope,
  findingIds: readonly string[],
): Outcome<Claim> {
  const subject = `claim "${input.id}"`;
  const published = checkPublished(input, place, subject);
  const messages: Message[] = [
    ...(input.statement.trim() === '' ? [emptyText(place, subject, 'statement')] : []),
    ...published.messages,
    ...checkEvidence(input, place, subject, scope, findingIds),
  ];
  if (published.value === undefined || messages.some(({ severity }) => severity === 'error')) {
    return { value: undefined, messages };
  }
  const { id, statement, holds, evidence } = input;
  return { value: { id, statement, holds, evidence, published: published.value }, messages };
}

function checkEvidence(
  input: ClaimShape,
  place: Place,
  subject: string,
  scope: AnalysisScope,
  findingIds: readonly string[],
): readonly Message[] {
  if (input.evidence.length === 0) return input.holds === null ? [] : [noEvidence(place, subject)];
  return input.evidence
    .filter((id) => !findingIds.includes(id))
    .map((id) => {
      const mention = placeOf(scope, id);
      return unknownEvidence(mention.line === undefined ? place : mention, subject, id, findingIds);
    });
}

function checkPublished(input: ClaimShape, place: Place, subject: string): Outcome<PublishedClaim | null> {
  const { published, holds } = input;
  if (!published) {
    if (holds !== null) return { value: null, messages: [] };
    const expected = 'true or false, or a published statement whose verdict is "cannot be checked"';
    return { value: undefined, messages: [incoherentVerdict(place, subject, 'has holds = null', expected)] };
  }
  const messages: Message[] = (['source', 'explanation'] as const)
    .filter((property) => published[property].trim() === '')
    .map((property) => emptyText(place, subject, property));
  const verdict = VERDICTS.find((known) => known === published.verdict);
  if (verdict === undefined) {
    return { value: undefined, messages: [...messages, unknownVerdict(place, subject, published.verdict)] };
  }
  if (HOLDS[verdict] !== holds) {
    const found = `has the verdict "${verdict}" and holds = ${holds}`;
    messages.push(incoherentVerdict(place, subject, found, `holds = ${HOLDS[verdict]} with that verdict`));
  }
  return { value: { source: published.source, verdict, explanation: published.explanation }, messages };
}

function unknownVerdict(place: Place, subject: string, verdict: string): Message {
  return badShape(place, subject, {
    found: `"${verdict}" is no verdict`,
    expected: `one of: ${VERDICTS.join(', ')}`,
    remedy: suggestName(verdict, VERDICTS, 'use one of them'),
  });
}
