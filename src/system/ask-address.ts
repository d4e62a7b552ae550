/** What an address on the web says to who asks for it. */
export interface WebAnswer {
  /** `there`: a page; `refused`: the site does not serve programs, or not now; `gone`: nothing is there. */
  readonly kind: 'there' | 'refused' | 'gone';
  /** `it answers 404`, `there is no such host` */
  readonly words: string;
}

const TIMEOUT = 20_000;

/** Answers of sites that turn programs away, want a login, or are busy: no proof that a page is gone. */
const REFUSALS: ReadonlySet<number> = new Set([401, 403, 405, 406, 408, 425, 429, 451, 503, 999]);

/** Asks for the head of a page and leaves its body; redirections are followed. Never throws. */
export async function askAddress(address: string, timeout = TIMEOUT): Promise<WebAnswer> {
  const stop = new AbortController();
  const timer = setTimeout(() => stop.abort(), timeout);
  try {
    const headers = {
      'user-agent': 'Mozilla/5.0 (compatible; Plumbline link check)',
      accept: 'text/html,*/*',
    };
    const { status, body } = await fetch(address, { headers, redirect: 'follow', signal: stop.signal });
    await body?.cancel();
    const words = `it answers ${status}`;
    if (status < 400) return { kind: 'there', words };
    return { kind: REFUSALS.has(status) ? 'refused' : 'gone', words };
  } catch (error) {
    if (stop.signal.aborted) return { kind: 'gone', words: `it does not answer within ${timeout / 1000} s` };
    return { kind: 'gone', words: describe(error) };
  } finally {
    clearTimeout(timer);
  }
}

function describe(error: unknown): string {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') return 'there is no such host, or no way to the network';
  if (code === 'ECONNREFUSED') return 'its host refuses the connection';
  if (/CERT|SSL|TLS/.test(code)) return 'its certificate is not valid';
  return cause instanceof Error ? cause.message : String(cause);
}
