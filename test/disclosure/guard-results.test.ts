import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { guardResults } from '../../src/disclosure/guard-results.ts';
import { formatFinding } from '../../src/findings/format-finding.ts';
import type { ResultTable } from '../../src/model/table.ts';
import {
  crossTable,
  findingOf,
  guard,
  provenanceAt,
  sharedSolver,
  shownGrid,
  tableOf,
} from './guard-fixture.ts';

const C = { symbol: 'c' };
const counts = (table: ResultTable | undefined) => table?.rows.map(({ count }) => count);
const rules = (outcome: Awaited<ReturnType<typeof guard>>) => outcome.messages.map(({ rule }) => rule);

function listOf(name: string, numbers: Readonly<Record<string, number>>, of = 'people'): ResultTable {
  const rows = Object.entries(numbers).map(([group, count]) => ({ group, count }));
  return tableOf(name, ['group'], rows, { by: ['group'], counts: { count: of } });
}

describe('the gate', () => {
  it('hides a small count, and another so that no total gives it away', async () => {
    const { value, messages } = await guard([listOf('groups', { a: 3, b: 40, d: 90, All: 133 })]);
    assert.deepEqual(messages, []);
    assert.deepEqual(counts(value?.results.tables[0]), [C, C, 90, 133]);
  });

  it('hides a small count alone where nothing else tells of it', async () => {
    const { value } = await guard([listOf('groups', { a: 3, b: 40, d: 90 })]);
    assert.deepEqual(counts(value?.results.tables[0]), [C, 40, 90]);
  });

  it('takes 0 for small: that nobody is in a group tells of everybody in it', async () => {
    const { value } = await guard([
      crossTable('zero', [
        [0, 30],
        [40, 50],
      ]),
    ]);
    assert.deepEqual(shownGrid(value?.results.tables[0], 3), [
      [null, null, 30],
      [null, null, 90],
      [40, 80, 120],
    ]);
  });

  it('leaves everything as it is where nothing rests on a confidential resource', async () => {
    const table = listOf('groups', { a: 3, b: 40, All: 43 });
    const results = { tables: [table], findings: [], claims: [] };
    const { value } = await guardResults({ results, resources: [], solver: sharedSolver });
    assert.equal(value?.results, results);
    assert.equal(value?.account, null);
  });

  it('hides what is computed from a hidden count, and drops what only it may read', async () => {
    const rows = [
      { group: 'a', count: 3, all: 400, share: 0.75 },
      { group: 'b', count: 40, all: 500, share: 8 },
    ];
    const table = tableOf('shares', ['group'], rows, {
      by: ['group'],
      counts: { count: 'cases', all: 'people' },
      from: { share: ['count', 'all'] },
      withheld: ['all'],
    });
    const { value } = await guard([table]);
    assert.deepEqual(value?.results.tables[0]?.rows, [
      { group: 'a', count: C, share: C },
      { group: 'b', count: 40, share: 8 },
    ]);
    assert.deepEqual(
      value?.results.tables[0]?.fields.map(({ name }) => name),
      ['group', 'count', 'share'],
    );
  });

  it('knows a count again in another table: what one shows, the other cannot hide', async () => {
    const one = crossTable('one', [
      [4, 60],
      [70, 80],
    ]);
    const other = listOf('other', { r1: 64, r2: 150, All: 214 });
    const linked = {
      ...other,
      disclosure: { by: [{ field: 'group', name: 'row' }], counts: { count: 'people' } },
    };
    const { value, messages } = await guard([one, linked]);
    assert.deepEqual(messages, []);
    const grid = shownGrid(value?.results.tables[0], 3);
    assert.deepEqual(
      counts(value?.results.tables[1])
        ?.slice(0, 2)
        .map((count) => count === C || typeof count === 'number'),
      [true, true],
    );
    // The margin of the first is the second: hidden in both or in neither.
    assert.deepEqual(
      [grid[0]?.[2] ?? null, grid[1]?.[2] ?? null],
      counts(value?.results.tables[1])
        ?.slice(0, 2)
        .map((count) => (typeof count === 'number' ? count : null)),
    );
  });

  it('sees a part that a second table leaves of a total: all and girls tell of boys', async () => {
    const all = listOf('all', { north: 52, south: 80 });
    const girls = {
      ...listOf('girls', { north: 48, south: 40 }),
      disclosure: { by: ['group'], counts: { count: { of: 'people', at: { sex: 'female' } } } },
    };
    const { value } = await guard([all, girls]);
    const [first, second] = value?.results.tables ?? [];
    const north = [counts(first)?.[0], counts(second)?.[0]];
    assert.ok(
      north.some((count) => typeof count !== 'number'),
      'four boys in the north can be had by subtraction',
    );
    assert.deepEqual([counts(first)?.[1], counts(second)?.[1]], [80, 40]);
  });
});

describe('findings', () => {
  const share = (part: number, whole: number) =>
    findingOf('share', {
      value: (100 * part) / whole,
      unit: 'percent',
      n: whole,
      disclosure: { count: { of: 'cases', number: part }, outOf: { of: 'people' } },
    });

  it('are hidden where few are behind them, with n, interval and p', async () => {
    const { value } = await guard(
      [],
      [{ ...share(4, 200), interval: { low: 1, high: 5, level: 0.95 }, p: 0.01 }],
    );
    const [finding] = value?.results.findings ?? [];
    assert.deepEqual(
      [finding?.value, finding?.text, finding?.n, finding?.interval, finding?.p],
      ['[c]', '[c]', null, null, null],
    );
    assert.deepEqual(finding?.disclosure, { count: { of: 'cases' }, outOf: { of: 'people' } });
  });

  it('are hidden where few are left: 98% of 200 tells of four', async () => {
    const { value } = await guard([], [share(196, 200)]);
    assert.equal(value?.results.findings[0]?.value, '[c]');
  });

  it('imply counts that tables cannot hide', async () => {
    const finding = findingOf('in-a', {
      value: 3,
      disclosure: { count: { of: 'people', at: { group: 'a' } } },
    });
    const { value } = await guard([listOf('groups', { a: 3, b: 40, d: 90, All: 133 })], [finding]);
    assert.equal(value?.results.findings[0]?.value, '[c]');
  });

  it('that are hidden cannot be stated in a text', async () => {
    const { value } = await guard([], [share(4, 200)]);
    const [finding] = value?.results.findings ?? [];
    assert.ok(finding);
    assert.equal(formatFinding(finding).problem?.rule, 'disclosure/hidden-in-text');
  });

  it('bear no claim once they are hidden', async () => {
    const claims = [{ id: 'few', statement: 'Few.', holds: true, evidence: ['share'], published: null }];
    const outcome = await guardResults({
      results: { tables: [], findings: [share(4, 200)], claims },
      resources: [(await import('./guard-fixture.ts')).confidentialResource()],
      solver: sharedSolver,
    });
    assert.deepEqual(
      outcome.messages.map(({ rule }) => rule),
      ['disclosure/claim-on-hidden'],
    );
  });
});

describe('a declaration', () => {
  it('is missing: a message where the script gives the table or finding its name', async () => {
    const outcome = await guard(
      [tableOf('groups', ['group'], [{ group: 'a', count: 3 }], undefined)],
      [findingOf('n', {})],
    );
    assert.deepEqual(
      outcome.messages.map(({ rule, place }) => [rule, place]),
      [
        ['disclosure/undeclared', { file: 'scripts/invented.ts', line: 7 }],
        ['disclosure/undeclared', { file: 'scripts/invented.ts', line: 3 }],
      ],
    );
    assert.equal(outcome.value, undefined);
  });

  it('must speak of each field, and of no other', async () => {
    const rows = [{ group: 'a', count: 30, extra: 7 }];
    const table = tableOf('groups', ['group'], rows, { by: ['countt'], counts: { count: 'people' } });
    const reasons = (await guard([table])).messages.map(({ reason }) => reason);
    assert.match(reasons[0] ?? '', /"countt", which is no field of it; expected one of group, count, extra/);
    assert.match(reasons.join('\n'), /says nothing of the field "extra"/);
  });

  it('of all combinations holds: a row that is left out tells that nobody is there', async () => {
    const table = crossTable('cross', [
      [20, 30],
      [40, 50],
    ]);
    const outcome = await guard([{ ...table, rows: table.rows.slice(1) }]);
    assert.deepEqual(rules(outcome), ['disclosure/incomplete-table']);
  });

  it('gives one number two values: a message at both places', async () => {
    const outcome = await guard([listOf('one', { a: 30 }), listOf('two', { a: 31 })]);
    assert.deepEqual(rules(outcome), ['disclosure/contradiction']);
    assert.match(outcome.messages[0]?.reason ?? '', /people \(group: a\) has another value here/);
  });

  it('of no records needs a reason', async () => {
    assert.deepEqual(rules(await guard([], [findingOf('n', { disclosure: { recordFree: ' ' } })])), [
      'disclosure/bad-declaration',
    ]);
    assert.deepEqual(
      rules(await guard([], [findingOf('n', { disclosure: { recordFree: 'a setting' } })])),
      [],
    );
  });
});

describe('models, curves and sums', () => {
  const model = (records: number, cells: readonly number[], parameters: number) =>
    guard([], [findingOf('slope', { unit: 'ratio', disclosure: { model: { records, cells, parameters } } })]);

  it('a model rests on enough records, behind each coefficient too, and is not saturated', async () => {
    assert.deepEqual(rules(await model(200, [100, 100], 3)), []);
    assert.deepEqual(rules(await model(200, [196, 4], 3)), ['disclosure/small-model']);
    assert.deepEqual(rules(await model(30, [15, 15], 25)), ['disclosure/small-model']);
    assert.deepEqual(rules(await model(200, [], 3)), ['disclosure/small-model']);
  });

  it('a curve steps only where enough have had the event, and ends where too few are left', async () => {
    const steps = [
      [0, 0, 100],
      [1, 12, 88],
      [2, 3, 85],
      [3, 8, 77],
      [4, 60, 8],
      [5, 2, 6],
    ].map(([day = 0, events = 0, left = 0]) => ({ day, share: 100 - left, events, left }));
    const table = tableOf('curve', ['day'], steps, {
      curve: { of: 'people', events: 'events', atRisk: 'left', values: ['share'] },
      labels: ['day'],
      withheld: ['events'],
    });
    const { value } = await guard([table]);
    assert.deepEqual(
      value?.results.tables[0]?.rows.map(({ share, left }) => [share, left]),
      [
        [0, 100],
        [12, 88],
        [C, C],
        [23, 77],
        [C, C],
        [C, C],
      ],
    );
  });

  it('a sum of few, or one that one or two make, is hidden, with what would tell it', async () => {
    const sums = [
      { area: 'a', pounds: 1000, people: 40, first: 100, second: 90 },
      { area: 'b', pounds: 800, people: 30, first: 700, second: 60 },
      { area: 'd', pounds: 900, people: 4, first: 300, second: 290 },
      { area: 'All', pounds: 2700, people: 74, first: 700, second: 300 },
    ];
    const table = tableOf('spending', ['area'], sums, {
      by: ['area'],
      counts: { people: 'families' },
      magnitudes: { pounds: { of: 'pounds', contributors: 'people', largest: ['first', 'second'] } },
      withheld: ['first', 'second'],
    });
    const { value, messages } = await guard([table]);
    assert.deepEqual(messages, []);
    const shown = value?.results.tables[0]?.rows.map(({ pounds, people }) => [pounds, people]);
    assert.deepEqual(
      shown?.map(([pounds]) => pounds),
      [1000, C, C, 2700],
    );
    assert.deepEqual(shown?.[2]?.[1], C);
  });
});

describe('rows in the order of what is hidden', () => {
  it('tell its size: a message', async () => {
    const rows = [90, 40, 30, 4].map((count, place) => ({ place, group: 'dbac'[place] ?? '', count }));
    const table = tableOf('ranked', ['place'], rows, {
      by: ['group'],
      counts: { count: 'people' },
      labels: ['place'],
    });
    assert.deepEqual(rules(await guard([table])), ['disclosure/ordered-by-hidden']);
  });
});

describe('the approved edition', () => {
  const before = (table: ResultTable) => ({ tables: [table], findings: [] });

  it('shows numbers that cannot be taken back: new tables protect what it hid', async () => {
    const old = await guard([listOf('old', { a: 3, b: 40, d: 90, All: 133 })]);
    const released = before(old.value?.results.tables[0] as ResultTable);
    // By itself the new table could show b: with the old one it would give a away.
    const { value, messages } = await guard([listOf('new', { b: 40, d: 90 })], [], {}, released);
    assert.deepEqual(messages, []);
    assert.deepEqual(counts(value?.results.tables[0]), [C, 90]);
  });

  it('built again from the same data hides the same, rounded or not', async () => {
    for (const rounding of [null, 5]) {
      const table = listOf('groups', { a: 3, b: 41, d: 93, All: 137 });
      const first = await guard([table], [], { rounding });
      const [released] = first.value?.results.tables ?? [];
      assert.ok(released);
      const again = await guard([table], [], { rounding }, before(released));
      assert.deepEqual(again.messages, []);
      assert.deepEqual(again.value?.results.tables[0]?.rows, released.rows);
    }
  });

  it('shows a number that would have to be hidden: the new edition is refused', async () => {
    const released = before(listOf('old', { a: 3, b: 40 }));
    const outcome = await guard([listOf('new', { a: 3, b: 40 })], [], {}, released);
    assert.deepEqual([...new Set(rules(outcome))], ['disclosure/cannot-protect']);
    assert.match(outcome.messages[0]?.reason ?? '', /the approved edition shows it/);
  });

  it('of other data: a change by a few people is a warning', async () => {
    const old = { ...listOf('old', { a: 30, b: 40 }), provenance: provenanceAt(7, '2') };
    const outcome = await guard([listOf('new', { a: 33, b: 80 })], [], {}, before(old));
    assert.deepEqual(
      outcome.messages.map(({ rule, severity, reason }) => [rule, severity, reason.slice(0, 18)]),
      [['disclosure/small-change', 'warning', 'people (group: a) ']],
    );
  });
});

describe('rounding', () => {
  it('shows counts as multiples, and hides what they would still tell', async () => {
    const { value, messages } = await guard([listOf('groups', { a: 3, b: 41, d: 93, All: 137 })], [], {
      rounding: 5,
    });
    assert.deepEqual(messages, []);
    const shown = counts(value?.results.tables[0]) ?? [];
    assert.deepEqual(shown[0], C);
    assert.ok(shown.every((count) => typeof count !== 'number' || count % 5 === 0));
  });

  it('refuses exact figures beside rounded counts', async () => {
    const table = tableOf('shares', ['group'], [{ group: 'a', count: 40, share: 8.2 }], {
      by: ['group'],
      counts: { count: 'people' },
      from: { share: 'count' },
    });
    assert.deepEqual(rules(await guard([table], [], { rounding: 5 })), ['disclosure/exact-beside-rounded']);
  });
});
