import type { Message, Place } from '../model/message.ts';
import { expectOneOf } from './expect-one-of.ts';
import { errorAt, type Rules, warningAt } from './rule.ts';
import { suggestName } from './suggest-name.ts';

/** What can be wrong with `data/datapackage.json`. */
export const dataPackageRules: Rules = {
  'data/package-json': 'The data package is not JSON.',
  'data/package-repeated-key': 'An object of the data package has a key twice.',
  'data/package-property': 'A property of the data package is missing or not what it must be.',
  'data/package-unknown-property': 'A property of the data package looks like a misspelt one.',
  'data/package-duplicate-name':
    'Two resources of the data package, or two fields of a resource, share a name.',
  'data/package-unknown-field': 'A key of the data package names a field that does not exist.',
  'data/package-unknown-resource': 'A reference of the data package names a resource that does not exist.',
};

export function packageNotJson(place: Place, found: string, expected: string): Message {
  return errorAt('data/package-json', place, {
    reason: `the file is not JSON: here stands ${found}; expected ${expected}`,
    remedy: 'look here and just before: for a comma, quote or bracket too few or too many, or a comment',
  });
}

export function packageRepeatedKey(place: Place, key: string, first: Place): Message {
  return errorAt('data/package-repeated-key', place, {
    reason: `the key "${key}" stands here a second time; expected each key once`,
    remedy: 'remove one of the two: the later one alone would count',
    cause: { place: first, label: 'the first one' },
  });
}

export function packageProperty(place: Place, path: string, found: string, expected: string): Message {
  return errorAt('data/package-property', place, {
    reason: `${path} is ${found}; expected ${expected}`,
    remedy: 'correct the data package; docs/guide/datasets.md lists every property',
  });
}

export function packageUnknownProperty(place: Place, name: string, near: string): Message {
  return warningAt('data/package-unknown-property', place, {
    reason: `${JSON.stringify(name)} is not a property that Plumbline reads; expected perhaps ${JSON.stringify(near)}`,
    remedy: `write ${JSON.stringify(near)}, or leave it if it is meant for other programs`,
  });
}

export function packageDuplicateName(place: Place, what: string, name: string, first: Place): Message {
  return errorAt('data/package-duplicate-name', place, {
    reason: `a second ${what} is named ${JSON.stringify(name)}; expected each name once`,
    remedy: 'rename one of them',
    cause: { place: first, label: 'the first one' },
  });
}

export function packageUnknownField(
  place: Place,
  name: string,
  resource: string,
  known: readonly string[],
): Message {
  return errorAt('data/package-unknown-field', place, {
    reason: `${JSON.stringify(name)} is not a field of ${JSON.stringify(resource)}; ${expectOneOf(known, 'fields')}`,
    remedy: suggestName(name, known, 'name one of them, or add it'),
  });
}

export function packageUnknownResource(place: Place, name: string, known: readonly string[]): Message {
  return errorAt('data/package-unknown-resource', place, {
    reason: `${JSON.stringify(name)} is not a resource of the data package; ${expectOneOf(known, 'resources')}`,
    remedy: suggestName(name, known, 'name one of them, or add it'),
  });
}
