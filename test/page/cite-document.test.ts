import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type CitedDocument, citeDocument } from '../../src/page/cite-document.ts';

const STUDY: CitedDocument = {
  authors: [{ name: 'Anna Sample' }, { name: 'Ben Other' }, { name: 'Cy Third' }],
  title: 'What rose',
  subtitle: 'Rates in invented areas',
  date: '2018-07-05',
  kind: 'Study report',
  mark: '',
  edition: '',
  publisher: 'Plumbline',
  doi: '10.1000/182',
  webPage: 'https://example.org/project',
};

test('a document is cited by who wrote it, year, title, kind, publisher and address', () => {
  assert.equal(
    citeDocument(STUDY),
    'Anna Sample, Ben Other and Cy Third (2018) What rose: Rates in invented areas. Study report. Plumbline. https://doi.org/10.1000/182',
  );
});

test('without authors the publisher stands first, once; a draft says so; a question keeps its mark', () => {
  const changes = { authors: [], title: 'What rose?', subtitle: '', mark: 'Draft', edition: '2', doi: '' };
  assert.equal(
    citeDocument({ ...STUDY, ...changes }),
    'Plumbline (2018) What rose? Study report. [Draft]. Edition 2. https://example.org/project',
  );
  assert.equal(
    citeDocument({ ...STUDY, ...changes, subtitle: 'Rates', webPage: '' }),
    'Plumbline (2018) What rose? Rates. Study report. [Draft]. Edition 2.',
  );
});
