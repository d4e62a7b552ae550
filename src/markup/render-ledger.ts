import type { Element } from 'hast';
import { h, s } from 'hastscript';
import type { Claim, Verdict } from '../model/claim.ts';
import { renderTableCaption, renderTableFrame } from './render-table.ts';

export const LEDGER_ID = 'table-claims-ledger';

/**
 * The claims ledger: every published statement, who made it, the verdict, and what the data say. Where one source
 * made all of them, it is named once over the table.
 */
export function renderLedger(claims: readonly Claim[], number: number): Element {
  const captionId = `${LEDGER_ID}-caption`;
  const sources = new Set(claims.map(({ published }) => published?.source));
  const [only] = sources.size === 1 ? [...sources] : [];
  const headings = only === undefined ? HEADINGS : HEADINGS.filter((heading) => heading !== 'Source');
  const head = headings.map((heading) => h('th', { scope: 'col', role: 'columnheader' }, heading));
  return h('figure.table.ledger', { id: LEDGER_ID, ariaLabelledBy: captionId }, [
    renderTableCaption(LEDGER_ID, number, 'Published statements and what our data say of them'),
    ...(only === undefined ? [] : [h('p.figure-note', `All statements: ${only.replace(/\.$/, '')}.`)]),
    // The roles are said because on a phone the rows are set as cards, which would take them away.
    renderTableFrame(
      captionId,
      [
        h('thead', { role: 'rowgroup' }, h('tr', { role: 'row' }, head)),
        h(
          'tbody',
          { role: 'rowgroup' },
          claims.map((claim) => renderRow(claim, only === undefined)),
        ),
      ],
      { role: 'table' },
    ),
  ]);
}

const HEADINGS = ['Published statement', 'Source', 'Verdict', 'What our data say'];

function renderRow({ id, statement, published }: Claim, namesSource: boolean): Element {
  if (!published) throw new Error(`The claim ${id} was not published and has no place in the ledger`);
  const { verdict, source, explanation } = published;
  return h('tr', { id: `claim-${id}`, role: 'row' }, [
    h('th', { scope: 'row', role: 'rowheader' }, statement),
    ...(namesSource ? [h('td.claim-source', { role: 'cell' }, source)] : []),
    h(
      'td',
      { role: 'cell' },
      h(`span.verdict.verdict-${verdict.replaceAll(' ', '-')}`, [renderIcon(verdict), verdict]),
    ),
    h('td', { role: 'cell' }, explanation),
  ]);
}

/** Tick, double wave, cross, bar: told apart by shape as well as by colour. */
const STROKES: Readonly<Record<Verdict, readonly string[]>> = {
  reproduced: ['M4.5 8.5 7 11l4.5-5.5'],
  consistent: ['M4 6.8c1.3-1.3 2.7-1.3 4 0s2.7 1.3 4 0', 'M4 10.2c1.3-1.3 2.7-1.3 4 0s2.7 1.3 4 0'],
  'not reproduced': ['M5.2 5.2l5.6 5.6', 'M10.8 5.2l-5.6 5.6'],
  'cannot be checked': ['M4.5 8h7'],
};

function renderIcon(verdict: Verdict): Element {
  const line = { fill: 'none', stroke: 'currentColor', strokeWidth: '1.5', strokeLinecap: 'round' };
  return s('svg.icon.verdict-icon', { viewBox: '0 0 16 16', width: '16', height: '16', ariaHidden: 'true' }, [
    s('circle', { cx: '8', cy: '8', r: '7.25', ...line }),
    ...STROKES[verdict].map((d) => s('path', { d, ...line })),
  ]);
}
