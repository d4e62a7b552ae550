import type { LockedFinding, Snapshot } from '../../src/trust/lock.ts';

/** A figure of an invented report. */
export function figure(value: number, more: Partial<LockedFinding> = {}): LockedFinding {
  return {
    value,
    text: `${Math.round(value)}%`,
    unit: 'percent',
    decimals: 0,
    n: 10,
    interval: null,
    p: null,
    method: 'Mean',
    definition: 'Share of areas',
    script: 'scripts/areas.ts',
    query: null,
    resources: ['areas'],
    ...more,
  };
}

export function snapshot(
  findings: Snapshot['findings'],
  more: Partial<Snapshot> & { readonly content?: string } = {},
): Snapshot {
  const { content = 'rows 1', ...rest } = more;
  return {
    report: 'areas',
    findings,
    claims: {},
    scripts: { 'scripts/areas.ts': { hash: 'script 1', parameters: { year: 2020 } } },
    resources: {
      areas: { path: 'data/areas.csv', title: 'Areas', hash: `bytes of ${content}`, contentHash: content },
    },
    tools: { node: '24.21.0' },
    ...rest,
  };
}
