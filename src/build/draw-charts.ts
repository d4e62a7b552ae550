import { checkChart } from '../chart/check-chart.ts';
import { drawChart } from '../chart/draw-chart.ts';
import { expandTraced } from '../markup/expand-text.ts';
import type { DrawnChart } from '../model/chart.ts';
import type { Message, Outcome } from '../model/message.ts';
import type { TracedFigure } from '../model/traced-text.ts';
import type { BuildPorts } from './build-ports.ts';
import type { ReportResults } from './compute-report.ts';
import type { LoadedReport } from './load-report.ts';

/** Phase 7: checks each chart against its tables and draws it. By the target that the report names. */
export async function drawCharts(
  loaded: LoadedReport,
  results: ReportResults,
  ports: Pick<BuildPorts, 'fonts'>,
): Promise<Outcome<ReadonlyMap<string, DrawnChart>>> {
  const { measure } = await ports.fonts(loaded.template.theme.fonts);
  const context = {
    ...results,
    charts: new Map(),
    images: loaded.images,
    references: loaded.references,
    projects: loaded.projects,
  };
  const messages: Message[] = [];
  const drawn = new Map<string, DrawnChart>();
  for (const [target, chart] of loaded.charts) {
    const wrong = checkChart(chart, results.tables);
    messages.push(...wrong);
    if (wrong.some(({ severity }) => severity === 'error')) continue;
    const texts = new Map<string, readonly TracedFigure[]>();
    const { value, messages: found } = await drawChart(chart, results.tables, {
      measure,
      config: loaded.chartTheme,
      expand: (text, place) => {
        const { value: traced, messages: wrong } = expandTraced(text, place, context);
        if (traced !== undefined) texts.set(traced.text, traced.figures);
        return { value: traced?.text, messages: wrong };
      },
    });
    messages.push(...found);
    if (value !== undefined) drawn.set(target, traceTexts(value, texts));
  }
  return { value: drawn, messages };
}

/** Title and subtitle stand on the page, whose figures are linked; what else was expanded is in the drawing. */
function traceTexts(chart: DrawnChart, texts: ReadonlyMap<string, readonly TracedFigure[]>): DrawnChart {
  const around = [chart.title, chart.subtitle, chart.alt];
  const drawn = [...texts].filter(([text]) => !around.includes(text)).flatMap(([, figures]) => figures);
  return {
    ...chart,
    traced: {
      title: texts.get(chart.title) ?? [],
      subtitle: texts.get(chart.subtitle) ?? [],
      drawn: [...new Set(drawn.map(({ finding }) => finding))],
    },
  };
}
