import type { Element } from 'hast';
import { h } from 'hastscript';
import { formatTable } from '../findings/format-table.ts';
import type { Field, ResultTable } from '../model/table.ts';

/**
 * A table with its figures, in a frame that scrolls where the screen is narrower than the table; the frame
 * can be reached and scrolled with the keyboard.
 *
 * @param labelledBy id of the element that names the table
 */
export function renderDataTable(table: ResultTable, labelledBy: string): Element {
  const { headings, rows } = formatTable(table);
  const header = table.fields.map((field, index) =>
    h('th', { scope: 'col', className: classOf(field) }, headings[index] ?? ''),
  );
  const body = rows.map((cells) =>
    h(
      'tr',
      cells.map((text, index) =>
        index === 0
          ? h('th', { scope: 'row' }, text)
          : h('td', { className: classOf(table.fields[index]) }, text),
      ),
    ),
  );
  return h('div.table-scroll', { role: 'region', tabIndex: 0, ariaLabelledBy: labelledBy }, [
    h('table', [h('thead', [h('tr', header)]), h('tbody', body)]),
  ]);
}

/** Numbers stand at the right, with the same decimals in a column, and so align at their points. */
function classOf(field: Field | undefined): string[] {
  return field !== undefined && ['integer', 'number', 'year'].includes(field.type) ? ['number'] : [];
}
