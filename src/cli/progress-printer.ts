import type { PhaseName, Progress } from '../build/build-ports.ts';
import { PHASES } from '../build/build-ports.ts';

/** Where progress goes: a terminal's line is written over, any other output gets plain lines. */
export interface Screen {
  write(text: string): void;
  readonly isTerminal: boolean;
}

/** Says which report is in which phase, on one line that moves on a terminal and line by line elsewhere. */
export class ProgressPrinter implements Progress {
  readonly #screen: Screen;
  #open = false;

  constructor(screen: Screen) {
    this.#screen = screen;
  }

  phase(report: string, phase: PhaseName): void {
    const text = `${report}: ${phase} (${PHASES.indexOf(phase) + 1} of ${PHASES.length})`;
    if (this.#screen.isTerminal) this.#screen.write(`\r\u001b[2K${text}`);
    else this.#screen.write(`${text}\n`);
    this.#open = this.#screen.isTerminal;
  }

  /** Clears the moving line, so that what follows stands on its own. */
  done(): void {
    if (this.#open) this.#screen.write('\r\u001b[2K');
    this.#open = false;
  }
}
