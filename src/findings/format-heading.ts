import type { Field } from '../model/table.ts';

/** What stands behind a column's title: counts, ratios and texts explain themselves. */
const UNIT_LABELS: Readonly<Record<string, string>> = { percent: '%', count: '', ratio: '', text: '' };

/** A column's heading with its unit, said once: `Share rising (%)`, `Rate (per 10,000)`, `Spending (£m)`. */
export function formatHeading(field: Pick<Field, 'name' | 'title' | 'unit'>): string {
  const title = field.title ?? field.name;
  const unit = field.unit === undefined ? '' : (UNIT_LABELS[field.unit] ?? field.unit);
  return unit === '' || title.endsWith(`(${unit})`)
    ? title
    : `${title} (${unit.replace(/ (?=\d)/g, '\u00a0')})`;
}
