import { createHash } from 'node:crypto';
import { registerHooks } from 'node:module';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { columnBefore, type GuardedCode } from './guard-keys.ts';

const OUR_ANALYSIS_MODULE = new URL('../analysis.ts', import.meta.url).href;

/** How often a script of the same content was imported in this process. */
const timesImported = new Map<string, number>();
/** What was put into the code of each module, by its address. */
const imported = new Map<string, GuardedCode>();

/**
 * Imports a script with instances of its own of everything that it is made of: what one analysis keeps in the
 * variables of a file, another that imports the same file cannot meet, and a file that has changed since is run
 * as it is now. Only the analysis module is shared, which keeps nothing.
 *
 * @param modules the code of the script, the first, and of its imports, by their paths from the project's root
 * @param ownAnalysisModule whether the project has a `src/analysis.ts`; ours stands in for it where not
 * @returns its default export
 */
export async function importScript(
  root: string,
  modules: ReadonlyMap<string, GuardedCode>,
  ownAnalysisModule: boolean,
): Promise<unknown> {
  const addressOf = (path: string) => pathToFileURL(join(resolve(root), path)).href;
  const query = `?instance=${nameInstance(modules)}`;
  const known = new Map([...modules].map(([path, module]) => [addressOf(path) + query, module] as const));
  for (const [url, module] of known) imported.set(url, module);
  const theirAnalysisModule = addressOf('src/analysis.ts');
  const hooks = registerHooks({
    resolve(specifier, context, nextResolve) {
      const { parentURL } = context;
      if (parentURL === undefined || !known.has(parentURL)) return nextResolve(specifier, context);
      const { href } = new URL(specifier, parentURL);
      if (known.has(href + query)) return { url: href + query, shortCircuit: true };
      const isOurs = href === theirAnalysisModule && !ownAnalysisModule;
      return isOurs ? { url: OUR_ANALYSIS_MODULE, shortCircuit: true } : nextResolve(specifier, context);
    },
    load(url, context, nextLoad) {
      const source = known.get(url)?.code;
      return source === undefined ? nextLoad(url, context) : { format: 'module', source, shortCircuit: true };
    },
  });
  try {
    const [[first = ''] = []] = known;
    const module: { default?: unknown } = await import(first);
    return module.default;
  } finally {
    hooks.deregister();
  }
}

/** The same name for the same content in every process, so that what Node keeps of the code is found again. */
function nameInstance(modules: ReadonlyMap<string, GuardedCode>): string {
  const hash = createHash('sha256');
  for (const [path, { code }] of modules) hash.update(`${path}\0${code}\0`);
  const content = hash.digest('hex').slice(0, 16);
  const times = (timesImported.get(content) ?? 0) + 1;
  timesImported.set(content, times);
  return `${content}-${times}`;
}

/** The column in a file of `scripts/` for one that a stack names, with the address of the module. */
export function columnInScript(url: string, line: number, column: number): number {
  return columnBefore(imported.get(url)?.shifts ?? [], line, column);
}
