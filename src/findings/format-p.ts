import { roundDecimal } from './round-decimal.ts';

/** Levels that readers hold a p value against: rounding must not carry it to their other side. */
const LEVELS = [0.05, 0.01];

/**
 * A p value: two decimals, three below 0.01, `p < 0.001` below that, `p > 0.99` where it would round to 1.
 * One that would round up to 0.05 or 0.01 gets up to four decimals so that it stays below:
 * 0.0496 → `p = 0.0496`, 0.04999 → `p < 0.05`. The spaces do not break.
 */
export function formatP(p: number): string {
  if (p < 0.001) return 'p\u00a0<\u00a00.001';
  if (p > 0.99) return 'p\u00a0>\u00a00.99';
  for (let decimals = p < 0.01 ? 3 : 2; decimals <= 4; decimals++) {
    const shown = roundDecimal(p, decimals);
    if (LEVELS.every((level) => p < level === Number(shown) < level)) return `p\u00a0=\u00a0${shown}`;
  }
  return `p\u00a0<\u00a0${p < 0.01 ? 0.01 : 0.05}`;
}
