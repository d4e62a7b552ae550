import type { Message, Place } from '../model/message.ts';
import { errorAt, type Rules } from './rule.ts';

export const linkRules = {
  'links/no-answer': 'An address on the web does not answer, or says that it has no such page.',
} as const satisfies Rules;

/** @param answer `it answers 404`, `there is no such host` */
export function noAnswer(place: Place, address: string, answer: string): Message {
  return errorAt('links/no-answer', place, {
    reason: `${address} leads nowhere: ${answer}; expected a page`,
    remedy: 'open it in a browser; correct the address, or cite an archived copy',
  });
}
