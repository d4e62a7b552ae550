import { badTemplate, notAChart } from '../messages/chart-rules.ts';
import type { Message, Outcome } from '../model/message.ts';
import { CHART_COLOURS, type ChartColour } from './colours.ts';
import { fillTree } from './fill-tree.ts';
import { childOf, type JsonNode, textOf, toValue } from './json-tree.ts';
import { parseJson } from './parse-json.ts';

/** How all charts look: Vega-Lite's config, and the colours that a chart may name. */
export interface ChartTheme {
  readonly colours: Readonly<Record<ChartColour, string>>;
  readonly config: Readonly<Record<string, unknown>>;
  /** The same for a phone: a value of the theme may be given twice, as in a chart. */
  readonly narrowConfig: Readonly<Record<string, unknown>>;
}

/** Parses `templates/theme/chart-config.json`: `{"colours": {"accent": "#12436D", …}, "config": {…}}`. */
export function parseChartTheme(file: string, text: string): Outcome<ChartTheme> {
  const { value: tree, messages: jsonMessages } = parseJson(file, text);
  const messages: Message[] = [...jsonMessages];
  if (tree === undefined) return { value: undefined, messages };
  if (tree.kind !== 'object') return { value: undefined, messages: [...messages, notAChart(tree.place)] };
  const config = childOf(tree, 'config');
  const listed = childOf(tree, 'colours');
  if (config?.kind !== 'object') {
    messages.push(badTemplate(tree.place, 'the theme has no "config"', 'the config of Vega-Lite'));
  }
  const colours: Partial<Record<ChartColour, string>> = {};
  for (const name of CHART_COLOURS) {
    const colour = textOf(listed, name);
    if (colour !== undefined && /^#[0-9a-fA-F]{6}$/.test(colour)) colours[name] = colour;
    else {
      const place = childOf(listed, name)?.place ?? listed?.place ?? tree.place;
      messages.push(
        badTemplate(
          place,
          `the theme's colour "${name}" is ${colour === undefined ? 'missing' : `"${colour}"`}`,
          'one such as "#12436D"',
        ),
      );
    }
  }
  if (messages.length > 0 || config === undefined) return { value: undefined, messages };
  const theme: ChartTheme = {
    colours: colours as Record<ChartColour, string>,
    config: fill(config, false),
    narrowConfig: fill(config, true),
  };
  return { value: theme, messages };
}

function fill(config: JsonNode, narrow: boolean): Record<string, unknown> {
  return toValue(fillTree(config, { parameters: new Map(), narrow }, [])) as Record<string, unknown>;
}
