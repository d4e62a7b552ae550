import type { CitationTools } from '../markup/citations/open-citer.ts';
import { unknownCitationStyle } from '../messages/build-rules.ts';
import type { Message, Outcome, Place } from '../model/message.ts';
import type { Files } from '../model/ports.ts';
import type { TemplateFile } from '../model/template-file.ts';

/** The styles that Plumbline brings, by the name that a report gives and that of their package. */
const BUNDLED: Readonly<Record<string, 'harvard1' | 'apa' | 'vancouver'>> = {
  harvard: 'harvard1',
  apa: 'apa',
  vancouver: 'vancouver',
};

const FOLDER = 'templates/citation-styles';

/** A style of the project's own, or its bundled one's name; `file` is an input of the report. */
export interface FoundStyle {
  readonly name: string;
  readonly file: TemplateFile | undefined;
}

/** Looks for the citation style that a report names. */
export async function findCitationStyle(
  name: string,
  place: Place,
  files: Files,
): Promise<Outcome<FoundStyle>> {
  if (Object.hasOwn(BUNDLED, name)) return { value: { name, file: undefined }, messages: [] };
  const file = `${FOLDER}/${name}.csl`;
  const text = await files.readText(file);
  if (text !== undefined && isStyle(text)) {
    return { value: { name, file: { file, text } }, messages: [] };
  }
  const own = (await files.list(FOLDER)).filter((found) => found.endsWith('.csl'));
  const known = [...Object.keys(BUNDLED), ...own.map((found) => found.slice(0, -'.csl'.length))];
  const message: Message = unknownCitationStyle(place, name, text === undefined ? undefined : file, known);
  return { value: undefined, messages: [message] };
}

/** A style that only names its parent words nothing by itself. */
function isStyle(text: string): boolean {
  return /<style\b[^>]*purl\.org\/net\/xbiblio\/csl/.test(text) && !text.includes('rel="independent-parent"');
}

/** Loads the processor with a style: most of a tenth of a second, for reports that cite alone. */
export async function loadCitationTools({ name, file }: FoundStyle): Promise<CitationTools> {
  const json = { with: { type: 'json' } } as const;
  const [{ default: citeproc }, { default: locales }, { britishLocale }] = await Promise.all([
    import('citeproc'),
    import('@citation-js/plugin-csl/lib/locales.json', json),
    import('../markup/citations/british-locale.ts'),
  ]);
  const locale = britishLocale(locales['en-US']);
  if (file !== undefined) return { Engine: citeproc.Engine, style: file.text, locale };
  const { default: styles } = await import('@citation-js/plugin-csl/lib/styles.json', json);
  return { Engine: citeproc.Engine, style: styles[BUNDLED[name] ?? 'harvard1'], locale };
}
