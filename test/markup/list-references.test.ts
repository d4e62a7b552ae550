import assert from 'node:assert/strict';
import { test } from 'node:test';
import { listReferences } from '../../src/markup/list-references.ts';
import { parseReport } from '../../src/markup/parse-report.ts';
import { FRONT_MATTER } from './sample-context.ts';

function list(body: string) {
  const { value } = parseReport('test', 'report.md', FRONT_MATTER + body);
  assert.ok(value);
  return listReferences(value);
}

test('charts, pictures and tables are found with their places, in both branches of a when', () => {
  const { charts, images, tables } = list(`![A {{finding "x"}}](charts/a.vl.json "B {{finding "y"}}")

{{#when "c"}}
![B](charts/b.vl.json)
{{else}}
![C](charts/c.vl.json) {{table "t"}}
{{/when}}

![Map][1] ![Elsewhere](https://example.org/x.png) ![Above](../x.png) \`![code](charts/d.vl.json)\`

[1]: images/my%20map.png
`);
  assert.deepEqual(
    charts.map(({ target, place }) => [target, place.line, place.column]),
    [
      ['charts/a.vl.json', 6, 1],
      ['charts/b.vl.json', 9, 1],
      ['charts/c.vl.json', 11, 1],
    ],
  );
  assert.deepEqual(images, [
    { target: 'images/my map.png', place: { file: 'report.md', line: 14, column: 1 } },
  ]);
  assert.deepEqual(
    tables.map(({ target }) => target),
    ['t'],
  );
});

test('a template that cannot be read names nothing: composing it will say why', () => {
  assert.deepEqual(list('![A](charts/a.vl.json) {{finding'), { charts: [], images: [], tables: [] });
});

test('pictures are found wherever Markdown lets them stand, and not in code', () => {
  const { images } = list(`- A list

    ![in a list](images/a.png)

Plain words.

> ![in a quotation](images/b.png) | \`![code](images/no.png)\`

    ![indented code](images/no.png)

\`\`\`
Words in code.

![fenced code](images/no.png)
\`\`\`

| a |
|---|
| ![in a cell](images/c.png) |

<div>

![in HTML](images/d.png)

</div>
`);
  assert.deepEqual(
    images.map(({ target }) => target),
    ['images/a.png', 'images/b.png', 'images/c.png', 'images/d.png'],
  );
});
