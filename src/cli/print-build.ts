import type { BuildResult, BuiltReport } from '../build.ts';
import { countOf } from '../messages/count-of.ts';
import { formatMessage } from '../messages/format-message.ts';

/** Exit codes: 0 done, 1 messages about the user's files or a PDF not made, 2 misuse, 3 a fault of ours. */
export function exitCodeOf(result: BuildResult): 0 | 1 {
  const failed =
    result.messages.some(({ severity }) => severity === 'error') ||
    result.reports.some(({ ending }) => ending !== 'built');
  return failed ? 1 : 0;
}

/** What a build says at its end: every message, then each report's ending, files and timings. */
export function describeBuild(result: BuildResult): string {
  const messages = [...result.messages, ...result.reports.flatMap((report) => report.messages)];
  const parts = [
    ...messages.map(formatMessage),
    ...result.reports.map(describeReport),
    ...(result.reports.length > 0
      ? []
      : [messages.length > 0 ? 'No report was built.' : 'There is no report: write reports/<id>/report.md.']),
  ];
  return `${parts.join('\n')}\n`;
}

function describeReport({ id, ending, hadEdition, outputs, timings, messages, notes }: BuiltReport): string {
  const total = timings.reduce((sum, { milliseconds }) => sum + milliseconds, 0);
  const times = timings.map(({ phase, milliseconds }) => `${phase} ${milliseconds.toFixed(0)}`).join(' · ');
  if (ending === 'kept') {
    const errors = messages.filter(({ severity }) => severity === 'error').length;
    const edition = hadEdition ? `output/${id}/ is as it was` : 'there is no earlier edition';
    const spent = timings.length === 0 ? '' : ` (${total.toFixed(0)} ms: ${times})`;
    return `${id}: not built, ${countOf(errors, 'error')}; ${edition}${spent}`;
  }
  const size = (bytes: number) => `${(bytes / 1000).toFixed(0)} kB`;
  const main = outputs.filter(({ path }) => /\.(html|pdf)$/.test(path));
  const files = main.map(({ path, bytes }) => `  output/${id}/${path}  ${size(bytes)}`);
  const others = outputs.length - main.length;
  const head = ending === 'web-only' ? `${id}: built WITHOUT ITS PDF` : `${id}: built`;
  return [
    `${head} in ${(total / 1000).toFixed(2)} s (ms: ${times})`,
    ...files,
    `  and ${countOf(others, 'other')} in output/${id}/`,
    ...notes.map((note) => `  ${note}`),
  ].join('\n');
}
