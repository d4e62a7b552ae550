/**
 * Colours that a chart may name as `{"$colour": "accent"}`. The theme says what they are on paper
 * (`templates/theme/chart-config.json`); a page may change them by the custom property `--chart-<name>`,
 * as dark mode does.
 */
export const CHART_COLOURS = [
  'accent',
  'teal',
  'plum',
  'orange',
  'dark',
  'lilac',
  'text',
  'soft',
  'axis',
  'grid',
  'context',
  'tint',
  'ground',
] as const;

export type ChartColour = (typeof CHART_COLOURS)[number];
