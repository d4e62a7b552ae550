import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { LoadedScript, Scripts } from '../model/ports.ts';
import { locateError } from './locate-error.ts';
import { openFiles } from './open-files.ts';
import { readScript } from './read-script.ts';
import { refuseMadeCode } from './refuse-made-code.ts';
import { shareAnalysisModule } from './share-analysis-module.ts';

/** The scripts of the project at `root`. Each is read and checked as a whole before any of it runs. */
export function openScripts(root: string): Scripts {
  const files = openFiles(root);
  return {
    async load(path): Promise<LoadedScript | undefined> {
      const script = await readScript(files, path);
      if (script === undefined) return undefined;
      if (script.violations.length > 0) return { ...script, value: undefined };
      await shareAnalysisModule(root);
      refuseMadeCode();
      const module: { default?: unknown } = await import(pathToFileURL(join(resolve(root), path)).href);
      return { ...script, value: module.default };
    },
    locate: (error) => locateError(error, root),
  };
}
