import { createHash } from 'node:crypto';

/**
 * The GUID that a text always gives: the SHA-256 digest's first 128 bits as a UUID of version 8. For made-up projects,
 * whose GUIDs must be the same whenever they are made.
 *
 * @param text unique within the project: `interviews/code/thresholds`
 */
export function guidOf(text: string): string {
  const bytes = createHash('sha256').update(text).digest().subarray(0, 16);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x80;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = bytes.toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
