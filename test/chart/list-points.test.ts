import assert from 'node:assert/strict';
import { test } from 'node:test';
import { listPoints, writePoints } from '../../src/chart/list-points.ts';
import type { SceneItem, SceneMark } from '../../src/chart/read-scene.ts';

const NOWHERE = { x1: 0, y1: 0, x2: 0, y2: 0 };

function mark(marktype: string, items: readonly SceneItem[], role = 'mark'): SceneMark {
  return { marktype, role, bounds: NOWHERE, items };
}

const at = (id: string, x: number, y: number): SceneItem => ({
  x,
  y,
  bounds: { x1: x - 3, y1: y - 3, x2: x + 3, y2: y + 3 },
  datum: { plumbline_row: id },
});

test('a row stands where its best mark stands, within the groups around it; axes, legends and sums stand for none', () => {
  const inner = mark('group', [
    {
      x: 100,
      y: 10,
      items: [
        mark('rule', [at('0:0', 7, 7)]),
        mark('symbol', [at('0:0', 5.4, 6), at('0:2', 9, 9), at('0:2', 20, 9), at('0:2', 20.2, 9)]),
        mark('line', [
          { ...at('1:0', 1, 2), bounds: NOWHERE },
          { ...at('1:1', 3, 4), defined: false },
        ]),
        mark('symbol', [{ x: 1, y: 1, datum: {} }]),
        mark('text', [at('0:1', 1, 1)]),
      ],
    },
  ]);
  const legend = mark('group', [{ items: [mark('symbol', [at('0:3', 1, 1)])] }], 'legend');
  const points = listPoints(mark('group', [{ items: [inner, legend] }], 'frame'), { x: 14, y: 0 });
  assert.equal(writePoints(points, ['rates', 'means']), '0,119,16 2,123,19 2,134,19;0,115,12');
});

test('a drawing of more rows than a pointer can tell apart lists none', () => {
  const dots = Array.from({ length: 601 }, (_, row) => at(`0:${row}`, row, 0));
  assert.deepEqual(listPoints(mark('symbol', dots), { x: 0, y: 0 }), []);
});
