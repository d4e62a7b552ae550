/**
 * Holm's step-down correction (1979): the smallest of m p values is multiplied by m, the next by m - 1, and so
 * on, none falling beneath the one before or rising above 1. R equivalent: `p.adjust(p, "holm")`.
 */
export function adjustByHolm(ps: readonly number[]): readonly number[] {
  const order = ps.map((p, index) => ({ p, index })).sort((a, b) => a.p - b.p || a.index - b.index);
  const adjusted = ps.map(() => 1);
  let least = 0;
  for (const [rank, { p, index }] of order.entries()) {
    least = Math.max(least, Math.min(1, p * (ps.length - rank)));
    adjusted[index] = least;
  }
  return adjusted;
}
