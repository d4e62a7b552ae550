/** The forms in which a report can show a finding: `{{finding "id" as="signed"}}`. The docs list them. */
export const FINDING_FORMS = {
  value: { says: 'the value with its unit; the form without `as`', example: '4.2%' },
  number: { says: 'the value without its unit', example: '4.2' },
  absolute: { says: 'the value with its unit, without a minus sign', example: '4.2%' },
  signed: { says: 'the value with its unit and always a sign, unless it is zero', example: '+4.2%' },
  direction: { says: 'a change as a verb', example: 'rose by 4.2%, fell by 3.1%, did not change' },
  way: { says: 'the way of a change in a word, for before and after', example: 'up, down, unchanged' },
  change: { says: 'a change as a noun', example: 'a rise of 4.2%, a fall of 3.1%, no change' },
  words: { says: 'whole numbers up to nine in words, larger ones in digits', example: 'six, 90' },
  'words-capital': { says: 'like `words`, for the start of a sentence', example: 'Six, 90' },
  ordinal: { says: 'a rank', example: '1st, 2nd, 11th, 23rd' },
  interval: { says: 'the interval with its level', example: '95% interval −3.1% to 4.2%' },
  range: { says: 'the interval without its level', example: '−3.1% to 4.2%' },
  p: { says: 'the p value', example: 'p = 0.03, p < 0.001' },
  n: { says: 'the number of observations', example: '151' },
} as const satisfies Readonly<Record<string, { says: string; example: string }>>;

export type FindingForm = keyof typeof FINDING_FORMS;
