/**
 * A share or its bounds with as many decimals as are printed. Next to the number of children that it is a share
 * of, one more decimal could give back a count to the child, and the difference of two counts that were hidden.
 */
export function asPrinted(value: number, decimals: number): number {
  return Number(value.toFixed(decimals));
}
