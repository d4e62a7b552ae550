import { composeBody } from '../markup/compose-body.ts';
import { expandText } from '../markup/expand-text.ts';
import type { MarkupContext } from '../markup/markup-context.ts';
import type { DrawnChart } from '../model/chart.ts';
import type { Message, Outcome, Place } from '../model/message.ts';
import type { PageInput, PageKeyFigure } from '../page/page-input.ts';
import { renderPage } from '../page/render-page.ts';
import type { BuildPorts } from './build-ports.ts';
import type { ReportResults } from './compute-report.ts';
import type { LoadedReport } from './load-report.ts';

/** A page, and what it was made from. */
export interface ComposedPage {
  readonly html: string;
  readonly input: PageInput;
}

/** Phases 8 and 9: expands the templates, composes the body and renders one self-contained page. */
export async function composeReport(
  loaded: LoadedReport,
  results: ReportResults,
  charts: ReadonlyMap<string, DrawnChart>,
  ports: Pick<BuildPorts, 'fonts'>,
): Promise<Outcome<ComposedPage>> {
  const context: MarkupContext = {
    ...results,
    charts,
    images: loaded.images,
    references: loaded.references,
    projects: loaded.projects,
  };
  const messages: Message[] = [];
  const body = composeBody(loaded.report, context);
  messages.push(...body.messages);
  const front = expandFrontMatter(loaded, context);
  messages.push(...front.messages);
  if (body.value === undefined || front.value === undefined) return { value: undefined, messages };
  if (messages.some(({ severity }) => severity === 'error')) return { value: undefined, messages };
  const { faces } = await ports.fonts();
  const input: PageInput = {
    report: loaded.report,
    ...front.value,
    body: body.value,
    findings: results.findings,
    references: loaded.references,
    charts: [...charts.values()],
    tables: results.tables,
    resources: loaded.resources,
    synthetic: loaded.resources.some(({ synthetic }) => synthetic),
    fonts: faces,
    template: loaded.template,
  };
  const page = renderPage(input);
  messages.push(...page.messages);
  return { value: page.value === undefined ? undefined : { html: page.value, input }, messages };
}

type Front = Pick<PageInput, 'texts' | 'keyFigures'>;

/** The texts of the front matter with their findings in place. */
function expandFrontMatter({ report }: LoadedReport, context: MarkupContext): Outcome<Front> {
  const { frontMatter, frontMatterPlaces } = report;
  const messages: Message[] = [];
  const place = (path: string): Place =>
    frontMatterPlaces.get(path)?.place ?? { file: report.file, line: 1, column: 1 };
  /** `source` is the value as the file has it, where the text is that value: its tags are then placed exactly. */
  const expand = (text: string, path: string, source = frontMatterPlaces.get(path)?.source): string => {
    const outcome = expandText(text, place(path), context, source);
    messages.push(...outcome.messages);
    return outcome.value ?? '';
  };
  const keyFigures = frontMatter.keyFigures.map((figure, index): PageKeyFigure => {
    const path = `key-figures.${index}`;
    return {
      finding: figure.finding,
      value: expand(`{{finding "${figure.finding}"}}`, `${path}.finding`, ''),
      label: expand(figure.label, `${path}.label`),
      change: figure.change === undefined ? null : expand(figure.change, `${path}.change`),
    };
  });
  const texts = {
    title: expand(frontMatter.title, 'title'),
    shortTitle: expand(frontMatter.shortTitle, 'short-title'),
    standfirst: expand(frontMatter.standfirst, 'standfirst'),
  };
  return { value: { texts, keyFigures }, messages };
}
