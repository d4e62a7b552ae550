import { readdirSync, readFileSync } from 'node:fs';
import type { TemplateFile } from '../../src/model/template-file.ts';
import type { Theme } from '../../src/model/theme.ts';
import type { PageTemplate } from '../../src/page/page-input.ts';
import { parseTheme } from '../../src/page/parse-theme.ts';

const TEMPLATES = new URL('../../templates/', import.meta.url);

function templateFile(path: string): TemplateFile {
  return { file: `templates/${path}`, text: readFileSync(new URL(path, TEMPLATES), 'utf8') };
}

export function themeText(): string {
  return templateFile('theme/theme.json').text;
}

/** The theme as the product has it. */
export function readTheme(): Theme {
  const { value, messages } = parseTheme('theme.json', themeText());
  if (value === undefined) throw new Error(JSON.stringify(messages));
  return value;
}

/** A layout as the product has it, with its partials and style sheets. */
export function readTemplate(layout: string): PageTemplate {
  const partials = readdirSync(new URL('partials/', TEMPLATES)).map(
    (name) => [name.replace(/\.hbs$/, ''), templateFile(`partials/${name}`)] as const,
  );
  const styles = readdirSync(new URL('theme/', TEMPLATES)).filter((name) => name.endsWith('.css'));
  return {
    layout: templateFile(`layouts/${layout}.hbs`),
    partials: new Map(partials),
    scripts: readdirSync(new URL('page-script/', TEMPLATES))
      .sort()
      .map((name) => templateFile(`page-script/${name}`)),
    theme: readTheme(),
    logo: '',
    styles: styles.sort().map((name) => templateFile(`theme/${name}`)),
  };
}
