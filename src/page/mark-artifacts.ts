import { type ContentOperator, scanContent } from './scan-content.ts';

const PAGINATION = '/Artifact <</Type /Pagination>> BDC\n';
const LAYOUT = '/Artifact <</Type /Layout>> BDC\n';
const END = 'EMC\n';

const SHOWS_TEXT = new Set(['Tj', 'TJ', "'", '"']);
const PAINTS_PATH = new Set(['S', 's', 'f', 'F', 'f*', 'B', 'B*', 'b', 'b*']);

/**
 * Marks as an artifact (ISO 32000-1, 14.8.2.2) what a page draws outside every tag: the words of its head and foot and
 * the repeated heads of tables as pagination, grounds and rules as layout. Chromium leaves them unmarked, and a
 * reader that meets unmarked content cannot tell whether it matters.
 *
 * @param source a content stream
 * @param repeated numbers of marks that say again what was said, and become artifacts
 * @param isTagged whether a form of that name has marks of its own
 * @returns the stream with the marks; the same text where nothing is missing
 */
export function markArtifacts(
  source: string,
  repeated: ReadonlySet<number>,
  isTagged: (form: string) => boolean,
): string {
  const parts: string[] = [];
  let copied = 0;
  const insert = (at: number, mark: string): void => {
    parts.push(source.slice(copied, at), mark);
    copied = at;
  };
  const wrap = (start: number, end: number): void => {
    insert(start, LAYOUT);
    insert(end, `\n${END}`);
  };
  /** Of each mark that is open, whether it says what its content is: an element, or an artifact. */
  const open: boolean[] = [];
  let decided = 0;
  let path = -1;
  let inRun = false;
  const endRun = (at: number): void => {
    if (inRun) insert(at, END);
    inRun = false;
  };
  const visit = (operator: ContentOperator): void => {
    const { name, start, end } = operator;
    if (name === 'BDC' || name === 'BMC') {
      const decides = isDecided(operator);
      if (decides) endRun(start);
      // A replacement text that stands alone, as for a space: with the words around it.
      else if (decided === 0 && !inRun) {
        insert(start, PAGINATION);
        inRun = true;
      }
      if (decides && repeated.has(numberOf(operator))) {
        insert(start, PAGINATION);
        copied = end;
      }
      open.push(decides);
      if (decides) decided++;
    } else if (name === 'EMC') {
      if (open.pop() === true) decided--;
    } else if (name === 'ET') endRun(start);
    else if (decided > 0) return;
    else if (SHOWS_TEXT.has(name)) {
      if (!inRun) insert(start, PAGINATION);
      inRun = true;
    } else if (name === 'm' || name === 're') path = path < 0 ? start : path;
    else if (name === 'n') path = -1;
    else if (PAINTS_PATH.has(name)) {
      wrap(path < 0 ? start : path, end);
      path = -1;
    } else if (name === 'sh' || name === 'EI' || (name === 'Do' && !isTagged(operator.operand(0).slice(1)))) {
      wrap(start, end);
    }
  };
  scanContent(source, visit);
  return parts.length === 0 ? source : parts.join('') + source.slice(copied);
}

function isDecided({ operand }: ContentOperator): boolean {
  return operand(0) === '/Artifact' || operand(1).includes('/MCID');
}

function numberOf({ operand }: ContentOperator): number {
  return Number(/\/MCID\s+(\d+)/.exec(operand(1))?.[1] ?? -1);
}
