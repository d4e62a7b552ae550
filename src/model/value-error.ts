/** A script asks for a number or a text where none stands. */
export class ValueError extends Error {
  override readonly name = 'ValueError';
  readonly found: string;
  readonly expected: string;
  constructor(found: string, expected: string) {
    super(`${found}; expected ${expected}`);
    this.found = found;
    this.expected = expected;
  }
}
