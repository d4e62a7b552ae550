import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkImage } from '../../src/build/check-image.ts';

const bytes = (text: string) => Buffer.from(text, 'latin1');

test('a picture that begins as its format does is shown', () => {
  assert.equal(checkImage('image/png', bytes('\x89PNG\r\n\x1a\n…')), undefined);
  assert.equal(checkImage('image/jpeg', bytes('\xff\xd8\xff\xe0')), undefined);
  assert.equal(checkImage('image/webp', bytes('RIFF....WEBPVP8 ')), undefined);
  assert.equal(
    checkImage('image/svg+xml', bytes('<svg xmlns="http://www.w3.org/2000/svg"></svg>')),
    undefined,
  );
});

test('an empty file, another format and text are told', () => {
  assert.equal(checkImage('image/png', bytes('')), 'the file is empty');
  assert.equal(checkImage('image/png', bytes('hello')), 'the file does not begin as PNG does');
  assert.equal(checkImage('image/webp', bytes('RIFF....AVI ')), 'the file does not begin as WEBP does');
});

test('an unclosed drawing and XML that is no drawing are told', () => {
  assert.match(checkImage('image/svg+xml', bytes('<svg><path>')) ?? '', /not well-formed/);
  assert.equal(checkImage('image/svg+xml', bytes('<html></html>')), 'the file holds no <svg>');
});
