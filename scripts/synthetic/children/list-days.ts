const MONTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

/** Every day from the first to the last, both in, as ISO texts: a day's place in the list is its number. */
export function listDays(first: string, last: string): readonly string[] {
  const days: string[] = [];
  let [year = 0, month = 0, day = 0] = first.split('-').map(Number);
  for (let text = first; text <= last; text = isoText(year, month, day)) {
    days.push(text);
    day++;
    if (day <= daysInMonth(year, month)) continue;
    day = 1;
    month = month === 12 ? 1 : month + 1;
    if (month === 1) year++;
  }
  return days;
}

function daysInMonth(year: number, month: number): number {
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return month === 2 && isLeap ? 29 : (MONTHS[month - 1] ?? 0);
}

function isoText(year: number, month: number, day: number): string {
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}
