import type { Paragraph, ParagraphFigure } from '../model/paragraph.ts';
import type { Report } from '../model/report.ts';
import type { TracedText } from '../model/traced-text.ts';
import type { PageInput } from '../page/page-input.ts';

interface Told {
  readonly path: string;
  readonly source: string;
  readonly traced: TracedText;
}

/** The texts of the front matter that name figures, as paragraphs. */
export function listFrontParagraphs(
  { file, frontMatter, frontMatterPlaces }: Report,
  { texts, traced, keyFigures }: Pick<PageInput, 'texts' | 'traced' | 'keyFigures'>,
): readonly Paragraph[] {
  const told: readonly Told[] = [
    { path: 'title', source: frontMatter.title, traced: traced.title },
    { path: 'subtitle', source: frontMatter.subtitle, traced: traced.subtitle },
    { path: 'short-title', source: frontMatter.shortTitle, traced: untraced(texts.shortTitle) },
    { path: 'standfirst', source: frontMatter.standfirst, traced: traced.standfirst },
    { path: 'pull-out', source: frontMatter.pullOut, traced: traced.pullOut },
    {
      path: 'acknowledgements',
      source: frontMatter.acknowledgements,
      traced: untraced(texts.acknowledgements),
    },
    ...frontMatter.about.map(({ text }, index) => ({
      path: `about.${index}.text`,
      source: text,
      traced: untraced(texts.about[index]?.text ?? ''),
    })),
  ];
  const plain = told
    .filter(({ source }) => source.includes('{{'))
    .map((one) => paragraph(one.path, one.source, one.traced.text, figuresOf(one.traced)));
  const strip = keyFigures.map(({ finding, value, label, change }, index) => {
    const { label: words = '', change: below = '' } = frontMatter.keyFigures[index] ?? {};
    return paragraph(
      `key-figures.${index}`,
      [finding, words, below].join('\n'),
      [value, label.text, change?.text ?? ''].join(' ').trim(),
      [
        { kind: 'finding', id: finding, value },
        ...figuresOf(label),
        ...(change === null ? [] : figuresOf(change)),
      ],
    );
  });
  return [...plain, ...strip];

  function paragraph(
    path: string,
    source: string,
    text: string,
    figures: readonly ParagraphFigure[],
  ): Paragraph {
    const place = (frontMatterPlaces.get(path) ?? frontMatterPlaces.get(`${path}.finding`))?.place;
    return {
      place: place ?? { file, line: 1, column: 1 },
      source: `${path}: ${source}`,
      text: text.replace(/\s+/g, ' ').trim(),
      figures,
    };
  }
}

function figuresOf({ text, figures }: TracedText): ParagraphFigure[] {
  return figures.map(({ finding, start, end }) => ({
    kind: 'finding',
    id: finding,
    value: text.slice(start, end),
  }));
}

function untraced(text: string): TracedText {
  return { text, figures: [] };
}
