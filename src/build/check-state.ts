import type { Message } from '../model/message.ts';
import { checkFinal } from '../trust/check-final.ts';
import { checkNotices } from '../trust/check-notices.ts';
import type { LockCheck } from '../trust/lock-check.ts';
import type { ComposedPage } from './compose-report.ts';
import type { LoadedReport } from './load-report.ts';

/** Whether a composed report may be what its front matter says it is: draft, review or final. */
export function checkState(
  { report, template }: Pick<LoadedReport, 'report' | 'template'>,
  page: Pick<ComposedPage, 'html' | 'input'> | undefined,
  messages: readonly Message[],
  lock: LockCheck,
): readonly Message[] {
  const notices =
    page === undefined
      ? []
      : checkNotices(page.html, report.frontMatter, page.input.synthetic !== 'none', template.layout.file);
  return [...checkFinal(report, messages, lock), ...notices];
}
