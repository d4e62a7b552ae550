import { formatDate } from '../findings/format-date.ts';
import { formatMoment } from '../findings/format-moment.ts';
import type { ReportState } from '../model/release.ts';
import type { FrontMatter } from '../model/report.ts';

/** How far a report has come, in the words of its page; `''` where a final one says nothing. */
export interface ViewState {
  readonly id: ReportState;
  readonly isFinal: boolean;
  /** `Draft: not for publication` */
  readonly mark: string;
  readonly notice: string;
  /** Of a draft or a copy for review: `Embargoed until 9:30am on 24 November 2026`. */
  readonly embargo: string;
  /** What stands before the date of publication. */
  readonly dateLabel: string;
}

/** How a report is released; `''` or an empty list where the front matter does not say. */
export interface ViewRelease {
  /** Whether anything of it is said. */
  readonly any: boolean;
  readonly edition: string;
  /** `Released at 9:30am on 24 November 2026`; of what is not yet final, the embargo. */
  readonly moment: string;
  readonly preRelease: readonly string[];
  readonly next: string;
  readonly revisions: string;
  readonly supersededBy: { readonly title: string; readonly link: string };
  readonly qualityLog: readonly { readonly date: string; readonly name: string; readonly check: string }[];
}

const WORDS: Readonly<Record<ReportState, Pick<ViewState, 'mark' | 'notice' | 'dateLabel'>>> = {
  draft: {
    mark: 'Draft: not for publication',
    notice: 'Draft: not for publication. Figures and wording may change.',
    dateLabel: 'Draft of',
  },
  review: {
    mark: 'In review: not for publication',
    notice: 'In review: two people have yet to approve this document. Figures and wording may change.',
    dateLabel: 'In review, for',
  },
  final: { mark: '', notice: '', dateLabel: 'Published' },
};

export function viewState({ state, release }: Pick<FrontMatter, 'state' | 'release'>): ViewState {
  const isFinal = state === 'final';
  const { embargo } = release;
  return {
    id: state,
    isFinal,
    ...WORDS[state],
    embargo: isFinal || embargo === undefined ? '' : `Embargoed until ${formatMoment(embargo)}`,
  };
}

export function viewRelease(
  frontMatter: Pick<FrontMatter, 'state' | 'release' | 'edition' | 'supersededBy' | 'qualityLog'>,
): ViewRelease {
  const { edition, release, supersededBy, qualityLog } = frontMatter;
  const { embargo, preRelease, next = '', revisions = '' } = release;
  const moment =
    embargo === undefined ? '' : viewState(frontMatter).embargo || `Released at ${formatMoment(embargo)}`;
  const said = [edition, embargo, release.next, release.revisions, ...preRelease, ...qualityLog];
  return {
    any: supersededBy !== null || said.some((part) => part !== null && part !== undefined),
    edition: edition === null ? '' : String(edition),
    moment,
    preRelease,
    next: nameNext(next),
    revisions,
    supersededBy: { title: supersededBy?.title ?? '', link: supersededBy?.link ?? '' },
    qualityLog: qualityLog.map(({ date, ...entry }) => ({ ...entry, date: formatDate(date) })),
  };
}

/** A day, a month alone, or the author's words. */
function nameNext(next: string): string {
  if (/^\d{4}-\d\d-\d\d$/.test(next)) return formatDate(next);
  return /^\d{4}-\d\d$/.test(next) ? formatDate(`${next}-01`).replace(/^1\u00a0/, '') : next;
}
