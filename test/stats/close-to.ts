import assert from 'node:assert/strict';

/** That two numbers agree to a relative `tolerance`. */
export function closeTo(actual: number, expected: number, tolerance = 1e-8, what = ''): void {
  const off = Math.abs(actual - expected) / Math.max(1e-12, Math.abs(expected));
  assert.ok(off <= tolerance, `${what} ${actual} is ${off} off ${expected}`);
}

/** That every number of `expected` stands under its name in `actual`, to a relative `tolerance`. */
export function partsCloseTo(
  actual: object | undefined,
  expected: Readonly<Record<string, number>>,
  tolerance = 1e-8,
): void {
  const parts = Object.entries(actual ?? {});
  for (const [name, value] of Object.entries(expected)) {
    const found: unknown = parts.find(([part]) => part === name)?.[1];
    closeTo(Number(found), value, tolerance, name);
  }
}
