import { globSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';

export interface ImportEdge {
  readonly from: string;
  readonly line: number;
  /** A path from the project's root for a local file, else the package's specifier. */
  readonly to: string;
}

const IMPORT = /^\s*(?:import|export)\s(?:[^'"]*?\sfrom\s+)?['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]/;

/** Every import of the TypeScript files that match, type imports and dynamic ones included. */
export function readImports(patterns: readonly string[]): ImportEdge[] {
  const files = patterns.flatMap((pattern) => globSync(pattern)).map((file) => file.replaceAll('\\', '/'));
  return files.sort().flatMap((file) => importsOf(file, readFileSync(file, 'utf8')));
}

/** A statement may span lines: the text is scanned with import lists folded onto one line. */
export function importsOf(file: string, text: string): ImportEdge[] {
  const edges: ImportEdge[] = [];
  let statement = '';
  let start = 0;
  text.split('\n').forEach((line, index) => {
    if (statement === '') {
      if (/^\s*(?:import|export)\s+(?:type\s+)?\{[^}]*$/.test(line)) {
        statement = line;
        start = index + 1;
        return;
      }
      const found = IMPORT.exec(line);
      if (found) edges.push({ from: file, line: index + 1, to: resolve(file, found[1] ?? found[2] ?? '') });
      for (const inline of line.matchAll(/\bimport\('([^']+)'\)/g)) {
        const to = resolve(file, inline[1] ?? '');
        if (!edges.some((edge) => edge.line === index + 1 && edge.to === to)) {
          edges.push({ from: file, line: index + 1, to });
        }
      }
      return;
    }
    statement += ` ${line.trim()}`;
    if (!line.includes('}')) return;
    const found = IMPORT.exec(statement);
    if (found) edges.push({ from: file, line: start, to: resolve(file, found[1] ?? '') });
    statement = '';
  });
  return edges;
}

function resolve(from: string, specifier: string): string {
  return specifier.startsWith('.') ? posix.join(posix.dirname(from), specifier) : specifier;
}

/** The first cycle found among local files, as the files in order, or `undefined`. */
export function findCycle(edges: readonly ImportEdge[]): string[] | undefined {
  const next = new Map<string, string[]>();
  for (const { from, to } of edges) next.set(from, [...(next.get(from) ?? []), to]);
  const done = new Set<string>();
  const path: string[] = [];
  const visit = (file: string): string[] | undefined => {
    if (path.includes(file)) return [...path.slice(path.indexOf(file)), file];
    if (done.has(file)) return undefined;
    path.push(file);
    for (const to of next.get(file) ?? []) {
      const cycle = visit(to);
      if (cycle) return cycle;
    }
    path.pop();
    done.add(file);
    return undefined;
  };
  for (const file of [...next.keys()].sort()) {
    const cycle = visit(file);
    if (cycle) return cycle;
  }
  return undefined;
}
