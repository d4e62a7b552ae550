import { nearestName } from './nearest-name.ts';

/** What to do about a name that does not exist: `did you mean "rates"?`, or else `otherwise`. */
export function suggestName(
  name: string,
  known: Iterable<string>,
  otherwise: string,
  write: (nearest: string) => string = (nearest) => `"${nearest}"`,
): string {
  const nearest = nearestName(name, known);
  return nearest === undefined ? otherwise : `did you mean ${write(nearest)}?`;
}
