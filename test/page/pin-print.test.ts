import assert from 'node:assert/strict';
import { Buffer } from 'node:buffer';
import { test } from 'node:test';
import { pinPrint } from '../../src/page/pin-print.ts';

/** The parts of a print that change: dates, and ids that begin where the browser's count had got to. */
function print(moment: string, ids: readonly string[]): Uint8Array {
  const elements = ids.map((id) => `<</ID (node${id})>>`).join('\n');
  return Buffer.from(`%PDF-1.4\n<</CreationDate (D:${moment})>>\n${elements}\n%%EOF`, 'latin1');
}

test('two prints that differ only in moment and ids become one', () => {
  const morning = print("20260301081500+00'00'", ['00000030', '00000033', '00000030']);
  const evening = print("20260301211159-05'00'", ['00000130', '00000133', '00000130']);
  const pinned = pinPrint(morning, '2018-07-05');
  assert.deepEqual(pinPrint(evening, '2018-07-05'), pinned);
  assert.match(Buffer.from(pinned).toString('latin1'), /\(D:20180705000000\+00'00'\)/);
});

test('ids keep their order and every replacement its length', () => {
  const before = print("20260301081500+00'00'", ['00000090', '00000012', '00000045']);
  const pinned = pinPrint(before, '2018-07-05');
  const ids = Buffer.from(pinned)
    .toString('latin1')
    .match(/node\d{8}/g);
  assert.deepEqual(ids, ['node00000003', 'node00000001', 'node00000002']);
  assert.equal(pinned.length, before.length);
});
