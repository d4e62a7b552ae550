/** One thing that was looked at. `noted` says what nobody can decide from here, or that there was nothing to look at. */
export interface VerifyCheck {
  readonly name: string;
  readonly result: 'passed' | 'failed' | 'noted';
  readonly detail: string;
  /** What exactly is wrong: a file, a figure, a place each. */
  readonly lines: readonly string[];
}

export function passed(name: string, detail: string): VerifyCheck {
  return { name, result: 'passed', detail, lines: [] };
}

export function noted(name: string, detail: string, lines: readonly string[] = []): VerifyCheck {
  return { name, result: 'noted', detail, lines };
}

export function failed(name: string, detail: string, lines: readonly string[] = []): VerifyCheck {
  return { name, result: 'failed', detail, lines };
}

const WORDS: Readonly<Record<VerifyCheck['result'], string>> = { passed: 'ok', failed: 'FAILED', noted: '·' };

/** Checks as a person reads them, a line each and what is wrong beneath, then what they come to. */
export function describeChecks(subject: string, checks: readonly VerifyCheck[]): string {
  const width = Math.max(...checks.map(({ name }) => name.length));
  const lines = checks.flatMap(({ name, result, detail, lines: details }) => [
    `${name.padEnd(width)}  ${WORDS[result].padEnd(6)}  ${printable(detail)}`,
    ...details.map((line) => `${' '.repeat(width + 10)}${printable(line)}`),
  ]);
  const wrong = checks.filter(({ result }) => result === 'failed').map(({ name }) => name);
  const isRebuilt = checks.some(({ name, result }) => name === 'rebuild' && result === 'passed');
  const right = isRebuilt ? 'Verified.' : 'Nothing is wrong, but it was not built again.';
  const end = wrong.length === 0 ? right : `NOT verified: ${wrong.join(', ')}.`;
  return [printable(subject), '', ...lines, '', end].join('\n');
}

/** What stands in a file that anybody may have made cannot steer a terminal. */
function printable(text: string): string {
  return text.replace(/\p{Cc}|\p{Cf}/gu, '�').slice(0, 500);
}
