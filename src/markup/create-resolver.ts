import { formatFinding } from '../findings/format-finding.ts';
import {
  claimDoesNotHold,
  emptyLedger,
  tooManyPlaceholders,
  undecidedClaim,
  unknownClaim,
  unknownFinding,
  unknownReference,
  unknownTable,
} from '../messages/markup-rules.ts';
import { errorAt } from '../messages/rule.ts';
import type { Claim } from '../model/claim.ts';
import type { Finding } from '../model/finding.ts';
import type { Message } from '../model/message.ts';
import { checkQuote } from '../qual/check-quote.ts';
import type { Resolver } from './expand-template.ts';
import type { MarkupContext } from './markup-context.ts';
import { type Placeholder, Placeholders } from './placeholder.ts';
import type { Call } from './read-call.ts';
import { checkExtreme, resolveCompare, resolveDirection, resolveExtreme } from './resolve-comparison.ts';

/** What the helpers mean in a report: they look names up in its context and hand out placeholders. */
export function createResolver(
  context: MarkupContext,
  placeholders: Placeholders,
  messages: Message[],
): Resolver {
  const hand = (placeholder: Placeholder, { place }: Call): string => {
    const character = placeholders.add({ ...placeholder, place });
    if (character === '') messages.push(tooManyPlaceholders(place, Placeholders.MOST));
    return character;
  };
  return {
    findings: [...context.findings.keys()],
    inline(call, live) {
      const found: Message[] = [];
      const placeholder = lookUp(call, context, found);
      // Where the branch is not taken, that figures cannot be compared may be the very reason.
      messages.push(...(live ? found : found.filter(({ rule }) => rule !== 'findings/cannot-compare')));
      // A word in its stead keeps the sentence around it whole for the checks to come.
      if (!placeholder || !live) return 'x';
      return hand(placeholder, call);
    },
    claim(call, live) {
      if (call.helper === 'highest' || call.helper === 'lowest') {
        checkExtreme(call, context, messages, live);
        return;
      }
      const claim = findClaim(call, context, messages);
      if (!claim || !live || claim.holds === true) return;
      if (claim.holds === null) messages.push(undecidedClaim(call.place, claim.id, 'claim'));
      else messages.push(claimDoesNotHold(call.place, claim.id, claim.statement, evidenceOf(claim, context)));
    },
    quote(call, words, live) {
      const wrong = checkQuote(
        {
          source: call.name,
          sourcePlace: call.namePlace,
          project: call.options.get('of')?.value,
          text: words,
          place: call.place,
        },
        context.projects,
      );
      messages.push(...wrong);
      if (wrong.length > 0 || !live) return 'x';
      const text = words.replace(/\s+/g, ' ');
      return hand({ kind: 'quote', source: call.name, text }, call);
    },
    when(call, live) {
      const claim = findClaim(call, context, messages);
      if (claim?.holds === null && live) messages.push(undecidedClaim(call.place, claim.id, 'when'));
      return { main: claim?.holds === true, other: claim?.holds === false };
    },
  };
}

function lookUp(call: Call, context: MarkupContext, messages: Message[]): Placeholder | undefined {
  switch (call.helper) {
    case 'finding': {
      const finding = context.findings.get(call.name);
      if (!finding) messages.push(unknownFinding(call.namePlace, call.name, [...context.findings.keys()]));
      return finding && inForm(finding, call, messages);
    }
    case 'direction':
      return resolveDirection(call, context, messages);
    case 'compare':
      return resolveCompare(call, context, messages);
    case 'highest':
    case 'lowest':
      return resolveExtreme(call, context, messages);
    case 'cited': {
      const of = call.options.get('of');
      const reference = context.references.get(of?.value ?? '');
      if (!reference) {
        messages.push(
          unknownReference(of?.place ?? call.place, of?.value ?? '', [...context.references.keys()]),
        );
      }
      return reference && { kind: 'cited', reference, text: call.name };
    }
    case 'table': {
      const table = context.tables.get(call.name);
      if (!table) messages.push(unknownTable(call.namePlace, call.name, [...context.tables.keys()]));
      return table && { kind: 'table', table };
    }
    case 'ledger': {
      const claims = [...context.claims.values()].filter(({ published }) => published !== null);
      if (claims.length === 0) messages.push(emptyLedger(call.place));
      return { kind: 'ledger', claims };
    }
    default:
      throw new Error(`{{${call.helper}}} is a block`);
  }
}

function inForm(finding: Finding, call: Call, messages: Message[]): Placeholder | undefined {
  const as = call.options.get('as');
  const formatted = formatFinding(finding, as?.value);
  if (formatted.problem === null) {
    return { kind: 'finding', finding, as: as?.value ?? 'value', text: formatted.text };
  }
  messages.push(errorAt(formatted.problem.rule, as?.place ?? call.place, formatted.problem));
  return undefined;
}

function findClaim(call: Call, context: MarkupContext, messages: Message[]): Claim | undefined {
  const claim = context.claims.get(call.name);
  if (!claim) messages.push(unknownClaim(call.namePlace, call.name, [...context.claims.keys()]));
  return claim;
}

/** Each figure that a claim rests on, and what it was when last approved, where it has changed. */
function evidenceOf(claim: Claim, { findings, approved }: MarkupContext): string[] {
  return claim.evidence.map((id) => {
    const now = findings.get(id)?.text ?? 'not known';
    const before = approved?.get(id);
    return before === undefined || before.text === now
      ? `${id} is ${now}`
      : `${id} is ${now}, ${before.text} when last approved (${before.why})`;
  });
}
