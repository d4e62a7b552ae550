import { formatDate } from '../findings/format-date.ts';
import type { Project } from '../model/report.ts';

/** A project's facts as words; `''` where the front matter does not say. */
export interface ViewProject {
  /** `January 2018 to March 2020` */
  readonly dates: string;
  readonly award: string;
  readonly webPage: string;
  /** The address without what every address begins with. */
  readonly webPageText: string;
}

/** @param award as the front matter has it, figures in place */
export function viewProject(project: Project | null, award: string): ViewProject {
  const { start, end, webPage = '' } = project ?? {};
  const webPageText = webPage.replace(/^https?:\/\/(www\.)?|\/$/g, '');
  return { dates: nameDates(start, end), award, webPage, webPageText };
}

function nameDates(start: string | undefined, end: string | undefined): string {
  if (start !== undefined && end !== undefined) return `${nameDay(start)} to ${nameDay(end)}`;
  if (start !== undefined) return `From ${nameDay(start)}`;
  return end === undefined ? '' : `Until ${nameDay(end)}`;
}

/** A month alone is a date whose day is not said. */
function nameDay(iso: string): string {
  return iso.length === 7 ? formatDate(`${iso}-01`).replace(/^1\u00a0/, '') : formatDate(iso);
}
