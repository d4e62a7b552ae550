import { badExpression, localTime, refused, unknownName } from '../messages/chart-rules.ts';
import type { Message, Place } from '../model/message.ts';
import { CONSTANTS, FUNCTIONS, LOCAL_TIME, REFUSED_FUNCTIONS } from './expression-names.ts';
import { readExpression } from './read-expression.ts';

/** Checks that an expression can be read and reaches for nothing but fields, `params` and safe functions. */
export function checkExpression(expression: string, place: Place, params: readonly string[]): Message[] {
  const use = readExpression(expression);
  if ('problem' in use) return [badExpression(place, use.problem)];
  const known = [...CONSTANTS, ...params];
  const messages = use.names
    .filter((name) => !known.includes(name))
    .map((name) => unknownName(place, name, known));
  for (const name of use.functions) {
    if (FUNCTIONS.includes(name)) continue;
    const instead = LOCAL_TIME.get(name);
    const why = REFUSED_FUNCTIONS.get(name);
    if (instead !== undefined) messages.push(localTime(place, `${name}()`, `use ${instead}()`));
    else if (why !== undefined) messages.push(refused(place, `${name}()`, why));
    else messages.push(unknownName(place, `${name}()`, FUNCTIONS));
  }
  if (use.computedField) {
    const why = 'a field that is named only while drawing cannot be checked';
    messages.push(refused(place, 'datum[…]', why, 'write the name: datum.rate'));
  }
  if (use.pattern) messages.push(refused(place, 'a regular expression', 'it can ask for endless work'));
  return messages;
}
