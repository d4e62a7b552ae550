/** What an error says, with what was expected where it does not say so itself. */
export function withExpectation(error: string, expected: string): string {
  return /; expected /.test(error) ? error : `${error.replace(/[.!]$/, '')}; expected ${expected}`;
}
