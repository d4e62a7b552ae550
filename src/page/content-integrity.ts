import { createHash } from 'node:crypto';

/** The hash by which a content security policy names an inline script: `sha256-…` in base 64. */
export function contentIntegrity(text: string): string {
  return `sha256-${createHash('sha256').update(text, 'utf8').digest('base64')}`;
}
