import { formatDate } from '../findings/format-date.ts';
import type { PageInput } from './page-input.ts';

/**
 * The texts of the printed page's head and foot, as custom properties that the `@page` rules of the theme
 * put into their margin boxes: Chromium knows neither running elements nor `string-set`.
 */
export function renderRunningTexts(input: PageInput): string {
  const { kind, date, state, publisher } = input.report.frontMatter;
  const notice = 'Synthetic data: these records are made up';
  const title = input.texts.shortTitle;
  const foot = [publisher, formatDate(date), ...(state === 'draft' ? ['Draft: not for publication'] : [])];
  const properties = {
    '--running-title': quoteCss(input.synthetic ? notice : title),
    '--running-kind': quoteCss(input.synthetic ? title : kind),
    '--running-foot': quoteCss(foot.join(' \u00b7 ')),
    ...(input.synthetic
      ? { '--running-mark': 'var(--notice-mark)', '--running-ground': 'var(--notice)' }
      : {}),
  };
  return `:root{${Object.entries(properties)
    .map(([name, value]) => `${name}:${value}`)
    .join(';')}}`;
}

/** A CSS string; escaped too is what could end the style element around it. */
function quoteCss(text: string): string {
  const escaped = text.replace(/["\\<\n\r\f]/g, (character) => `\\${character.charCodeAt(0).toString(16)} `);
  return `"${escaped}"`;
}
