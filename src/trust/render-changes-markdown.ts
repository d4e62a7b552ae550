import { countOf } from '../messages/count-of.ts';
import { formatPlace } from '../messages/format-message.ts';
import type { EditionChanges, WordingChange } from './compare-editions.ts';
import { type CorrectionNotice, draftCorrection, isTold } from './correction-notice.ts';
import { excerptAround } from './excerpt.ts';
import { type FigureChange, PARAGRAPH_KINDS } from './lock-check.ts';
import { claimDifference, wordReasons } from './word-lock-check.ts';

/** The change report as Markdown. @param problems why a page could not be made, where it could not */
export function renderChangesMarkdown(changes: EditionChanges, problems: readonly string[]): string {
  const { title, report, before, after, figures, claims, charts, totals } = changes;
  const told = figures.filter(isTold);
  const below = figures.filter((figure) => !isTold(figure));
  const sections = [
    `# What changed: ${title}`,
    `Report \`${report}\`. Before: ${before}. Now: ${after}.`,
    ...problems.map((problem) => `> ${escapeText(problem)}`),
    `## Figures\n\n${countOf(told.length, 'figure reads', 'figures read')} otherwise, of ${totals.figures}.`,
    ...(told.length === 0 ? [] : [figureTable(told)]),
    ...(below.length === 0
      ? []
      : [
          `Differences that no reader sees: ${below.map((one) => `\`${one.id}\` (${one.difference ?? one.parts.join(', ')}; ${wordReasons(one.reasons)})`).join(', ')}.`,
        ]),
    `## Claims\n\n${countOf(claims.length, 'claim differs', 'claims differ')}, of ${totals.claims}.`,
    ...(claims.length === 0
      ? []
      : [
          claims
            .map(
              ({ id, before: was, after: is, reasons }) =>
                `- \`${id}\` ${escapeText(claimDifference(was, is))}. Why: ${wordReasons(reasons)}`,
            )
            .join('\n'),
        ]),
    '## Wording',
    ...wordingLines(changes.wording),
    `## Charts\n\n${charts.length === 0 ? 'No chart differs' : `${countOf(charts.length, 'chart differs', 'charts differ')}: ${charts.map(({ id }) => `\`${id}\``).join(', ')}`}, of ${totals.charts}. The page beside this file shows them side by side.`,
    '## To be read again',
    toReadLines(changes),
    '## Draft of a correction notice',
    ...noticeLines(draftCorrection(changes)),
  ];
  return `${sections.join('\n\n')}\n`;
}

function figureTable(figures: readonly FigureChange[]): string {
  const rows = figures.map(({ id, before, after, difference, reasons }) => [
    `\`${id}\``,
    before?.text ?? 'none',
    after?.text ?? 'none',
    difference ?? '',
    wordReasons(reasons),
  ]);
  return [['figure', 'before', 'now', 'difference', 'why'], ['---', '---', '---', '---', '---'], ...rows]
    .map((row) => `| ${row.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`)
    .join('\n');
}

function wordingLines(wording: readonly WordingChange[] | null): string[] {
  if (wording === null) return ['Not compared: one of the two has no page.'];
  const titles: Readonly<Record<WordingChange['kind'], string>> = {
    figures: 'Figures alone',
    words: 'Words',
    new: 'New',
    gone: 'Gone',
  };
  if (wording.length === 0) return ['No passage differs.'];
  return [
    wording
      .map(({ kind, runs }) => {
        const text = runs.map((run) => {
          const words = escapeText(run.text);
          return run.kind === 'same' ? words : run.kind === 'gone' ? `~~${words}~~` : `**${words}**`;
        });
        return `- ${titles[kind]}: ${text.join(' ')}`;
      })
      .join('\n'),
  ];
}

function toReadLines({ toRead }: EditionChanges): string {
  if (toRead === null) return 'Not known: the report was never approved, or has no page.';
  if (toRead.length === 0) return 'Nothing: every paragraph is as approved.';
  return toRead
    .map(({ kind, place, before, after, figures }) => {
      const shown = excerptAround(before, after);
      const texts = [shown.before, shown.after].map((text) => (text === null ? 'none' : escapeText(text)));
      const moved = figures.length === 0 ? '' : ` (${figures.join(', ')})`;
      return `- ${formatPlace(place)}, ${PARAGRAPH_KINDS[kind]}${moved}: ${texts.join(' → ')}`;
    })
    .join('\n');
}

function noticeLines(notice: CorrectionNotice | null): string[] {
  if (notice === null) return ['None is needed: no reader is told anything else.'];
  return [
    `**${escapeText(notice.heading)}**`,
    ...notice.paragraphs,
    notice.items.map((item) => `- ${item}`).join('\n'),
    ...notice.closing,
  ];
}

/** What Markdown would take for marks. */
function escapeText(text: string): string {
  return text.replace(/[\\*_~`<>[\]]/g, '\\$&');
}
