import type { LoadedScript, Scripts } from '../model/ports.ts';
import { importScript } from './import-script.ts';
import { locateError } from './locate-error.ts';
import { openFiles } from './open-files.ts';
import { readScript } from './read-script.ts';
import { refuseMadeCode } from './refuse-made-code.ts';
import { sealLanguage } from './seal-language.ts';

/** The scripts of the project at `root`. Each is read and checked as a whole before any of it runs. */
export function openScripts(root: string): Scripts {
  const files = openFiles(root);
  return {
    async load(path): Promise<LoadedScript | undefined> {
      const read = await readScript(files, path);
      if (read === undefined) return undefined;
      const { modules, ...script } = read;
      if (script.violations.length > 0) return { ...script, value: undefined };
      const ownAnalysisModule = (await files.read('src/analysis.ts')) !== undefined;
      refuseMadeCode();
      sealLanguage();
      return { ...script, value: await importScript(root, modules, ownAnalysisModule) };
    },
    locate: (error) => locateError(error, root),
  };
}
