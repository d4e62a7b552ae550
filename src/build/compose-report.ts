import type { Citer } from '../markup/citations/citer.ts';
import { composeBody } from '../markup/compose-body.ts';
import type { MarkupContext } from '../markup/markup-context.ts';
import { checkReportNumbers } from '../markup/number-gate/check-report-numbers.ts';
import type { DrawnChart } from '../model/chart.ts';
import type { ExemptionUse } from '../model/manifest.ts';
import type { Message, Outcome } from '../model/message.ts';
import type { Paragraph } from '../model/paragraph.ts';
import type { Resource } from '../model/resource.ts';
import type { PageInput, SyntheticExtent } from '../page/page-input.ts';
import { renderPage } from '../page/render-page.ts';
import type { BuildPorts } from './build-ports.ts';
import type { ReportResults } from './compute-report.ts';
import { expandFrontMatter } from './expand-front-matter.ts';
import { listFrontParagraphs } from './list-front-paragraphs.ts';
import { loadCitationTools } from './load-citer.ts';
import { citedKeys } from './load-references.ts';
import type { LoadedReport } from './load-report.ts';

/** A page, and what it was made from. */
export interface ComposedPage {
  readonly html: string;
  readonly input: PageInput;
  /** Numbers that were typed and let pass by the report's front matter. */
  readonly exemptions: readonly ExemptionUse[];
  /** As a person reads them, front matter first. */
  readonly paragraphs: readonly Paragraph[];
}

/** Phases 8 and 9: expands the templates, composes the body and renders one self-contained page. */
export async function composeReport(
  loaded: LoadedReport,
  results: ReportResults,
  charts: ReadonlyMap<string, DrawnChart>,
  ports: Pick<BuildPorts, 'fonts'>,
  approved: NonNullable<MarkupContext['approved']> = new Map(),
): Promise<Outcome<ComposedPage>> {
  const citer = await openCiterOf(loaded);
  const context: MarkupContext = {
    ...results,
    charts,
    images: loaded.images,
    references: loaded.references,
    citer,
    projects: loaded.projects,
    approved,
  };
  const messages: Message[] = [];
  const body = composeBody(loaded.report, context);
  messages.push(...body.messages);
  const front = expandFrontMatter(loaded.report, context);
  messages.push(...front.messages);
  const numbers = checkReportNumbers(loaded.report, [...loaded.charts.values()], {
    findings: [...results.findings.values()],
    claims: [...results.claims.values()],
    tables: [...results.tables.values()],
    scripts: loaded.analyses.flatMap(({ files }) => files),
  });
  messages.push(...numbers.messages);
  if (body.value === undefined || front.value === undefined) return { value: undefined, messages };
  if (messages.some(({ severity }) => severity === 'error')) return { value: undefined, messages };
  const { faces } = await ports.fonts(loaded.template.theme.fonts);
  const bibliography = citer?.list([...body.value.usedReferences, ...citedOutsideBody(loaded)]) ?? [];
  const input: PageInput = {
    report: loaded.report,
    ...front.value,
    body: body.value,
    findings: results.findings,
    bibliography,
    charts: [...charts.values()],
    tables: results.tables,
    resources: loaded.resources,
    synthetic: extentOfSynthetic(loaded.resources),
    fonts: faces,
    template: loaded.template,
  };
  const page = renderPage(input);
  messages.push(...page.messages);
  const { exemptions } = numbers;
  const paragraphs = [...listFrontParagraphs(loaded.report, front.value), ...body.value.paragraphs];
  return {
    value: page.value === undefined ? undefined : { html: page.value, input, exemptions, paragraphs },
    messages,
  };
}

/** The processor of citations is loaded where there is something to cite. */
async function openCiterOf({ references, citationStyle }: LoadedReport): Promise<Citer | undefined> {
  if (references.size === 0) return undefined;
  const [tools, { openCiter }] = await Promise.all([
    loadCitationTools(citationStyle),
    import('../markup/citations/open-citer.ts'),
  ]);
  return openCiter(references, tools);
}

/** What front matter and charts cite figures from. */
function citedOutsideBody({ report, charts, references }: LoadedReport): readonly string[] {
  const front = report.text.slice(0, report.text.length - report.body.length);
  const keys = citedKeys([front, ...[...charts.values()].map(({ text }) => text)].join('\n'));
  return [...references.keys()].filter((key) => keys.has(key));
}

function extentOfSynthetic(resources: readonly Resource[]): SyntheticExtent {
  if (!resources.some(({ synthetic }) => synthetic)) return 'none';
  return resources.every(({ synthetic }) => synthetic) ? 'all' : 'part';
}
