import { registerHooks } from 'node:module';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { openFiles } from './open-files.ts';

const OUR_ANALYSIS_MODULE = new URL('../analysis.ts', import.meta.url).href;
const shared = new Set<string>();

/** Lets the scripts of a project that holds no `src/analysis.ts` of its own import this one by that path. */
export async function shareAnalysisModule(root: string): Promise<void> {
  const theirs = pathToFileURL(join(resolve(root), 'src/analysis.ts')).href;
  if (shared.has(theirs) || theirs === OUR_ANALYSIS_MODULE) return;
  if ((await openFiles(root).read('src/analysis.ts')) !== undefined) return;
  shared.add(theirs);
  registerHooks({
    resolve(specifier, context, nextResolve) {
      const parent = context.parentURL;
      const isTheirs = specifier.startsWith('.') && parent && new URL(specifier, parent).href === theirs;
      return isTheirs ? { url: OUR_ANALYSIS_MODULE, shortCircuit: true } : nextResolve(specifier, context);
    },
  });
}
