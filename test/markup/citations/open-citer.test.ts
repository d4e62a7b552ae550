import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ElementContent } from 'hast';
import { loadCitationTools } from '../../../src/build/load-citer.ts';
import { openCiter } from '../../../src/markup/citations/open-citer.ts';
import { readCluster } from '../../../src/markup/citations/read-cluster.ts';
import type { Reference } from '../../../src/markup/parse-references.ts';
import { toHtml } from '../../../src/page/to-html.ts';

const REFERENCES = new Map<string, Reference>(
  [
    {
      id: 'visits',
      type: 'article-journal',
      title: 'Who visits “whom” & why',
      author: [
        { family: 'Sample', given: 'Anna B.' },
        { family: 'Example', given: 'Ben' },
      ],
      'container-title': 'Journal of Samples',
      volume: '12',
      issue: '3',
      page: '23-28',
      issued: { 'date-parts': [[2016]] },
      DOI: '10.1000/182',
    },
    {
      id: 'return',
      type: 'report',
      title: 'Invented return',
      author: [{ literal: 'Ministry of Samples' }],
      issued: { 'date-parts': [[2018, 3, 4]] },
      URL: 'https://example.org/return?a=1&b=2',
    },
    { id: 'old', title: '<script>alert(1)</script>An old <i>note</i>' },
  ].map((reference) => [reference.id, reference]),
);

async function words(style: string, ...clusters: string[]) {
  const tools = await loadCitationTools({ name: style, file: undefined });
  const citer = openCiter(REFERENCES, tools);
  const html = (content: readonly ElementContent[]) => toHtml({ type: 'root', children: [...content] });
  const plain = (text: string) => text.replace(/<\/?a\b[^>]*>/g, '');
  const cited = citer.cite(clusters.map((text) => readCluster(text) ?? [])).map(html);
  const list = citer.list([...REFERENCES.keys()]).map(({ key, content }) => [key, html(content)] as const);
  return { cited, plain: cited.map(plain), list: new Map(list) };
}

test('Harvard: authors and years, British quotation marks, “and”', async () => {
  const { plain, list } = await words('harvard', '@visits, p. 12', 'see @return; @visits', '-@return');
  assert.deepEqual(plain, [
    '(Sample and Example, 2016, p. 12)',
    '(Sample and Example, 2016; see Ministry of Samples, 2018)',
    '(2018)',
  ]);
  assert.equal(
    list.get('visits')?.replace(/<\/?a\b[^>]*>/g, ''),
    'Sample, A.B. and Example, B. (2016) ‘Who visits “whom” &#x26; why’, <i>Journal of Samples</i>, 12(3), pp. 23–28. Available at: https://doi.org/10.1000/182.',
  );
});

test('APA: an ampersand and the address of the DOI', async () => {
  const { plain, list } = await words('apa', '@visits');
  assert.deepEqual(plain, ['(Sample &#x26; Example, 2016)']);
  assert.match(list.get('visits') ?? '', /^Sample, A\. B\., &#x26; Example, B\. \(2016\)\. Who visits/);
});

test('Vancouver: works count in the order of their first citation, those without one after them', async () => {
  const { plain, list } = await words('vancouver', '@return', '@visits', '@return');
  assert.deepEqual(plain, ['(1)', '(2)', '(1)']);
  assert.deepEqual([...list.keys()], ['return', 'visits', 'old']);
  assert.match(list.get('visits') ?? '', /^<span class="entry-number">2\.<\/span> Sample AB, Example B\./);
});

test('each work of a citation leads to its entry; those that the style runs together, to the list', async () => {
  const { cited } = await words('harvard', '@visits; @return, p. 3');
  assert.deepEqual(cited[0]?.match(/href="[^"]*"/g)?.toSorted(), [
    'href="#ref-return"',
    'href="#ref-visits"',
  ]);
  const { cited: run } = await words('vancouver', '@visits; @return; @old');
  assert.match(run[0] ?? '', /^\(<a href="#references"[^>]*>1[–-]3<\/a>\)$/);
});

test('addresses are links; no markup but emphasis comes from a reference', async () => {
  const { list } = await words('harvard', '@visits');
  assert.match(list.get('return') ?? '', /<a href="https:\/\/example.org\/return\?a=1&#x26;b=2">/);
  assert.doesNotMatch(list.get('old') ?? '', /<script/);
  assert.match(list.get('old') ?? '', /An old <i>note<\/i>|An old note/);
});

test('a citation is told from ordinary brackets and from addresses', () => {
  assert.equal(readCluster('no key; @visits'), undefined);
  assert.deepEqual(readCluster('see @hood2016, pp. 12-15 and more'), [
    {
      key: 'hood2016',
      prefix: 'see',
      suppressAuthor: false,
      label: 'page',
      locator: '12–15',
      suffix: 'and more',
    },
  ]);
  assert.deepEqual(
    readCluster('-@x.y:z.')?.map(({ key, suppressAuthor }) => [key, suppressAuthor]),
    [['x.y:z', true]],
  );
  assert.deepEqual(
    readCluster('@a, section 3.2')?.map(({ label, locator }) => [label, locator]),
    [['section', '3.2']],
  );
  assert.deepEqual(
    readCluster('@a, passim')?.map(({ suffix }) => suffix),
    ['passim'],
  );
});
