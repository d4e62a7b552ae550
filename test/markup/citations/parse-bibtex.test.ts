import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { parseBibtex } from '../../../src/markup/citations/parse-bibtex.ts';
import { readTex } from '../../../src/markup/citations/read-tex.ts';

function read(text: string) {
  const { value, messages } = parseBibtex('references.bib', text);
  assert.deepEqual(messages, []);
  return [...(value?.references.values() ?? [])];
}

const problem = (text: string) => {
  const [message] = parseBibtex('references.bib', text).messages;
  return `${message?.place.line}:${message?.place.column} ${message?.reason}`;
};

test('an article becomes CSL: names, date, pages, emphasis, accents, a DOI without its address', () => {
  const text = `A comment with name@example.org.
@string{jos = "Journal of Samples"}
@Article{mueller2016,
  author  = {M{\\"u}ller, Anna B. and van der Berg, Jr., Bo and {Ministry of Samples}},
  title   = "{Who} visits \\emph{whom}, and {\`\`}why{''} 10\\%",
  journal = jos # { (B)},
  year = 2016, month = mar,
  volume = {12}, number = 3,
  pages = {23--28},
  doi = {https://doi.org/10.1000/a\\_b}
}`;
  assert.deepEqual(read(text), [
    {
      id: 'mueller2016',
      type: 'article-journal',
      title: 'Who visits <i>whom</i>, and "why" 10%',
      'container-title': 'Journal of Samples (B)',
      volume: '12',
      issue: '3',
      page: '23–28',
      DOI: '10.1000/a_b',
      author: [
        { family: 'Müller', given: 'Anna B.' },
        { family: 'Berg', 'non-dropping-particle': 'van der', given: 'Bo', suffix: 'Jr.' },
        { literal: 'Ministry of Samples' },
      ],
      issued: { 'date-parts': [[2016, 3]] },
    },
  ]);
});

test('BibLaTeX: a report with its date, number and the day of access; names in the order of speech', () => {
  const text = `@report{r, author = "Ludwig van Beethoven and Anna Bo Sample", title={T}, subtitle={S}, institution={I},
    number={7}, date={2017-11-29}, url={https://example.org/a_b~c}, urldate={2018-01-02}}`;
  assert.deepEqual(read(text), [
    {
      id: 'r',
      type: 'report',
      title: 'T: S',
      publisher: 'I',
      number: '7',
      URL: 'https://example.org/a_b~c',
      author: [
        { family: 'Beethoven', 'non-dropping-particle': 'van', given: 'Ludwig' },
        { family: 'Sample', given: 'Anna Bo' },
      ],
      issued: { 'date-parts': [[2017, 11, 29]] },
      accessed: { 'date-parts': [[2018, 1, 2]] },
    },
  ]);
});

test('comments, preambles and brackets in place of braces', () => {
  const text =
    '@comment{ @book{x, title={No}} }\n@preamble{"\\def\\x{}"}\n@misc(y, title = {Yes},)\nand @ the end';
  assert.deepEqual(
    read(text).map(({ id, title }) => [id, title]),
    [['y', 'Yes']],
  );
});

test('what is wrong is told where it stands', () => {
  assert.match(
    problem('@book{a,\n  title {T}\n}'),
    /^2:9 here stands "\{"; expected an equals sign after "title"/,
  );
  assert.match(
    problem('@book{a,\n  title = {T\n'),
    /^2:11 here stands "\{"; expected the brace that ends this one/,
  );
  assert.match(problem('@book{a, title = }'), /^1:18 .*expected a value/);
  assert.match(problem('@book{a, title = {T} year = 3}'), /^1:22 here stands "y"; expected a comma, or/);
  assert.match(problem('@book{a, title={T}}\n@book{a, title={U}}'), /^2:7 the key "a" is taken/);
  assert.match(problem('@book{a, year=3}'), /^1:7 "a" has no title/);
  assert.match(problem('@book{, title={T}}'), /^1:7 this reference has no key/);
  assert.match(problem('@book{a, title={T},'), /the file ends here/);
});

test('TeX becomes text', () => {
  assert.equal(readTex("\\'{e}\\`a \\^{\\i} \\c{c} \\v{s} \\ss{} \\o"), 'éà î ç š ß ø');
  assert.equal(readTex('\\textbf{a} --- b~c \\& \\unknown{d}'), '<b>a</b> — b\u00a0c & d');
});

test('any text is read to its end, in time that grows with its length', () => {
  const pieces = fc.array(
    fc.constantFrom(
      '@book{',
      'a',
      ',',
      'title',
      '=',
      '{',
      '}',
      '"',
      '#',
      '\\',
      '%',
      '\n',
      ' ',
      '@',
      '(',
      ')',
      'and',
      '~',
    ),
    { maxLength: 200 },
  );
  fc.assert(
    fc.property(pieces, (parts) => {
      const { value, messages } = parseBibtex('x.bib', parts.join(''));
      assert.ok(value !== undefined || messages.length > 0);
    }),
    { seed: 7, numRuns: 2000 },
  );
  const started = performance.now();
  read(`@book{a, title={${'{x} '.repeat(50_000)}}}`);
  assert.ok(performance.now() - started < 3000);
});
