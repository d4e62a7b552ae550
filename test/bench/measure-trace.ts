import { globSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { joinScripts } from '../../src/page/join-scripts.ts';
import { tightenCss } from '../../src/page/tighten-css.ts';
import type { Measure } from './run-bench.ts';
import { runBuild } from './run-build.ts';

/**
 * What the trace adds to the pages of all reports: their bytes against those of the same pages without the list of
 * origins, the page's script, links from figures, exact values in tables and the styles of all these.
 */
export async function measureTrace(): Promise<Measure[]> {
  await runBuild([], false);
  const pages = globSync('output/*/*.html').sort();
  const sizes = pages.map((file) => {
    const page = readFileSync(file, 'utf8');
    return { file, with: Buffer.byteLength(page), without: Buffer.byteLength(withoutTrace(page)) };
  });
  const sum = (of: 'with' | 'without') => sizes.reduce((total, size) => total + size[of], 0);
  const percent = ({ with: whole, without }: { with: number; without: number }) =>
    100 * (whole / without - 1);
  const each = sizes.map((size) => `${basename(size.file, '.html')} ${percent(size).toFixed(0)}%`);
  return [
    {
      what: 'trace in HTML',
      found: percent({ with: sum('with'), without: sum('without') }),
      bound: 25,
      unit: '%',
      note: `more bytes over ${pages.length} pages: ${each.join(', ')}`,
    },
  ];
}

/** The page as it would be without the trace. */
export function withoutTrace(page: string): string {
  const styles = tightenCss(readFileSync('templates/theme/65-origins.css', 'utf8'));
  const file = 'templates/page-script/10-origin-card.js';
  const script = joinScripts([{ file, text: readFileSync(file, 'utf8') }]);
  return page
    .replace(styles, '')
    .replace(/<section class="back-matter origins"[\s\S]*?<\/section>\n?/, '')
    .replace(script, '')
    .replace(/script-src '[^']*'; /, '')
    .replace(/ data-table="[^"]*" data-key="[^"]*"/g, '')
    .replace(/<td><data value="[^"]*">([^<]*)<\/data>/g, '<td class="number">$1')
    .replace(/ ?<a class="table-origin"[^>]*>[^<]*<\/a>/g, '')
    .replace(/<li><a href="#page-origins">.*<\/li>\n?/g, '')
    .replace(/<a (?:class="value" )?href="#from-[^"]*" id="[^"]*">([\s\S]*?)<\/a>/g, '$1');
}
