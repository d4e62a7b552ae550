import { noOrigins, unknownFigure } from '../messages/page-rules.ts';
import type { Message, Outcome } from '../model/message.ts';
import { checkGlyphs } from './check-glyphs.ts';
import { chooseFonts } from './choose-fonts.ts';
import { joinScripts } from './join-scripts.ts';
import type { PageInput } from './page-input.ts';
import { viewPage } from './page-view.ts';
import { renderFontFaces } from './render-font-faces.ts';
import { renderRunningTexts } from './render-running-texts.ts';
import { renderTemplate } from './render-template.ts';
import { renderTheme } from './render-theme.ts';
import { tightenCss } from './tighten-css.ts';

/** Stands where the fonts will go until the page's text, and so its characters, is known. */
const FONT_SLOT = '/*fonts*/';

/**
 * One self-contained HTML page: styles, fonts and our own script within it, nothing fetched. The print style of
 * the same file makes the PDF, in which no script runs.
 *
 * Messages: figures that the front matter names and the text does not show, names that a layout uses and a
 * page lacks, and characters that no bundled font has.
 */
export function renderPage(input: PageInput): Outcome<string> {
  const unknown = checkFigures(input);
  if (unknown.length > 0) return { value: undefined, messages: unknown };
  const { styles, theme } = input.template;
  const css = [renderTheme(theme), ...styles.map(({ text }) => tightenCss(text)), renderRunningTexts(input)];
  const rendered = renderTemplate(
    input.template,
    viewPage(input, [FONT_SLOT, ...css].join('\n'), joinScripts(input.template.scripts)),
  );
  if (rendered.value === undefined) return rendered;

  const text = readableText(rendered.value);
  const { faces, uncovered } = chooseFonts(text, input.fonts);
  const messages = checkGlyphs(uncovered, text, input.report);
  if (messages.length > 0) return { value: undefined, messages };
  if (rendered.value.includes('href="#from-') && !rendered.value.includes('id="page-origins"')) {
    return { value: undefined, messages: [noOrigins({ file: input.template.layout.file })] };
  }
  const [before = '', after = ''] = rendered.value.split(FONT_SLOT);
  return { value: `${before}${renderFontFaces(faces)}${after}`, messages: [] };
}

/** Figures and tables of the front matter that the text does not show. */
function checkFigures({ report, body }: PageInput): readonly Message[] {
  const known = [...body.labels.keys()];
  const { wideFigures, turnedTables } = report.frontMatter;
  return [
    ...wideFigures.map((id, index) => ({ id, key: `wide-figures.${index}` })),
    ...turnedTables.map((id, index) => ({ id, key: `turned-tables.${index}` })),
  ].flatMap(({ id, key }) => {
    if (body.labels.has(id)) return [];
    const place = report.frontMatterPlaces.get(key)?.place ?? { file: report.file };
    return [unknownFigure(place, id, known)];
  });
}

/** What a reader may see of a page: its text without styles, scripts, tags and the entities that markup needs. */
function readableText(html: string): string {
  return html
    .replace(/<(style|script)[^>]*>[\s\S]*?<\/\1>/g, ' ')
    .replace(/<[^>]*>/g, ' ')
    .replace(/&[#\w]+;/g, ' ');
}
