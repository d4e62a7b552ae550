import { ReachError } from '../model/ports.ts';
import { REFUSED_PROPERTIES } from './refused-properties.ts';

/**
 * The key of a property as a script worked it out, once it is known not to be one that a script may not use:
 * `guardKeys` puts it around every such key. It is made a text here, once, so that it cannot be another when
 * it is used.
 * @throws {ReachError}
 */
export function checkedKey(key: unknown): PropertyKey {
  if (typeof key === 'number' || typeof key === 'symbol') return key;
  const name = String(key);
  if (REFUSED_PROPERTIES.has(name)) throw new ReachError(`.${name}`);
  return name;
}
