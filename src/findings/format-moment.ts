import { formatDate } from './format-date.ts';

/**
 * `2026-11-24 09:30` as a reader sees it: `9:30am on 24 November 2026`; whole hours without minutes, and words for
 * the two that are mistaken for each other.
 *
 * @throws where the text is no such moment: checked texts only.
 */
export function formatMoment(moment: string): string {
  const [, day = '', hours = '', minutes = ''] = /^(\S+) (\d\d):(\d\d)$/.exec(moment) ?? [];
  return `${formatTime(Number(hours), minutes)} on ${formatDate(day)}`;
}

function formatTime(hours: number, minutes: string): string {
  if (minutes === '00' && hours % 12 === 0) return hours === 0 ? 'midnight' : 'midday';
  const past = minutes === '00' ? '' : `:${minutes}`;
  return `${hours % 12 === 0 ? 12 : hours % 12}${past}${hours < 12 ? 'am' : 'pm'}`;
}
