/** P(X ≤ count) of `trials` with chance `p`, exactly but for rounding. R: `pbinom(count, trials, p)`. */
export function binomialAtMost(count: number, trials: number, p: number): number {
  let sum = 0;
  for (let k = 0; k <= count; k++) sum += mass(k, trials, p);
  return Math.min(1, sum);
}

/** P(X ≥ count). R: `pbinom(count - 1, trials, p, lower.tail = FALSE)`. */
export function binomialAtLeast(count: number, trials: number, p: number): number {
  let sum = 0;
  for (let k = trials; k >= count; k--) sum += mass(k, trials, p);
  return Math.min(1, sum);
}

function mass(k: number, trials: number, p: number): number {
  let log = k * Math.log(p) + (trials - k) * Math.log1p(-p);
  for (let i = 1; i <= k; i++) log += Math.log((trials - k + i) / i);
  return Math.exp(log);
}
