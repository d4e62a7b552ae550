import type { Message, Place } from '../model/message.ts';
import { expectOneOf } from './expect-one-of.ts';
import { errorAt, type RuledWording, type Rules, warningAt } from './rule.ts';
import { suggestName } from './suggest-name.ts';
import { withExpectation } from './with-expectation.ts';

/** What can be wrong where results rest on confidential resources. No wording names a hidden value. */
export const disclosureRules: Rules = {
  'disclosure/undeclared':
    'A finding or table rests on a confidential resource and does not say what it tells.',
  'disclosure/bad-declaration': 'A declaration names a field that is not there, or leaves one out.',
  'disclosure/not-a-count': 'Where a count should stand is something else.',
  'disclosure/incomplete-table': 'A combination of categories has no row, which tells that nobody is in it.',
  'disclosure/contradiction':
    'Two results give the same count different values, or parts exceed their total.',
  'disclosure/cannot-protect': 'A small count could be computed, whatever may still be hidden.',
  'disclosure/small-model': 'A model rests on too few records to be shown.',
  'disclosure/ordered-by-hidden': 'Rows stand in the order of a count of which some are hidden.',
  'disclosure/exact-beside-rounded':
    'An exact figure stands beside rounded counts from which it was computed.',
  'disclosure/claim-on-hidden': 'A claim rests on a finding that is hidden.',
  'disclosure/hidden-in-text': 'A text of the report states a finding that is hidden.',
  'disclosure/small-change': 'A count differs by a few people from the one that was released before.',
  'disclosure/results-file': 'A file of results from a secure environment is not what it must be.',
  'disclosure/unsigned-results':
    'Results from a secure environment do not bear the signature of the key that they name.',
  'disclosure/leak': 'A file of the edition holds a hidden value at its place, or a record.',
};

const GUIDE = 'docs/trust/disclosure.md';

export function undeclaredDisclosure(place: Place, subject: string, resources: readonly string[]): Message {
  const [first = ''] = resources;
  return errorAt('disclosure/undeclared', place, {
    reason: `${subject} rests on "${first}", which is confidential, and has no "disclosure"; expected it to say which people it counts, or why it tells of none`,
    remedy: `add disclosure: { … } as ${GUIDE} shows, or name in "resources" only what it rests on`,
  });
}

export function badDeclaration(place: Place, subject: string, problem: string): Message {
  return errorAt('disclosure/bad-declaration', place, {
    reason: `${subject}: ${withExpectation(problem, 'a declaration of the people that it counts')}`,
    remedy: `mend its disclosure; ${GUIDE} shows each kind`,
  });
}

export function unknownDisclosureField(
  place: Place,
  subject: string,
  field: string,
  known: readonly string[],
): Message {
  return errorAt('disclosure/bad-declaration', place, {
    reason: `${subject}: its disclosure names "${field}", which is no field of it; ${expectOneOf(known, 'fields')}`,
    remedy: suggestName(field, known, `name one of them; ${GUIDE} shows each kind of disclosure`),
  });
}

export function notACount(place: Place, subject: string, field: string, row: number): Message {
  return errorAt('disclosure/not-a-count', place, {
    reason: `${subject}, row ${row + 1}, field "${field}": what stands there is no count; expected a whole number from 0 up, or a symbol`,
    remedy: 'give the count itself, and name what is computed from it in "from"',
  });
}

export function incompleteTable(place: Place, subject: string, rows: number, expected: number): Message {
  return errorAt('disclosure/incomplete-table', place, {
    reason: `${subject} has ${rows} rows for ${expected} combinations of its categories; expected a row for each, because an absent one tells that nobody is there`,
    remedy: 'give the rows with 0, which become [c]; or say in "absent" why the others cannot occur',
  });
}

export function contradiction(place: Place, cell: string, other: Place | undefined): Message {
  return errorAt('disclosure/contradiction', place, {
    reason:
      other === undefined
        ? `the parts of ${cell} come to more than it; expected at most as many`
        : `${cell} has another value here than elsewhere in this edition; expected one number under one name`,
    remedy: 'count the same people in both, or name what is counted differently in "of"',
    ...(other === undefined ? {} : { cause: { place: other, label: 'the other value' } }),
  });
}

export function cannotProtect(place: Place, cell: string, why: string): Message {
  return errorAt('disclosure/cannot-protect', place, {
    reason: `${cell} is too small to be told, and could be: ${why}; expected a wider range`,
    remedy: 'merge categories, leave out a breakdown, or publish a rounded total',
  });
}

export function smallModel(place: Place, subject: string, problem: string): Message {
  return errorAt('disclosure/small-model', place, {
    reason: `${subject}: ${withExpectation(problem, 'a model of more records')}`,
    remedy: 'merge categories, drop terms, or leave the model out',
  });
}

export function orderedByHidden(place: Place, subject: string, field: string): Message {
  return errorAt('disclosure/ordered-by-hidden', place, {
    reason: `${subject}: its rows stand in the order of "${field}", of which some are hidden; expected an order that does not tell their size`,
    remedy: 'sort by a category, or by what is public',
  });
}

export function exactBesideRounded(place: Place, subject: string, field: string): Message {
  return errorAt('disclosure/exact-beside-rounded', place, {
    reason: `${subject}: "${field}" is exact, and the counts it was computed from are rounded; expected nothing that undoes the rounding`,
    remedy: 'leave the field out, or take "rounding" out of the rules of the resource',
  });
}

export function claimOnHidden(place: Place, claim: string, finding: string): Message {
  return errorAt('disclosure/claim-on-hidden', place, {
    reason: `claim "${claim}" rests on "${finding}", which is hidden; expected evidence that may be shown`,
    remedy: 'rest it on other findings, or leave it out',
  });
}

/** Without a place: the report's author asked for it, and the caller knows where. */
export function hiddenInText(finding: string): RuledWording {
  return {
    rule: 'disclosure/hidden-in-text',
    reason: `finding "${finding}" is hidden, because it would tell of a few people; expected a text that does without it`,
    remedy: 'write the sentence without the figure; in tables and charts it stands as [c]',
  };
}

export function smallChange(place: Place, cell: string): Message {
  return warningAt('disclosure/small-change', place, {
    reason: `${cell} differs from what was released before by fewer people than may be told; expected the same, or a larger change`,
    remedy: 'look whether the change tells of somebody; release figures of the same date of extraction',
  });
}

export function leak(file: string, what: string): Message {
  return errorAt(
    'disclosure/leak',
    { file },
    {
      reason: `${what}; expected [c] there, and no record anywhere`,
      remedy:
        'the edition is refused and the old one stays; look where the analysis writes that value a second time',
    },
  );
}

export function notSignedResults(file: string, found: string): Message {
  return errorAt(
    'disclosure/results-file',
    { file },
    {
      reason: withExpectation(found, 'results as they are released'),
      remedy: `ask for the file as it was released; ${GUIDE} shows its form`,
    },
  );
}

export function unsignedResults(file: string, found: string, key: string): Message {
  return errorAt(
    'disclosure/unsigned-results',
    { file },
    {
      reason: `${found}; expected the results as ${key} signed them`,
      remedy: 'restore the released file and its signature, both unchanged to the byte',
    },
  );
}
