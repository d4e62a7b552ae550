import type { Message } from '../model/message.ts';
import type { ScriptViolation } from '../model/ports.ts';
import { expectOneOf } from './expect-one-of.ts';
import { errorAt, type Rules } from './rule.ts';
import { suggestName } from './suggest-name.ts';
import { withExpectation } from './with-expectation.ts';

export const importRules: Rules = {
  'import/missing-source-file': 'An importer reads a file that is not in the folder given with --from.',
  'import/unreadable-source-file': 'An official file has an ending that no reader knows.',
  'import/importer-failed': 'An importer stopped: a file is not laid out as the importer expects.',
  'import/wrong-extracts': 'An importer gave other extracts than it declares.',
  'import/not-an-importer': 'A script in scripts/import/ has no importer as its default export.',
  'import/forbidden-reach':
    'An importer uses something beyond what it is handed, such as the clock or a file.',
  'import/unknown-importer': 'A name given to import-data is no importer.',
  'import/unknown-extract': 'An importer needs an extract that no importer produces.',
  'import/circular-needs': 'Importers need each other’s extracts in a circle.',
  'import/duplicate-extract': 'Two importers produce an extract of the same name.',
};

export function missingSourceFile(importer: string, file: string): Message {
  return errorAt(
    'import/missing-source-file',
    { file },
    {
      reason: `the importer "${importer}" reads this file, and it is not there; expected it in the folder given with --from`,
      remedy: 'download it from its publisher and put it at this path below the folder given with --from',
    },
  );
}

export function unreadableSourceFile(importer: string, file: string): Message {
  return errorAt(
    'import/unreadable-source-file',
    { file },
    {
      reason: `the importer "${importer}" reads this file; expected one of .csv, .parquet, .xlsx, .xls, .ods`,
      remedy: 'save it in one of these formats, and correct its name in "reads" of the importer',
    },
  );
}

export function importerFailed(importer: string, cause: unknown): Message {
  const error = cause instanceof Error ? cause.message : String(cause);
  return errorAt(
    'import/importer-failed',
    { file: `scripts/import/${importer}.ts` },
    {
      reason: `the importer stopped: ${withExpectation(error, 'it to give its extracts')}`,
      remedy:
        'compare the file with the layout that the importer’s test shows; change the importer if the publisher did',
    },
  );
}

export function wrongExtracts(
  importer: string,
  declared: readonly string[],
  given: readonly string[],
): Message {
  return errorAt(
    'import/wrong-extracts',
    { file: `scripts/import/${importer}.ts` },
    {
      reason: `it gave ${listNames(given)}; expected ${listNames(declared)}, as "produces" declares`,
      remedy: 'let "produces" and what "run" returns name the same extracts',
    },
  );
}

export function notAnImporter(file: string): Message {
  return errorAt(
    'import/not-an-importer',
    { file },
    {
      reason: 'its default export is not an importer; expected defineImporter({ id, reads, produces, run })',
      remedy: 'a helper shared by importers belongs in a folder below scripts/import/',
    },
  );
}

export function reachingImporter({ file, line, column, what }: ScriptViolation): Message {
  return errorAt(
    'import/forbidden-reach',
    { file, line, column },
    {
      reason: `it reaches for ${what}; expected only what the importer declares and src/analysis.ts offers`,
      remedy: 'take files from "reads" and rows of other extracts from "needs"',
    },
  );
}

export function unknownImporter(name: string, known: readonly string[]): Message {
  return errorAt(
    'import/unknown-importer',
    { file: 'scripts/import/' },
    {
      reason: `"${name}" is no importer; expected one of ${listNames(known)}`,
      remedy: suggestName(name, known, 'name one of them, or none to run them all'),
    },
  );
}

export function unknownExtract(importer: string, name: string, known: readonly string[]): Message {
  return errorAt(
    'import/unknown-extract',
    { file: `scripts/import/${importer}.ts` },
    {
      reason: `it needs the extract "${name}", which no importer produces; ${expectOneOf(known, 'extracts')}`,
      remedy: suggestName(
        name,
        known,
        'correct "needs" of the importer, or write the importer that produces it',
      ),
    },
  );
}

export function circularNeeds(importers: readonly string[]): Message {
  return errorAt(
    'import/circular-needs',
    { file: 'scripts/import/' },
    {
      reason: `these importers need each other’s extracts: ${listNames(importers)}; expected needs that lead to official files`,
      remedy: 'let one of them read the official file itself instead of the other’s extract',
    },
  );
}

export function duplicateExtract(name: string, first: string, second: string): Message {
  return errorAt(
    'import/duplicate-extract',
    { file: `scripts/import/${second}.ts` },
    {
      reason: `it produces "${name}", as another importer does; expected a name of its own`,
      remedy: 'give one of the two extracts another name',
      cause: { place: { file: `scripts/import/${first}.ts` }, label: 'the other importer' },
    },
  );
}

function listNames(names: readonly string[]): string {
  return names.length === 0 ? 'nothing' : names.join(', ');
}
