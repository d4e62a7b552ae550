import { missingFile } from '../messages/build-rules.ts';
import { nearestName } from '../messages/nearest-name.ts';
import type { Message, Outcome, Place } from '../model/message.ts';
import type { Files } from '../model/ports.ts';
import type { TemplateFile } from '../model/template-file.ts';
import type { PageTemplate } from '../page/page-input.ts';

/** Reads a layout, every partial, the theme's style sheets and the page's scripts. */
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
  const scripts = await readFolder('templates/page-script', '.js', files);
  return { value: layoutFile && { layout: layoutFile, partials, styles, scripts }, messages };
}

async function readFolder(folder: string, ending: string, files: Files): Promise<TemplateFile[]> {
  const names = (await files.list(folder)).filter((name) => name.endsWith(ending));
  const read = await Promise.all(names.map((name) => readTemplate(`${folder}/${name}`, files)));
  return read.filter((file) => file !== undefined);
}

async function readTemplate(file: string, files: Files): Promise<TemplateFile | undefined> {
  const text = await files.readText(file);
  return text === undefined ? undefined : { file, text };
}
