import { readdirSync, readFileSync } from 'node:fs';

/** Summed proportional set size, in MB, of a process and all its descendants (Linux). */
export function processTreeMemory(root: number): number {
  const children = new Map<number, number[]>();
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    const parent = parentOf(name);
    if (parent !== undefined) children.set(parent, [...(children.get(parent) ?? []), Number(name)]);
  }
  const waiting = [root];
  let kilobytes = 0;
  for (let pid = waiting.pop(); pid !== undefined; pid = waiting.pop()) {
    kilobytes += pssOf(pid);
    waiting.push(...(children.get(pid) ?? []));
  }
  return kilobytes / 1000;
}

function parentOf(pid: string): number | undefined {
  const stat = readProc(`/proc/${pid}/stat`);
  // The program's name, in brackets, may hold spaces.
  const parent = stat?.slice(stat.lastIndexOf(')') + 2).split(' ')[1];
  return parent === undefined ? undefined : Number(parent);
}

function pssOf(pid: number): number {
  const found = /^Pss:\s+(\d+) kB/m.exec(readProc(`/proc/${pid}/smaps_rollup`) ?? '');
  return Number(found?.[1] ?? 0);
}

/** A process may end between the listing and the reading. */
function readProc(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}
