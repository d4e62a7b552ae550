/** A Vega loader that fetches nothing. A spec that reaches it has passed a check that should have stopped it. */
export function refusingLoader(): {
  load: (uri: string) => Promise<never>;
  sanitize: (uri: string) => Promise<never>;
  http: (uri: string) => Promise<never>;
  file: (uri: string) => Promise<never>;
} {
  const refuse = (uri: string): Promise<never> =>
    Promise.reject(new Error(`a chart tried to load "${uri}"; charts fetch nothing`));
  return { load: refuse, sanitize: refuse, http: refuse, file: refuse };
}
