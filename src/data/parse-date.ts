const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const LONG_MONTHS = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
];
const DIRECTIVES: Readonly<Record<string, string>> = {
  '%Y': '(?<year>\\d{4})',
  '%m': '(?<month>\\d{1,2})',
  '%d': '(?<day>\\d{1,2})',
  '%b': `(?<word>${MONTHS.join('|')})`,
  '%B': `(?<word>${LONG_MONTHS.join('|')})`,
};

/**
 * A reader of dates written in the given pattern (`%d/%m/%Y`, `%d %B %Y`): it gives the date as
 * `2017-03-31`, or `undefined` where the text is no such date. A time of midnight after an ISO date, as
 * database exports write, is dropped. A column holds few days many times over, so each text is read once.
 */
export function dateParser(format = '%Y-%m-%d'): (text: string) => string | undefined {
  const source = format.replace(/%[YmdbB]|[\\^$.*+?()[\]{}|/]/g, (part) => DIRECTIVES[part] ?? `\\${part}`);
  const pattern = new RegExp(`^${source}(?:[T ]00:00(?::00(?:\\.0+)?)?)?$`, 'i');
  const known = new Map<string, string | undefined>();
  return (text) => {
    if (!known.has(text)) known.set(text, readDate(text, pattern));
    return known.get(text);
  };
}

function readDate(text: string, pattern: RegExp): string | undefined {
  const groups = pattern.exec(text)?.groups;
  if (groups === undefined) return undefined;
  const word = groups.word?.toLowerCase();
  const month = word === undefined ? Number(groups.month) : MONTHS.indexOf(word.slice(0, 3)) + 1;
  return isoDate(Number(groups.year), month, Number(groups.day));
}

function isoDate(year: number, month: number, day: number): string | undefined {
  const date = new Date(Date.UTC(year, month - 1, day));
  if (year < 1000 || date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return undefined;
  return date.toISOString().slice(0, 10);
}
