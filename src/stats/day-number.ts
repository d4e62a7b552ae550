/** Days in the months before each month of a common year. */
const BEFORE_MONTH = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334];

/**
 * Days from 1 January 1970 to an ISO date, in the Gregorian calendar: `2015-04-01` is 16,526. No time zone
 * enters. R: `as.integer(as.Date(date))`.
 * @returns `undefined` where the text is not `YYYY-MM-DD` or there is no such day
 */
export function dayNumber(date: string): number | undefined {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date);
  if (parts === null) return undefined;
  const [year, month, day] = [Number(parts[1]), Number(parts[2]), Number(parts[3])];
  const before = BEFORE_MONTH[month - 1];
  if (before === undefined || day < 1 || day > daysIn(year, month)) return undefined;
  const leapDay = month > 2 && isLeap(year) ? 1 : 0;
  return daysToYear(year) - daysToYear(1970) + before + leapDay + day - 1;
}

function isLeap(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}

function daysIn(year: number, month: number): number {
  if (month === 2) return isLeap(year) ? 29 : 28;
  return (BEFORE_MONTH[month] ?? 365) - (BEFORE_MONTH[month - 1] ?? 0);
}

/** Days from 1 January of year 1 to 1 January of `year`. */
function daysToYear(year: number): number {
  const past = year - 1;
  return past * 365 + Math.floor(past / 4) - Math.floor(past / 100) + Math.floor(past / 400);
}
