import { missingFile } from '../messages/build-rules.ts';
import { nearestName } from '../messages/nearest-name.ts';
import type { Message, Outcome, Place } from '../model/message.ts';
import type { Files } from '../model/ports.ts';
import type { TemplateFile } from '../model/template-file.ts';
import type { PageTemplate } from '../page/page-input.ts';
import { parseTheme } from '../page/parse-theme.ts';

export const THEME = 'templates/theme/theme.json';

/** Reads a layout, every partial, the theme with its style sheets and the page's scripts. */
export async function loadTemplates(
  layout: string,
  named: Place,
  files: Files,
): Promise<Outcome<PageTemplate>> {
  const messages: Message[] = [];
  const layoutPath = `templates/layouts/${layout}.hbs`;
  const layoutFile = await readTemplate(layoutPath, files);
  if (layoutFile === undefined) {
    const known = (await files.list('templates/layouts')).map((name) => name.replace(/\.hbs$/, ''));
    const nearest = nearestName(layout, known);
    const remedy = `name one of the layouts: ${known.join(', ')}${nearest ? ` (the nearest is "${nearest}")` : ''}`;
    messages.push(missingFile(layoutPath, 'the layout that the front matter names', remedy, named));
  }
  const partials = new Map<string, TemplateFile>();
  for (const file of await readFolder('templates/partials', '.hbs', files)) {
    partials.set(file.file.slice('templates/partials/'.length, -'.hbs'.length), file);
  }
  const styles = await readFolder('templates/theme', '.css', files);
  const theme = parseTheme(THEME, (await files.readText(THEME)) ?? '{}');
  messages.push(...theme.messages);
  const logo = await readLogo(theme.value?.logo ?? '', files, messages);
  const scripts = await readFolder('templates/page-script', '.js', files);
  if (layoutFile === undefined || theme.value === undefined) return { value: undefined, messages };
  return { value: { layout: layoutFile, partials, theme: theme.value, logo, styles, scripts }, messages };
}

/** The picture as an address that a page can hold: `data:image/svg+xml;base64,…`. */
async function readLogo(logo: string, files: Files, messages: Message[]): Promise<string> {
  if (logo === '') return '';
  const path = `templates/theme/${logo}`;
  const kind = LOGO_KINDS[logo.slice(logo.lastIndexOf('.') + 1).toLowerCase()];
  const bytes = kind === undefined ? undefined : await files.read(path);
  if (bytes === undefined) {
    const remedy = 'put the picture, an SVG or PNG, beside theme.json, or leave "logo" out';
    messages.push(missingFile(path, 'the logo that the theme names', remedy, { file: THEME }));
    return '';
  }
  return `data:${kind};base64,${Buffer.from(bytes).toString('base64')}`;
}

const LOGO_KINDS: Readonly<Record<string, string>> = { svg: 'image/svg+xml', png: 'image/png' };

async function readFolder(folder: string, ending: string, files: Files): Promise<TemplateFile[]> {
  const names = (await files.list(folder)).filter((name) => name.endsWith(ending));
  const read = await Promise.all(names.map((name) => readTemplate(`${folder}/${name}`, files)));
  return read.filter((file) => file !== undefined);
}

async function readTemplate(file: string, files: Files): Promise<TemplateFile | undefined> {
  const text = await files.readText(file);
  return text === undefined ? undefined : { file, text };
}
