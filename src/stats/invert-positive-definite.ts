/**
 * The inverse of a symmetric positive definite matrix, row by row, by Cholesky's factors of the matrix scaled
 * to a diagonal of 1 (R: `chol2inv(chol(m))`). `undefined` where it is not positive definite, or so nearly
 * not that less than a millionth of one row is its own.
 */
export function invertPositiveDefinite(matrix: Float64Array, size: number): Float64Array | undefined {
  const scale = Float64Array.from({ length: size }, (_, i) => 1 / Math.sqrt(matrix[i * size + i] ?? 0));
  const lower = new Float64Array(size * size);
  for (let i = 0; i < size; i++) {
    for (let j = 0; j <= i; j++) {
      let rest = (matrix[i * size + j] ?? 0) * (scale[i] ?? 0) * (scale[j] ?? 0);
      for (let k = 0; k < j; k++) rest -= (lower[i * size + k] ?? 0) * (lower[j * size + k] ?? 0);
      if (i === j && !(rest > 1e-6)) return undefined;
      lower[i * size + j] = i === j ? Math.sqrt(rest) : rest / (lower[j * size + j] ?? 1);
    }
  }
  const inverse = new Float64Array(size * size);
  const column = new Float64Array(size);
  for (let unit = 0; unit < size; unit++) {
    solve(lower, size, unit, column);
    for (let i = 0; i < size; i++)
      inverse[i * size + unit] = (column[i] ?? 0) * (scale[i] ?? 0) * (scale[unit] ?? 0);
  }
  return inverse;
}

/** Solves L·L'·x = the unit vector with 1 at `unit`. */
function solve(lower: Float64Array, size: number, unit: number, x: Float64Array): void {
  x.fill(0);
  for (let i = unit; i < size; i++) {
    let rest = i === unit ? 1 : 0;
    for (let k = unit; k < i; k++) rest -= (lower[i * size + k] ?? 0) * (x[k] ?? 0);
    x[i] = rest / (lower[i * size + i] ?? 1);
  }
  for (let i = size - 1; i >= 0; i--) {
    let rest = x[i] ?? 0;
    for (let k = i + 1; k < size; k++) rest -= (lower[k * size + i] ?? 0) * (x[k] ?? 0);
    x[i] = rest / (lower[i * size + i] ?? 1);
  }
}
