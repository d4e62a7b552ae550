import type { RArgument } from '../model/ports.ts';

/** The R call as a reader of a message sees it: `fit_model(data = <151 rows>, level = 0.95)`. */
export function showRCall(fn: string, args: Readonly<Record<string, RArgument>>): string {
  const shown = Object.entries(args).map(([name, arg]) => `${name} = ${showArgument(arg)}`);
  return `${fn}(${shown.join(', ')})`;
}

function showArgument(arg: RArgument): string {
  if (typeof arg === 'string') return JSON.stringify(arg);
  if (typeof arg === 'boolean') return arg ? 'TRUE' : 'FALSE';
  if (typeof arg === 'number') return String(arg);
  if ('fields' in arg) return `<${arg.rows.length} ${arg.rows.length === 1 ? 'row' : 'rows'}>`;
  return `<${arg.length} ${arg.length === 1 ? 'value' : 'values'}>`;
}
