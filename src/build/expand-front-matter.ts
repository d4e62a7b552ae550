import { expandTraced } from '../markup/expand-text.ts';
import type { MarkupContext } from '../markup/markup-context.ts';
import type { Message, Outcome } from '../model/message.ts';
import type { Report } from '../model/report.ts';
import type { TracedText } from '../model/traced-text.ts';
import type { PageInput, PageKeyFigure } from '../page/page-input.ts';

/** The texts of the front matter with their findings in place; each message where its tag stands. */
export function expandFrontMatter(
  report: Report,
  context: MarkupContext,
): Outcome<Pick<PageInput, 'texts' | 'traced' | 'keyFigures'>> {
  const { frontMatter, frontMatterPlaces } = report;
  const messages: Message[] = [];
  /** `source` is the value as the file has it, where the text is that value: its tags are then placed exactly. */
  const trace = (text: string, path: string, source = frontMatterPlaces.get(path)?.source): TracedText => {
    const place = frontMatterPlaces.get(path)?.place ?? { file: report.file, line: 1, column: 1 };
    const outcome = expandTraced(text, place, context, source);
    messages.push(...outcome.messages);
    return outcome.value ?? { text: '', figures: [] };
  };
  const expand = (...text: Parameters<typeof trace>): string => trace(...text).text;
  const keyFigures = frontMatter.keyFigures.map((figure, index): PageKeyFigure => {
    const path = `key-figures.${index}`;
    return {
      finding: figure.finding,
      value: expand(`{{finding "${figure.finding}"}}`, `${path}.finding`, ''),
      label: trace(figure.label, `${path}.label`),
      change: figure.change === undefined ? null : trace(figure.change, `${path}.change`),
    };
  });
  const traced = {
    title: trace(frontMatter.title, 'title'),
    subtitle: trace(frontMatter.subtitle, 'subtitle'),
    standfirst: trace(frontMatter.standfirst, 'standfirst'),
    pullOut: trace(frontMatter.pullOut, 'pull-out'),
  };
  const texts = {
    title: traced.title.text,
    subtitle: traced.subtitle.text,
    shortTitle: expand(frontMatter.shortTitle, 'short-title'),
    standfirst: traced.standfirst.text,
    pullOut: traced.pullOut.text,
    acknowledgements: expand(frontMatter.acknowledgements, 'acknowledgements'),
    alternativeFormats: expand(frontMatter.alternativeFormats, 'alternative-formats'),
    contributors: frontMatter.contributors.map((line, index) => expand(line, `contributors.${index}`)),
    about: frontMatter.about.map(({ name, text }, index) => ({
      name,
      text: expand(text, `about.${index}.text`),
    })),
  };
  return { value: { texts, traced, keyFigures }, messages };
}
