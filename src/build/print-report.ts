import { missingPdf } from '../messages/build-rules.ts';
import { inaccessiblePdf } from '../messages/page-rules.ts';
import type { Message } from '../model/message.ts';
import { type Browser, BrowserError, BrowserMissingError, PrintTimeoutError } from '../model/ports.ts';
import type { Attachment } from '../page/attach-files.ts';
import { describePdf } from '../page/describe-pdf.ts';
import { groupFigures } from '../page/group-figures.ts';
import { printWithNumbers } from '../page/number-contents.ts';
import type { BuildPorts } from './build-ports.ts';
import type { ComposedPage } from './compose-report.ts';

/** A print takes a tenth of a second; this is long enough for a slow machine and short enough to wait for. */
const TIMEOUT = 60_000;

export interface Print {
  /** Makes the PDF that carries the given files; `undefined` where no browser could print, and `missing` says why. */
  readonly finish: ((attachments: readonly Attachment[]) => Promise<Uint8Array>) | undefined;
  /** Whether our own checks of its structure found nothing. */
  readonly accessible: boolean;
  readonly browser: Pick<Browser, 'version' | 'origin' | 'sandboxed'> | undefined;
  readonly missing: { readonly reason: string; readonly remedy: string } | undefined;
  readonly messages: readonly Message[];
}

/** Phase 7: prints the page; the print is finished when the files that it carries are there. Without a browser the edition is web only. */
export async function printReport(page: ComposedPage, ports: BuildPorts): Promise<Print> {
  const { report } = page.input;
  try {
    const browser = await ports.browser();
    let last = '';
    const print = (html: string) => {
      last = html;
      return browser.print(html, { timeoutMilliseconds: TIMEOUT });
    };
    const printing = printWithNumbers(print, groupFigures(page.html));
    // What finishes the print is loaded while the browser lays the page out.
    const [printed, { preparePdf }] = await Promise.all([printing, import('../page/finish-pdf.ts')]);
    const description = describePdf(page.input, last);
    const dated = { ...description, date: ports.sourceDate ?? description.date };
    const { faults, finish } = await preparePdf(printed, dated);
    const messages = faults.length === 0 ? [] : [inaccessiblePdf(nameFile(report.id), faults)];
    return { finish, accessible: faults.length === 0, browser, missing: undefined, messages };
  } catch (error) {
    const missing = explainMissing(error);
    const file = nameFile(report.id);
    return {
      finish: undefined,
      accessible: false,
      browser: undefined,
      missing,
      messages: [missingPdf(file, missing.reason, missing.remedy)],
    };
  }
}

function nameFile(id: string): string {
  return `output/${id}/${id}.pdf`;
}

function explainMissing(error: unknown): { reason: string; remedy: string } {
  if (error instanceof BrowserMissingError || error instanceof BrowserError) {
    return { reason: error.message, remedy: error.remedy };
  }
  if (error instanceof PrintTimeoutError) {
    return {
      reason: error.message,
      remedy: 'build again; if it happens twice, take the largest table or chart out',
    };
  }
  throw error;
}
