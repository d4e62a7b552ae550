import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, test } from 'node:test';
import { checkLinks, listAddresses } from '../src/check-links.ts';
import type { Files } from '../src/model/ports.ts';
import { askAddress } from '../src/system/ask-address.ts';

let base = '';
const asked: string[] = [];
const server = createServer(({ url = '', headers }, response) => {
  asked.push(`${url} ${headers['user-agent'] ?? ''}`);
  if (url === '/slow') return;
  if (url === '/moved') response.setHeader('location', '/there');
  response.statusCode = { '/there': 200, '/moved': 301, '/busy': 429, '/private': 403 }[url] ?? 404;
  response.end('a page');
});

before(async () => {
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
after(() => {
  server.closeAllConnections();
  server.close();
});

test('an address is there, gone, or refuses programs', async () => {
  assert.deepEqual(await askAddress(`${base}/there`), { kind: 'there', words: 'it answers 200' });
  assert.deepEqual(await askAddress(`${base}/moved`), { kind: 'there', words: 'it answers 200' });
  assert.deepEqual(await askAddress(`${base}/nowhere`), { kind: 'gone', words: 'it answers 404' });
  assert.equal((await askAddress(`${base}/busy`)).kind, 'refused');
  assert.equal((await askAddress(`${base}/private`)).kind, 'refused');
  assert.deepEqual(await askAddress(`${base}/slow`, 200), {
    kind: 'gone',
    words: 'it does not answer within 0.2 s',
  });
  const closed = await askAddress('http://127.0.0.1:1/');
  assert.equal(closed.kind, 'gone');
});

test('addresses are found where they stand, without what the sentence adds', () => {
  const text = 'See [it](https://a.example/x_(y)).\nAnd https://b.example/z#part; "DOI": "10.1000/182"';
  assert.deepEqual(
    listAddresses('r.md', text).map(({ address, place }) => [address, place.line, place.column]),
    [
      ['https://a.example/x_(y)', 1, 10],
      ['https://b.example/z', 2, 5],
      ['https://doi.org/10.1000/182', 2, 31],
    ],
  );
});

/** A project of one report, as texts. */
function project(texts: Readonly<Record<string, string>>): Files {
  return {
    readText: async (path) => texts[path],
    read: async () => undefined,
    list: async (path) => (path === 'reports' ? ['r/'] : []),
  };
}

const REPORT = '---\ntitle: T\ndate: 2026-11-24\nanalyses: [a]\n---\n\n';

test('each address is asked once; what is gone is told at its place, and ends with 1', async () => {
  const files = project({
    'reports/r/report.md': `${REPORT}[a](${base}/there) [b](${base}/nowhere) [c](${base}/there) [d](${base}/busy)\n`,
    'reports/r/references.json': `[{ "id": "x", "title": "X",\n  "URL": "${base}/there" }]`,
  });
  asked.length = 0;
  const said: string[] = [];
  const ports = {
    files,
    ask: (address: string) => askAddress(address),
    print: (text: string) => said.push(text),
  };
  assert.equal(await checkLinks([], ports), 1);
  assert.equal(asked.length, 3);
  assert.match(asked[0] ?? '', /Plumbline/);
  const text = said.join('\n');
  assert.match(text, /^reports\/r\/report\.md:7:\d+ {2}note {2}.*\/busy: it answers 429/m);
  assert.match(
    text,
    /^reports\/r\/report\.md:7:\d+ {2}error {2}.*\/nowhere leads nowhere: it answers 404; expected a page {2}\(links\/no-answer\)/m,
  );
  assert.match(text, /3 addresses: 1 there, 1 not for programs, 1 gone/);
});

test('a report that is not there is told, and nothing is asked', async () => {
  const said: string[] = [];
  const ask = () => assert.fail('asked');
  const files = project({ 'reports/r/report.md': REPORT });
  assert.equal(await checkLinks(['q'], { files, ask, print: (text) => said.push(text) }), 1);
  assert.match(said.join('\n'), /there is no report "q"/);
});
