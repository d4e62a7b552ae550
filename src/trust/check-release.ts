import { embargoDay, lateCheck, nextRelease } from '../messages/state-rules.ts';
import type { Message, Place } from '../model/message.ts';
import type { Report } from '../model/report.ts';

/** Whether the dates of a report's release agree with one another, whatever its state. */
export function checkRelease(report: Report): readonly Message[] {
  const { date, release, qualityLog } = report.frontMatter;
  const { embargo, next } = release;
  const at = (path: string): Place => report.frontMatterPlaces.get(path)?.place ?? { file: report.file };
  const messages: Message[] = [];
  if (embargo !== undefined && !embargo.startsWith(`${date} `)) {
    messages.push(embargoDay(at('release.embargo'), embargo, date));
  }
  if (next !== undefined && /^\d{4}-\d\d(-\d\d)?$/.test(next) && next <= date.slice(0, next.length)) {
    messages.push(nextRelease(at('release.next'), next, date));
  }
  for (const [index, entry] of qualityLog.entries()) {
    if (entry.date <= date) continue;
    const place = at(`quality-log.${index}.date`);
    messages.push(lateCheck(place, `"${entry.check}" was checked`, entry.date, date));
  }
  return messages;
}
