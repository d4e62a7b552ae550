/** Whether an interval leaves out what stands for no effect (0; 1 for ratios) and lies above it. */
export function isAbove({ low }: { readonly low: number }, none = 0): boolean {
  return low > none;
}

/** Whether an interval leaves out what stands for no effect (0; 1 for ratios) and lies below it. */
export function isBelow({ high }: { readonly high: number }, none = 0): boolean {
  return high < none;
}
