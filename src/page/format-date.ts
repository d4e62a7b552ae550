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
 * `2018-07-05` as a reader sees it: `5 July 2018`, with a non-breaking space after the day.
 *
 * @throws where the text is not an ISO date; front matter is checked before it comes here.
 */
export function formatDate(iso: string): string {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(iso) ?? [];
  const name = MONTHS[Number(month) - 1];
  if (year === undefined || name === undefined) throw new Error(`not an ISO date: ${iso}`);
  return `${Number(day)}\u00a0${name} ${year}`;
}
