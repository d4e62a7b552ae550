/** What stands under a name in a row or list, as it is and in words. */
export function describeIn(
  values: unknown,
  name: string,
): { readonly value: unknown; readonly found: string } {
  if (typeof values !== 'object' || values === null || Array.isArray(values)) {
    return {
      value: undefined,
      found: `asked of ${values === undefined ? 'a row that is not there' : 'no row or list'}`,
    };
  }
  const value: unknown = Object.getOwnPropertyDescriptor(values, name)?.value;
  return { value, found: inWords(value, Object.keys(values)) };
}

function inWords(value: unknown, names: readonly string[]): string {
  if (value === undefined) return `not among ${names.join(', ')}`;
  if (value === null) return 'empty';
  if (typeof value !== 'object') return typeof value === 'string' ? JSON.stringify(value) : String(value);
  if ('marks' in value) return 'a marked number';
  return 'symbol' in value ? `the symbol [${String(value.symbol)}]` : 'a list';
}
