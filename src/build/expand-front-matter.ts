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
  /** A key figure and the words beside it are read as one sentence. */
  const checkBeside = (figure: string, words: string, path: string): void => {
    const place = frontMatterPlaces.get(path)?.place ?? { file: report.file };
    const { messages: found } = expandTraced(`{{finding "${figure}"}} ${words}`, place, context);
    const own = expandTraced(words, place, context).messages.filter(isMixed).length;
    if (own === 0) messages.push(...found.filter(isMixed));
  };
  const keyFigures = frontMatter.keyFigures.map((figure, index): PageKeyFigure => {
    const path = `key-figures.${index}`;
    checkBeside(figure.finding, figure.label, `${path}.label`);
    if (figure.change !== undefined) checkBeside(figure.finding, figure.change, `${path}.change`);
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
    kind: expand(frontMatter.kind, 'kind'),
    funder: expand(frontMatter.funder, 'funder'),
    award: expand(frontMatter.project?.award ?? '', 'project.award'),
    rights: expand(frontMatter.rights, 'rights'),
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

function isMixed({ rule }: Message): boolean {
  return rule === 'markup/mixed-sentence';
}
