import { formatDate } from '../findings/format-date.ts';
import type { PageInput, SyntheticExtent } from './page-input.ts';
import { quoteCss } from './quote-css.ts';
import { SECTION_SLOT } from './section-slot.ts';
import { viewState } from './view-release.ts';

const NOTICE_ICON =
  '<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10" viewBox="0 0 16 16"><path fill="#1d1d1b" fill-rule="evenodd" d="M8 .8 15.6 15H.4zM7 5.8l.3 4.8h1.4L9 5.8zm1 5.8a1 1 0 1 0 0 2 1 1 0 0 0 0-2z"/></svg>';

/** A plain head stands on the white of the page, just above the text. */
const PLAIN = {
  '--running-mark': '""',
  '--running-ink': 'var(--ink-soft)',
  '--running-ground': 'transparent',
  '--running-weight': '400',
  '--running-rise': '5mm',
};

/** The notice is a bar along the upper edge, with a sign before its words. */
const NOTICE = {
  '--running-mark': `url("data:image/svg+xml,${encodeURIComponent(NOTICE_ICON)}") "\\2002"`,
  '--running-ink': 'var(--ink)',
  '--running-ground': 'var(--notice)',
  '--running-weight': '600',
  '--running-rise': '0',
};

const SYNTHETIC: Readonly<Record<SyntheticExtent, string | undefined>> = {
  none: undefined,
  part: 'Partly synthetic: what is marked ‘synthetic’ rests on made-up records',
  all: 'Synthetic data: these records are made up',
};

/**
 * The texts of the printed page's head and foot, as custom properties that the `@page` rules of the theme
 * put into their margin boxes: Chromium knows neither running elements nor `string-set`.
 */
export function renderRunningTexts(input: PageInput): string {
  const { kind, date, publisher, supersededBy } = input.report.frontMatter;
  const { mark, embargo } = viewState(input.report.frontMatter);
  // Such a layout is printed twice, for only its print tells where its sections begin.
  const namesSections = input.template.layout.text.includes('data-running-head="section"');
  const title = input.texts.shortTitle;
  const superseded = supersededBy === null ? '' : 'Superseded';
  const foot = [publisher, formatDate(date), superseded, mark, embargo].filter((part) => part !== '');
  const properties = {
    '--running-title': quoteCss(SYNTHETIC[input.synthetic] ?? title),
    // Beside the notice there is no room for the title and the section.
    '--running-kind': quoteCss(input.synthetic === 'none' ? kind : namesSections ? '' : title),
    '--running-section': namesSections ? 'counter(page, running-section)' : '""',
    '--running-foot': quoteCss(foot.join(' \u00b7 ')),
    ...(input.synthetic === 'none' ? PLAIN : NOTICE),
  };
  const declarations = Object.entries(properties).map(([name, value]) => `${name}:${value}`);
  return `${namesSections ? `${SECTION_SLOT}\n` : ''}:root{${declarations.join(';')}}`;
}
