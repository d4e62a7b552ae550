import { cannotProtect, contradiction, smallChange } from '../messages/disclosure-rules.ts';
import type { Message } from '../model/message.ts';
import { describeKey, keyText } from './cell-key.ts';
import type { CellSystem } from './cell-system.ts';

/** Counts that two results give differently. */
export function wordContradictions({ contradictions }: CellSystem): Message[] {
  return contradictions.map(({ key, first, second }) =>
    contradiction(
      second?.place ?? first?.place ?? { file: 'scripts' },
      describeKey(key),
      second === undefined ? undefined : first?.place,
    ),
  );
}

/** Counts that differ a little from what was released before. */
export function wordChanges({ variables }: CellSystem, changed: ReadonlySet<string>): Message[] {
  return variables.flatMap(({ key, statements }) => {
    const [first] = statements;
    if (key === undefined || first === undefined || !changed.has(keyText(key))) return [];
    return [smallChange(first.place, describeKey(key))];
  });
}

/** A number that can be told whatever is hidden; its place is where the script states it or its total. */
export function wordExposed({ variables, equations }: CellSystem, index: number): Message {
  const variable = variables[index];
  const sum = equations.find(({ total, parts }) => total === index || parts.includes(index));
  const total = sum === undefined ? undefined : variables[sum.total];
  const stated = variable?.statements[0] ?? total?.statements[0];
  const place = stated?.place ?? { file: 'scripts' };
  if (variable?.isReleased) {
    return cannotProtect(
      place,
      describeKey(variable.key ?? { of: 'a count', at: [] }),
      'the approved edition shows it',
    );
  }
  const cell =
    variable?.key === undefined
      ? `what the shown parts leave of ${describeKey(total?.key ?? { of: 'a total', at: [] })}`
      : describeKey(variable.key);
  return cannotProtect(place, cell, 'the sums that are shown leave it too narrow a range');
}
