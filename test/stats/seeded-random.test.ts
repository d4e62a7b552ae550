import assert from 'node:assert/strict';
import { test } from 'node:test';
import { seededRandom } from '../../src/stats/seeded-random.ts';

/** From test/reference/seeded-random/seeded-random.py. */
const known: Readonly<Record<string, readonly number[]>> = {
  plumbline: [0.44676347413954376, 0.13103847318205752, 0.1095784822112037, 0.24170031407352655],
  'plumbline/2': [0.6503130177650901, 0.8084558583584424, 0.43503727189663166, 0.4908016340453967],
  '': [0.5476587931090394, 0.18378048213856513, 0.8229930462775147, 0.6753719826373511],
};

test('a seed gives the numbers that an implementation in exact integers gives', () => {
  for (const [seed, expected] of Object.entries(known)) {
    const random = seededRandom(seed);
    assert.deepEqual(
      expected.map(() => random()),
      expected,
    );
  }
});

test('two streams of one seed run alike and apart from each other', () => {
  const one = seededRandom('survey');
  const other = seededRandom('survey');
  const ahead = [one(), one(), one()];
  assert.deepEqual([other(), other(), other()], ahead);
});

test('numbers fill [0, 1) evenly', () => {
  const random = seededRandom('evenness');
  const counts = new Array<number>(20).fill(0);
  for (let draw = 0; draw < 100_000; draw++) {
    const value = random();
    assert.ok(value >= 0 && value < 1);
    const bin = Math.floor(value * 20);
    counts[bin] = (counts[bin] ?? 0) + 1;
  }
  // 5,000 expected in each, standard deviation 69.
  for (const count of counts) assert.ok(Math.abs(count - 5000) < 300, `${count} in one of 20 bins`);
});
