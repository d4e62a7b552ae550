import type { Files } from './ports.ts';

/** A revision of the project, taken out of git into a folder of its own. */
export interface Revision {
  /** `4f2a1c9 of 21 November 2026`. */
  readonly label: string;
  readonly files: Files;
  /**
   * Builds reports there, with that revision's own Plumbline where it has one; the page without its print.
   * Gives what the build said.
   */
  build(reports: readonly string[]): Promise<string>;
  remove(): Promise<void>;
}

/** Git does not know the revision, or is not there. */
export class RevisionError extends Error {
  override readonly name = 'RevisionError';
  readonly remedy: string;
  constructor(message: string, remedy: string) {
    super(message);
    this.remedy = remedy;
  }
}
