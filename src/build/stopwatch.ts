import type { BuildPorts, PhaseName } from './build-ports.ts';

/** Tells progress which phase begins, and how long each took. */
export class Stopwatch {
  readonly #report: string;
  readonly #ports: Pick<BuildPorts, 'clock' | 'progress'>;
  readonly #timings: { phase: string; milliseconds: number }[] = [];
  #current: { phase: PhaseName; since: number } | undefined;

  constructor(report: string, ports: Pick<BuildPorts, 'clock' | 'progress'>) {
    this.#report = report;
    this.#ports = ports;
  }

  start(phase: PhaseName): void {
    this.stop();
    this.#current = { phase, since: this.#ports.clock.now() };
    this.#ports.progress.phase(this.#report, phase);
  }

  stop(): readonly { phase: string; milliseconds: number }[] {
    if (this.#current !== undefined) {
      const { phase, since } = this.#current;
      this.#timings.push({ phase, milliseconds: this.#ports.clock.now() - since });
      this.#current = undefined;
    }
    return this.#timings;
  }
}
