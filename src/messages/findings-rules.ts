import type { Message, Place } from '../model/message.ts';
import { expectOneOf } from './expect-one-of.ts';
import { errorAt, type Fault, type RuledWording, type Rules, warningAt } from './rule.ts';
import { suggestName } from './suggest-name.ts';
import { withExpectation } from './with-expectation.ts';

export const findingsRules: Rules = {
  'findings/not-a-result': 'An analysis returned no object with the lists `findings`, `claims` and `tables`.',
  'findings/bad-shape':
    'A finding, claim or table lacks a property, has an unknown one, or one of the wrong type.',
  'findings/bad-id':
    'The id of a finding or claim, or the name of a table, is not lower-case words joined by hyphens.',
  'findings/duplicate-id': 'Two findings, two claims or two tables of a report share an id.',
  'findings/unknown-unit': 'A finding or a field of a table has a unit that Plumbline does not know.',
  'findings/bad-value': 'A value is not a finite number, or not a text where the unit is `text`.',
  'findings/bad-decimals': 'Decimals are not a whole number from 0 to 6, or not 0 for a text.',
  'findings/implausible-percent': 'A percentage outside −100 to 1,000 is probably a mistake.',
  'findings/bad-interval':
    'An interval has ends that are not finite or not in order, or a level that is not between 0 and 1.',
  'findings/value-outside-interval': 'A value lies outside its own interval.',
  'findings/bad-p': 'A p value is not between 0 and 1.',
  'findings/bad-n': 'A number of observations is not a whole number from 0.',
  'findings/empty-text': 'A text that a reader needs (method, definition, statement, title …) is empty.',
  'findings/undeclared-resource':
    'A finding or table rests on a resource that its analysis does not declare.',
  'findings/unknown-evidence': 'A claim rests on a finding that its analysis does not give.',
  'findings/no-evidence': 'A claim that can be checked rests on no finding.',
  'findings/incoherent-verdict':
    'A verdict contradicts whether the claim holds: `reproduced` and `consistent` hold, `not reproduced` does not, `cannot be checked` leaves it open (null).',
  'findings/unknown-form': 'A finding is asked for in a form that does not exist.',
  'findings/cannot-compare':
    'Two findings are compared that cannot be, or a table row of which the rank cannot be told.',
  'findings/form-does-not-apply': 'A finding is asked for in a form that it cannot take.',
  'findings/bad-field': 'A field of a table has a name, type or decimals that it cannot have.',
  'findings/year-as-integer': 'A field of years is an integer, so 2021 would be printed as 2,021.',
  'findings/row-fields': 'A row of a table lacks a field of the table or has another.',
  'findings/bad-cell': 'A cell of a table does not fit the type of its field.',
  'findings/unknown-mark': 'A number is marked with what is not a mark of the Government Analysis Function.',
  'findings/unknown-symbol': 'A symbol is not one of those of the Government Analysis Function.',
  'findings/bad-key': 'The key of a table names no field of it, or a row has no value in its key.',
  'findings/key-not-unique': 'Two rows of a table have the same key.',
  'findings/key-order': 'The rows of a table do not stand in the ascending order of its key.',
  'findings/empty-table': 'A table has no rows.',
  'findings/unknown-total': 'A table names as totals or sub-totals rows or a field that it does not have.',
  'findings/sum-not-100': 'Percentages said to add up to 100 do not, and rounding does not explain it.',
};

/** `finding "share-rising"`, as messages name a part of a result. */
export type Subject = string;

export function notAResult(place: Place, found: string): Message {
  return errorAt('findings/not-a-result', place, {
    reason: `the analysis returned ${found}; expected an object with the lists findings, claims and tables`,
    remedy: 'end `run` with: return { findings, claims, tables }',
  });
}

export function badShape(place: Place, subject: Subject, fault: Fault): Message {
  return errorAt('findings/bad-shape', place, {
    reason: `${subject}: ${fault.found}; expected ${fault.expected}`,
    remedy:
      fault.remedy ?? 'correct it where the analysis makes it; docs/guide/analyses.md shows each property',
  });
}

export function badId(place: Place, subject: Subject): Message {
  return errorAt('findings/bad-id', place, {
    reason: `${subject} is no id; expected lower-case words and digits joined by hyphens, starting with a letter`,
    remedy: 'write it like share-rising or rate-england-2012',
  });
}

export function duplicateId(place: Place, subject: Subject, first: Place): Message {
  return errorAt('findings/duplicate-id', place, {
    reason: `${subject} occurs twice; expected every id once in a report`,
    remedy: 'rename one of the two',
    cause: { place: first, label: 'the first one' },
  });
}

export function unknownUnit(place: Place, subject: Subject, unit: string, known: readonly string[]): Message {
  return errorAt('findings/unknown-unit', place, {
    reason: `${subject} has the unit "${unit}"; expected one of: ${known.join(', ')}`,
    remedy: suggestName(unit, known, 'use one of them: "count" for whatever is counted, "text" for words'),
  });
}

export function badValue(place: Place, subject: Subject, found: string, expected: string): Message {
  return errorAt('findings/bad-value', place, {
    reason: `${subject} has the value ${found}; expected ${expected}`,
    remedy: 'look at the computation: a division by zero or an empty selection gives no figure to publish',
  });
}

export function badDecimals(place: Place, subject: Subject, found: number, expected: string): Message {
  return errorAt('findings/bad-decimals', place, {
    reason: `${subject} has decimals ${found}; expected ${expected}`,
    remedy: 'write how many decimals a reader shall see, such as decimals: 1',
  });
}

export function implausiblePercent(place: Place, subject: Subject, value: number): Message {
  return warningAt('findings/implausible-percent', place, {
    reason: `${subject} is ${value} percent; expected between −100 and 1,000`,
    remedy: 'give 59.6 for 59.6 percent; check the computation if the value is meant',
  });
}

export function yearAsInteger(place: Place, subject: Subject, field: string): Message {
  return warningAt('findings/year-as-integer', place, {
    reason: `${subject}: field "${field}" holds years as integers, which are printed as 2,021; expected the type year`,
    remedy: `write { name: '${field}', type: 'year' }`,
  });
}

export function badInterval(place: Place, subject: Subject, found: string, expected: string): Message {
  return errorAt('findings/bad-interval', place, {
    reason: `${subject} has an interval with ${found}; expected ${expected}`,
    remedy: 'write interval: { low, high, level: 0.95 }, or leave it out where the figure has none',
  });
}

export function valueOutsideInterval(place: Place, subject: Subject, value: number, range: string): Message {
  return warningAt('findings/value-outside-interval', place, {
    reason: `${subject} has the value ${value}, outside its interval ${range}; expected it within`,
    remedy: 'check that value and interval are in the same unit and come from the same model',
  });
}

export function badP(place: Place, subject: Subject, found: number): Message {
  return errorAt('findings/bad-p', place, {
    reason: `${subject} has p = ${found}; expected a number between 0 and 1`,
    remedy: 'look at the computation: a percentage or a test statistic is no p value',
  });
}

export function badN(place: Place, subject: Subject, found: number): Message {
  return errorAt('findings/bad-n', place, {
    reason: `${subject} has n = ${found}; expected a whole number from 0`,
    remedy: 'give the number of observations that the figure rests on, or leave n out',
  });
}

export function emptyText(place: Place, subject: Subject, property: string): Message {
  return errorAt('findings/empty-text', place, {
    reason: `${subject} has an empty ${property}; expected a text for the reader`,
    remedy: 'say it in words: it is printed with the figure, or stands in its annex',
  });
}

export function undeclaredResource(
  place: Place,
  subject: Subject,
  resource: string,
  declared: readonly string[],
): Message {
  return errorAt('findings/undeclared-resource', place, {
    reason: `${subject} rests on the resource "${resource}", which the analysis does not declare; ${expectOneOf(declared, 'declared resources')}`,
    remedy: suggestName(resource, declared, 'name it in the resources of the analysis, or drop it here'),
  });
}

export function unknownEvidence(
  place: Place,
  subject: Subject,
  evidence: string,
  known: readonly string[],
): Message {
  return errorAt('findings/unknown-evidence', place, {
    reason: `${subject} rests on "${evidence}", which is no finding of this analysis; ${expectOneOf(known, 'findings')}`,
    remedy: suggestName(evidence, known, 'return that finding as well, or name another'),
  });
}

export function noEvidence(place: Place, subject: Subject): Message {
  return errorAt('findings/no-evidence', place, {
    reason: `${subject} rests on no finding; expected at least one, unless its verdict is "cannot be checked"`,
    remedy: 'name in `evidence` the findings that bear it out',
  });
}

export function incoherentVerdict(place: Place, subject: Subject, found: string, expected: string): Message {
  return errorAt('findings/incoherent-verdict', place, {
    reason: `${subject} ${found}; expected ${expected}`,
    remedy: 'let both follow from one comparison of the published figure with the computed one',
  });
}

/** Without a place: the report's author asked for the form, and the caller knows where. */
export function unknownForm(form: string, known: readonly string[]): RuledWording {
  return {
    rule: 'findings/unknown-form',
    reason: `"${form}" is not a form of a finding; expected one of: ${known.join(', ')}`,
    remedy: suggestName(form, known, 'use one of them; docs/finding-forms.md shows each'),
  };
}

/** Without a place, as `unknownForm`. */
export function cannotCompare(what: readonly string[], problem: string): RuledWording {
  return {
    rule: 'findings/cannot-compare',
    reason: `${what.map((name) => `"${name}"`).join(' and ')} cannot be compared: ${withExpectation(problem, 'figures of one kind')}`,
    remedy: 'name figures that can be compared, or write the sentence with the figures themselves',
  };
}

/** Without a place, as `unknownForm`. */
export function formDoesNotApply(id: string, form: string, expected: string): RuledWording {
  return {
    rule: 'findings/form-does-not-apply',
    reason: `finding "${id}" has no form "${form}"; expected ${expected}`,
    remedy: 'leave out `as`, or choose a form that the finding can take',
  };
}

export function badField(place: Place, subject: Subject, fault: Fault): Message {
  return errorAt('findings/bad-field', place, {
    reason: `${subject}: ${fault.found}; expected ${fault.expected}`,
    remedy: fault.remedy ?? 'correct it in `fields` of the table',
  });
}

export function rowFields(place: Place, subject: Subject, row: string, fault: Fault): Message {
  return errorAt('findings/row-fields', place, {
    reason: `${subject}, ${row}: ${fault.found}; expected ${fault.expected}`,
    remedy: 'list in `fields` what the rows hold; an empty optional cell is null',
  });
}

export function badCell(
  place: Place,
  subject: Subject,
  row: string,
  field: string,
  found: string,
  expected: string,
): Message {
  return errorAt('findings/bad-cell', place, {
    reason: `${subject}, ${row}, field "${field}": found ${found}; expected ${expected}`,
    remedy: 'correct the type in `fields`, or the rows: a missing value is null, a symbol { symbol: "c" }',
  });
}

export function unknownSymbol(
  place: Place,
  subject: Subject,
  row: string,
  field: string,
  symbol: string,
  known: readonly string[],
): Message {
  return errorAt('findings/unknown-symbol', place, {
    reason: `${subject}, ${row}, field "${field}": "${symbol}" is not a symbol; expected one of: ${known.join(', ')}`,
    remedy:
      'use the symbol that says why there is no figure: c suppressed, x not available, z not applicable',
  });
}

export function unknownMark(
  place: Place,
  subject: Subject,
  row: string,
  field: string,
  mark: string,
  known: readonly string[],
): Message {
  return errorAt('findings/unknown-mark', place, {
    reason: `${subject}, ${row}, field "${field}": "${mark}" cannot stand beside a number; expected one of: ${known.join(', ')}`,
    remedy:
      'give the number a mark (e estimated, p provisional, r revised, b break in the series, u low reliability), or a symbol in its place',
  });
}

export function badKey(place: Place, subject: Subject, fault: Fault): Message {
  return errorAt('findings/bad-key', place, {
    reason: `${subject}: ${fault.found}; expected ${fault.expected}`,
    remedy: fault.remedy ?? 'name in `key` the fields that tell every row from every other',
  });
}

export function unknownTotal(place: Place, subject: Subject, fault: Fault): Message {
  return errorAt('findings/unknown-total', place, {
    reason: `${subject}: ${fault.found}; expected ${fault.expected}`,
    remedy: fault.remedy ?? 'name the rows that are totals by the value of a field: { region: "England" }',
  });
}

export function keyNotUnique(
  place: Place,
  subject: Subject,
  first: string,
  second: string,
  key: string,
): Message {
  return errorAt('findings/key-not-unique', place, {
    reason: `${subject}: ${second} has the same key as ${first} (${key}); expected each key once`,
    remedy: 'add to `key` the field that tells the rows apart, or remove the repeated row',
  });
}

export function keyOrder(
  place: Place,
  subject: Subject,
  first: string,
  second: string,
  key: string,
): Message {
  return errorAt('findings/key-order', place, {
    reason: `${subject}: ${second} stands after ${first} but its key comes first (${key}); expected rows in ascending order of the key`,
    remedy: 'sort the rows by the key, or give a rank field and make it the key',
  });
}

export function emptyTable(place: Place, subject: Subject): Message {
  return warningAt('findings/empty-table', place, {
    reason: `${subject} has no rows; expected at least one`,
    remedy: 'look at the query and its conditions; leave the table out where it may well be empty',
  });
}

export function sumNot100(place: Place, subject: Subject, where: string, found: string): Message {
  return warningAt('findings/sum-not-100', place, {
    reason: `${subject}, ${where}: the percentages add up to ${found}; expected 100`,
    remedy:
      'mend the computation, or take the fields out of sumsTo100; until then the table says so in a note',
  });
}
