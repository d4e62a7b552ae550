import { parseReport } from '../../../src/markup/parse-report.ts';
import type { Report } from '../../../src/model/report.ts';

/** A report with this body, and front matter of which no value is a number. */
export function plainReport(body: string, front = ''): Report {
  const { value, messages } = parseReport(
    'test',
    'report.md',
    `---\ntitle: A test\ndate: 2026-03-31\nanalyses: [care]\n${front}---\n${body}`,
  );
  if (value === undefined) throw new Error(messages.map(({ reason }) => reason).join('; '));
  return value;
}
