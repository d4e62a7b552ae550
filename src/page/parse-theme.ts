import { CHART_COLOURS } from '../chart/colours.ts';
import { childOf, isText, type JsonNode, textOf } from '../chart/json-tree.ts';
import { parseJson } from '../chart/parse-json.ts';
import { badTheme } from '../messages/page-rules.ts';
import type { Message, Outcome } from '../model/message.ts';
import type { Shade, Theme, ThemeFont } from '../model/theme.ts';

/** Custom properties of a page that are colours. */
export const PAGE_COLOURS = [
  ...['ink', 'ink-soft', 'paper', 'accent', 'band', 'on-band', 'on-band-soft', 'tint', 'rule'],
  ...['notice', 'notice-rule', 'good', 'bad'],
] as const;

const PAPERS: Readonly<Record<string, Theme['paper']>> = {
  A4: { width: 210, height: 297 },
  Letter: { width: 215.9, height: 279.4 },
};

/** Text and figures stand in 170 mm, for which charts are laid out, and need a margin beside them. */
const LEAST_PAPER = { width: 190, height: 250 };

/** Parses `templates/theme/theme.json`; all that is missing or wrong is told at its place. */
export function parseTheme(file: string, text: string): Outcome<Theme> {
  const { value: tree, messages: jsonMessages } = parseJson(file, text);
  if (tree === undefined) return { value: undefined, messages: jsonMessages };
  const messages: Message[] = [...jsonMessages];
  const complain = (node: JsonNode | undefined, found: string, expected: string): void => {
    messages.push(badTheme(node?.place ?? tree.place, found, expected));
  };
  const fonts = childOf(tree, 'fonts');
  const theme: Theme = {
    name: textOf(tree, 'name') ?? '',
    paper: readPaper(childOf(tree, 'paper'), complain),
    logo: textOf(tree, 'logo') ?? '',
    fonts: {
      sans: readFont(fonts, 'sans', complain),
      serif: readFont(fonts, 'serif', complain),
    },
    colours: readColours(childOf(tree, 'colours'), 'colours', PAGE_COLOURS, complain),
    charts: readColours(childOf(tree, 'charts'), 'charts', CHART_COLOURS, complain),
  };
  return { value: messages.length > 0 ? undefined : theme, messages };
}

type Complain = (node: JsonNode | undefined, found: string, expected: string) => void;

function readPaper(node: JsonNode | undefined, complain: Complain): Theme['paper'] {
  const known = isText(node) ? PAPERS[node.value] : undefined;
  if (known !== undefined) return known;
  const width = numberOf(node, 'width');
  const height = numberOf(node, 'height');
  if (width >= LEAST_PAPER.width && height >= LEAST_PAPER.height) return { width, height };
  const least = `at least ${LEAST_PAPER.width} by ${LEAST_PAPER.height}`;
  complain(
    node,
    '"paper" names no paper that a page fits',
    `"A4", "Letter", or {"width", "height"} in mm, ${least}`,
  );
  return { width: 0, height: 0 };
}

function numberOf(node: JsonNode | undefined, name: string): number {
  const child = childOf(node, name);
  return child?.kind === 'scalar' && typeof child.value === 'number' ? child.value : 0;
}

function readFont(fonts: JsonNode | undefined, name: string, complain: Complain): ThemeFont {
  const node = childOf(fonts, name);
  const family = textOf(node, 'family') ?? '';
  const from = textOf(node, 'package') ?? '';
  // The name goes into style sheets and into file paths as it is.
  if (!/^[\w ]+$/.test(family) || !/^@fontsource\/[\w-]+$/.test(from)) {
    const expected = '{"family": "Source Sans 3", "package": "@fontsource/source-sans-3"} or another such';
    complain(node ?? fonts, `the font "${name}" has no family or no package`, expected);
  }
  return { family, package: from };
}

function readColours(
  node: JsonNode | undefined,
  where: string,
  names: readonly string[],
  complain: Complain,
): Record<string, Shade> {
  const colours: Record<string, Shade> = {};
  for (const name of names) {
    const child = childOf(node, name);
    const [light = '', dark = ''] = [textOf(child, 'light'), textOf(child, 'dark')];
    if (isColour(light) && isColour(dark)) colours[name] = { light, dark };
    else
      complain(
        child ?? node,
        `"${name}" of "${where}" is not two colours`,
        '{"light": "#12436d", "dark": "#9cc6ea"}',
      );
  }
  return colours;
}

function isColour(text: string): boolean {
  return /^#[0-9a-fA-F]{6}$/.test(text);
}
