import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { decodeText } from '../../src/data/decode-text.ts';

const encode = (text: string) => new TextEncoder().encode(text);

describe('decodeText', () => {
  it('reads UTF-8 and drops its byte order mark', () => {
    assert.deepEqual(decodeText('a.csv', encode('\uFEFFna\u00EFve')), { value: 'naïve', messages: [] });
  });

  it('reads UTF-16 by its byte order mark, as spreadsheet programs write "Unicode text"', () => {
    assert.equal(decodeText('a.csv', Uint8Array.of(0xff, 0xfe, 0xa3, 0, 0x31, 0)).value, '£1');
    assert.equal(decodeText('a.csv', Uint8Array.of(0xfe, 0xff, 0, 0xa3, 0, 0x31)).value, '£1');
  });

  it('reads anything else as Windows-1252 and warns at the first byte that is not UTF-8', () => {
    const bytes = Uint8Array.of(...encode('name,spend\nÉ,'), 0xa3, 0x31, 0x80, 0x0a);
    const { value, messages } = decodeText('a.csv', bytes);
    assert.equal(value, 'name,spend\nÃ‰,£1€\n');
    assert.deepEqual(
      messages.map(({ rule, severity, place }) => ({ rule, severity, place })),
      [{ rule: 'data/encoding', severity: 'warning', place: { file: 'a.csv', line: 2, column: 4 } }],
    );
  });

  it('warns at a character that the end of the file cuts short', () => {
    const { value, messages } = decodeText('a.csv', encode('abé').subarray(0, 3));
    assert.equal(value, 'abÃ');
    assert.equal(messages[0]?.rule, 'data/encoding');
  });

  it('refuses NUL bytes with their place', () => {
    const { value, messages } = decodeText('a.csv', encode('a,b\n1,\0\n'));
    assert.equal(value, undefined);
    assert.deepEqual(messages[0]?.place, { file: 'a.csv', line: 2, column: 3 });
    assert.equal(messages[0]?.rule, 'data/not-text');
  });
});
