import type { QualProject } from '../../src/model/qual.ts';
import { guidOf } from '../../src/qual/guid-of.ts';

/** Words with an emoji, an accent in both spellings, and Windows line ends; everything in it is invented. */
export const HARD_TEXT = 'Q: Why?\r\nA: 👩‍👧 the cafe\u0301 — the café — closed 😀.\r\nThat was it.';

export const id = (name: string): string => guidOf(`sample/${name}`);

function coding(name: string, code: string, user: string | null = 'ada') {
  return { guid: id(`coding/${name}`), code: id(code), user: user && id(user), notes: [] };
}

function code(name: string, parent: string | null, isCodable = true) {
  return {
    guid: id(name),
    name,
    parent: parent && id(parent),
    isCodable,
    color: null,
    description: '',
    notes: [],
  };
}

function selection(name: string, start: number, end: number, codings: ReturnType<typeof coding>[]) {
  return { guid: id(`selection/${name}`), name, description: '', start, end, codings, notes: [] };
}

function person(name: string, group: string | null, sources: readonly string[], consent: boolean) {
  const values = { 'consent-to-quote': consent, ...(group === null ? {} : { group }) };
  return {
    guid: id(name),
    name,
    description: '',
    values,
    codes: [],
    sources: sources.map((source) => id(source)),
    selections: [],
  };
}

function text(name: string, words: string | null, selections: ReturnType<typeof selection>[]) {
  return {
    guid: id(name),
    name,
    description: '',
    text: words,
    selections,
    codings: [],
    values: {},
    notes: [],
  };
}

/**
 * Three invented interviews. Codes: `problem` over `need` and `money`; `politics`. Coder `ada` coded all,
 * `ben` the first two.
 */
export const SAMPLE: QualProject = {
  name: 'Invented interviews',
  origin: 'test',
  users: [
    { guid: id('ada'), name: 'Ada' },
    { guid: id('ben'), name: 'Ben' },
  ],
  codes: [
    code('problem', null, false),
    code('need', 'problem'),
    code('money', 'problem'),
    code('politics', null),
  ],
  variables: [
    { guid: id('variable/consent'), name: 'consent-to-quote', type: 'Boolean', description: '' },
    { guid: id('variable/group'), name: 'group', type: 'Text', description: 'Trend group' },
    { guid: id('variable/years'), name: 'years', type: 'Float', description: '' },
  ],
  cases: [
    person('P1', 'rising', ['one'], true),
    person('P2', 'falling', ['two'], false),
    person('P3', null, ['three'], true),
  ],
  sources: [
    text('one', HARD_TEXT, [
      selection('family', 12, 15, [coding('1', 'need'), coding('2', 'need', 'ben'), coding('3', 'money')]),
      selection('cafe', 16, 42, [coding('4', 'money', 'ben')]),
      selection('touching', 13, 16, [coding('5', 'politics')]),
    ]),
    text('two', 'We had less money every year, and more need.', [
      selection('less', 0, 17, [coding('6', 'money'), coding('7', 'money', 'ben')]),
    ]),
    text('three', 'Nobody asked the council.', [selection('nobody', 0, 6, [coding('8', 'politics')])]),
  ],
  notes: [{ guid: id('note'), name: 'Memo', description: '', text: 'Look again.\r\nBoth of us.' }],
};
