const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/**
 * `2017-03-31` as a reader sees it: `31 March 2017`; no line breaks after the day.
 *
 * @throws where the text is no ISO date: checked texts only.
 */
export function formatDate(iso: string): string {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(iso) ?? [];
  const name = MONTHS[Number(month) - 1];
  if (name === undefined) throw new Error(`not an ISO date: ${iso}`);
  return `${Number(day)}\u00a0${name} ${year}`;
}
