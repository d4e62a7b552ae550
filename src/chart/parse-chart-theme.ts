import { badTemplate, notAChart } from '../messages/chart-rules.ts';
import type { Message, Outcome } from '../model/message.ts';
import type { Theme } from '../model/theme.ts';
import { CHART_COLOURS, type ChartColour } from './colours.ts';
import { fillTree } from './fill-tree.ts';
import { childOf } from './json-tree.ts';
import { parseJson } from './parse-json.ts';
import { resolveTree } from './resolve-tree.ts';

/** How all charts look: Vega-Lite's config, and the colours that a chart may name. */
export interface ChartTheme {
  readonly colours: Readonly<Record<ChartColour, string>>;
  readonly config: Readonly<Record<string, unknown>>;
  /** The same for a phone: a value of the theme may be given twice, as in a chart. */
  readonly narrowConfig: Readonly<Record<string, unknown>>;
}

/**
 * Parses `templates/theme/chart-config.json`: `{"config": {…}}`, the config of Vega-Lite, in which a colour of the
 * theme stands as `{"$colour": "accent"}`. Colours and font come from the theme.
 */
export function parseChartTheme(
  file: string,
  text: string,
  look: Pick<Theme, 'charts' | 'fonts'>,
): Outcome<ChartTheme> {
  const { value: tree, messages: jsonMessages } = parseJson(file, text);
  const messages: Message[] = [...jsonMessages];
  if (tree === undefined) return { value: undefined, messages };
  if (tree.kind !== 'object') return { value: undefined, messages: [...messages, notAChart(tree.place)] };
  const config = childOf(tree, 'config');
  if (config?.kind !== 'object') {
    messages.push(badTemplate(tree.place, 'the theme has no "config"', 'the config of Vega-Lite'));
    return { value: undefined, messages };
  }
  const colours = Object.fromEntries(
    CHART_COLOURS.map((name) => [name, look.charts[name]?.light ?? '']),
  ) as Record<ChartColour, string>;
  const fill = (narrow: boolean): Record<string, unknown> => {
    const filled = fillTree(config, { parameters: new Map(), narrow }, []);
    const resolved = resolveTree(filled, { expand: (value) => ({ value, messages: [] }), colours }, messages);
    return { ...(resolved as Record<string, unknown>), font: look.fonts.sans.family };
  };
  const theme: ChartTheme = { colours, config: fill(false), narrowConfig: fill(true) };
  return { value: messages.length > 0 ? undefined : theme, messages };
}
