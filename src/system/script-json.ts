import { checkedKey } from './checked-key.ts';

/**
 * JSON as scripts have it: a list of keys to be written is checked as any key is, because a text written by
 * such a list holds what no enumeration would show.
 */
export const scriptJson: Pick<JSON, 'parse' | 'stringify'> = Object.freeze({
  parse: JSON.parse,
  stringify(value: unknown, replacer?: unknown, space?: string | number): string {
    const keys = Array.isArray(replacer) ? replacer.map((key) => String(checkedKey(key))) : replacer;
    return JSON.stringify(value, keys as (string | number)[], space);
  },
});
