import { noNotice } from '../messages/state-rules.ts';
import type { Message } from '../model/message.ts';
import type { FrontMatter } from '../model/report.ts';

const BANNER = 'class="state-bar';
const SYNTHETIC = /class="synthetic-bar"[^>]*>[^<]*(<svg[\s\S]*?<\/svg>)?[^<]*made[- ]up/;

/**
 * Whether a page says what its reader has to know first. The notices stand in layouts and partials, which a research
 * body may replace: it cannot leave them out.
 *
 * @param layout path of the layout, for the message
 */
export function checkNotices(
  html: string,
  { state, supersededBy }: Pick<FrontMatter, 'state' | 'supersededBy'>,
  synthetic: boolean,
  layout: string,
): readonly Message[] {
  const place = { file: layout };
  const messages: Message[] = [];
  if (synthetic && !SYNTHETIC.test(html)) {
    messages.push(noNotice(place, 'records behind it are made up', 'synthetic-bar'));
  }
  const bars = html.split(BANNER).length - 1;
  const expected = (state === 'final' ? 0 : 1) + (supersededBy === null ? 0 : 1);
  if (bars < expected) {
    const what =
      supersededBy === null ? `it is ${state === 'draft' ? 'a draft' : 'in review'}` : 'it is superseded';
    messages.push(noNotice(place, what, 'state-bar'));
  }
  return messages;
}
