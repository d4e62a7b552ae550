import type { Message } from '../model/message.ts';
import type { ScriptViolation } from '../model/ports.ts';
import { errorAt, type Rules } from './rule.ts';
import { withExpectation } from './with-expectation.ts';

export const syntheticRules: Rules = {
  'synthetic/not-a-generator': 'A default export of a script in scripts/synthetic/ is not a generator.',
  'synthetic/forbidden-reach':
    'A generator uses something beyond its seed, such as the clock or a file, so that it could give other records.',
  'synthetic/generator-failed': 'A generator stopped.',
  'synthetic/wrong-resources': 'A generator gave other resources than it declares.',
  'synthetic/duplicate-resource':
    'Two generators make a resource of the same name, or an official one has it.',
};

export function notAGenerator(file: string): Message {
  return errorAt(
    'synthetic/not-a-generator',
    { file },
    {
      reason:
        'its default export is not a generator with the id of its file; expected defineGenerator({ id, seed, produces, run })',
      remedy:
        'a helper shared by generators has no default export, or stands in a folder below scripts/synthetic/',
    },
  );
}

export function reachingGenerator({ file, line, column, what }: ScriptViolation): Message {
  return errorAt(
    'synthetic/forbidden-reach',
    { file, line, column },
    {
      reason: `it reaches for ${what}; expected only what the seed gives and src/analysis.ts offers`,
      remedy: 'take random numbers from seededRandom(seed)',
    },
  );
}

export function generatorFailed(generator: string, cause: unknown): Message {
  const error = cause instanceof Error ? cause.message : String(cause);
  return errorAt(
    'synthetic/generator-failed',
    { file: fileOf(generator) },
    {
      reason: `the generator stopped: ${withExpectation(error, 'it to give its records')}`,
      remedy: 'mend the generator at the line that the error names',
    },
  );
}

export function wrongResources(
  generator: string,
  declared: readonly string[],
  given: readonly string[],
): Message {
  return errorAt(
    'synthetic/wrong-resources',
    { file: fileOf(generator) },
    {
      reason: `it gave ${list(given)}; expected ${list(declared)}, as "produces" declares`,
      remedy: 'let "produces" and what "run" returns name the same resources',
    },
  );
}

export function duplicateResource(generator: string, name: string): Message {
  return errorAt(
    'synthetic/duplicate-resource',
    { file: fileOf(generator) },
    {
      reason: `it makes "${name}", a name that another resource has; expected a name of its own`,
      remedy: 'give the made-up resource another name, such as one that begins with synthetic-',
    },
  );
}

function fileOf(generator: string): string {
  return `scripts/synthetic/${generator}.ts`;
}

function list(names: readonly string[]): string {
  return names.length === 0 ? 'nothing' : names.join(', ');
}
