/** The pages of the guide whose blocks are followed one after the other, in one project. */
export const PAGES = [
  'first-report.md',
  'analyses.md',
  'findings.md',
  'tracing.md',
  'charts.md',
  'layouts.md',
  'datasets.md',
  'troubleshooting.md',
  'analyses-in-r.md',
  'coded-interviews.md',
  'new-data.md',
] as const;
