import type { Message, Place } from '../model/message.ts';

/** `data/rates.csv:12:5`, or `book.xlsx [Table A1!C7]`, as far as it is known. */
export function formatPlace(place: Place): string {
  const position = [place.line, place.line === undefined ? undefined : place.column].filter(
    (part) => part !== undefined,
  );
  const inSheet = place.sheet === undefined ? '' : ` [${place.sheet}${place.cell ? `!${place.cell}` : ''}]`;
  return [place.file, ...position].join(':') + inSheet;
}

/**
 * A message as the researcher reads it, in two to four lines:
 *
 *     reports/x/report.md:12:8  error  "shar-rising" is not a finding; expected one of 13 known ones
 *         try: {{finding "share-rising"}}                                   markup/unknown-finding
 */
export function formatMessage(message: Message): string {
  const lines = [`${formatPlace(message.place)}  ${message.severity}  ${message.reason}  (${message.rule})`];
  if (message.cause) lines.push(`    ${message.cause.label}: ${formatPlace(message.cause.place)}`);
  lines.push(`    to do: ${message.remedy}`);
  return lines.join('\n');
}
