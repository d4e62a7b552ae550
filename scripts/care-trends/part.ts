import type { AnalysisContext } from '../../src/analysis.ts';

/**
 * Choices of the analysis, each of which the release states.
 *
 * @property noChangeBand percent a year, either way, that still counts as no change
 * @property judgedBy last day on which an Ofsted judgement counts as in force in the window
 * @property level confidence level of every interval
 */
export const parameters = {
  firstYear: 2012,
  lastYear: 2017,
  noChangeBand: 0.1,
  judgedBy: '2017-03-31',
  round: '1',
  level: 0.95,
};

export type Context = AnalysisContext<typeof parameters>;
