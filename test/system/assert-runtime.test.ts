import assert from 'node:assert/strict';
import { test } from 'node:test';
import { RuntimeError } from '../../src/model/ports.ts';
import { assertRuntime, pinnedNode } from '../../src/system/assert-runtime.ts';

test('the Node that runs the tests is the one that package.json pins', () => {
  assert.equal(process.versions.node, pinnedNode());
  assertRuntime(process.version, 'UTC');
});

test('another Node is refused with what to do', () => {
  assert.throws(
    () => assertRuntime('v20.19.0', 'UTC'),
    (error) => {
      assert.ok(error instanceof RuntimeError);
      assert.match(error.message, /^This is Node v20\.19\.0; expected Node v24\.\d+\.\d+\. Run "npm ci"/);
      return true;
    },
  );
});

test('another time zone is refused', () => {
  assert.throws(() => assertRuntime(process.version, 'Asia/Tokyo'), /time zone is Asia\/Tokyo; expected UTC/);
  assert.throws(() => assertRuntime(process.version, ''), RuntimeError);
});
