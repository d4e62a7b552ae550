/** A share in percent with one decimal, as HMRC prints it. */
export function roundShare(part: number, whole: number): number {
  return Math.round((part / whole) * 1000) / 10;
}
