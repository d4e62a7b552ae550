import type { Theme } from '../model/theme.ts';

/**
 * The style sheet of a theme: its colours, in the light and in the dark, its fonts and its paper, as custom
 * properties that the other sheets are made of.
 */
export function renderTheme(theme: Theme): string {
  const { sans, serif } = theme.fonts;
  const { width, height } = theme.paper;
  const light = [
    ...Object.entries(theme.colours).map(([name, shade]) => `--${name}:${shade.light}`),
    `--sans:"${sans.family}","${serif.family}",sans-serif`,
    `--serif:"${serif.family}","${sans.family}",serif`,
    `--page-width:${width}mm`,
    `--page-height:${height}mm`,
  ];
  const dark = [
    ...Object.entries(theme.colours).map(([name, shade]) => `--${name}:${shade.dark}`),
    ...Object.entries(theme.charts).map(([name, shade]) => `--chart-${name}:${shade.dark}`),
  ];
  return [
    `:root{${light.join(';')}}`,
    `@media screen and (prefers-color-scheme:dark){:root{${dark.join(';')}}}`,
    `@page{size:${width}mm ${height}mm}`,
    `@page turned{size:${height}mm ${width}mm}`,
    `@page cover{background:${theme.colours.band?.light}}`,
    `@page summary{background:${theme.colours.tint?.light}}`,
  ].join('\n');
}
