import type { Chart } from '../../chart/chart.ts';
import type { Report } from '../../model/report.ts';
import { checkNumbers, type NumberCheck } from './check-numbers.ts';
import { listBodyPassages } from './list-body-passages.ts';
import { listChartPassages } from './list-chart-passages.ts';
import { listFrontPassages } from './list-front-passages.ts';
import { listResultPassages, type ReturnedTexts } from './list-result-passages.ts';

/** The number gate over all that a report says: its front matter, its body, its charts and its analyses' texts. */
export function checkReportNumbers(
  report: Report,
  charts: readonly Chart[],
  returned: ReturnedTexts,
): NumberCheck {
  const passages = [
    ...listFrontPassages(report),
    ...listBodyPassages(report),
    ...charts.flatMap(listChartPassages),
    ...listResultPassages(returned),
  ];
  return checkNumbers(report, passages, returned.findings);
}
