import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadImages } from '../../src/build/load-images.ts';
import { type Files, PathError } from '../../src/model/ports.ts';

test('an image that is a link out of the project is refused where the report names it', async () => {
  const files: Files = {
    read: async (path) => {
      throw new PathError(path, 'follows a link that leads out of the project');
    },
    readText: async () => undefined,
    list: async () => [],
  };
  const place = { file: 'reports/a/report.md', line: 9, column: 3 };
  const { messages } = await loadImages([{ target: 'picture.png', place }], 'reports/a', files);
  assert.deepEqual(
    messages.map(({ rule, place: told, reason }) => ({ rule, told, reason })),
    [
      {
        rule: 'build/bad-path',
        told: place,
        reason:
          'the path "reports/a/picture.png" follows a link that leads out of the project; expected a path inside the project',
      },
    ],
  );
});
