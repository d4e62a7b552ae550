import { checkChart } from '../chart/check-chart.ts';
import { drawChart } from '../chart/draw-chart.ts';
import { expandText } from '../markup/expand-text.ts';
import type { DrawnChart } from '../model/chart.ts';
import type { Message, Outcome } from '../model/message.ts';
import type { BuildPorts } from './build-ports.ts';
import type { ReportResults } from './compute-report.ts';
import type { LoadedReport } from './load-report.ts';

/** Phase 7: checks each chart against its tables and draws it. By the target that the report names. */
export async function drawCharts(
  loaded: LoadedReport,
  results: ReportResults,
  ports: Pick<BuildPorts, 'fonts'>,
): Promise<Outcome<ReadonlyMap<string, DrawnChart>>> {
  const { measure } = await ports.fonts();
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
    const { value, messages: found } = await drawChart(chart, results.tables, {
      measure,
      config: loaded.chartTheme,
      expand: (text, place) => expandText(text, place, context),
    });
    messages.push(...found);
    if (value !== undefined) drawn.set(target, value);
  }
  return { value: drawn, messages };
}
