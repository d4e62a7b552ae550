import type { R } from '../model/ports.ts';
import { createR } from './create-r.ts';
import type { RFile } from './r-protocol.ts';
import { type REngine, startR } from './start-r.ts';

/** Sessions of R, each in a process of its own: what one changes in R, no other can meet. */
export interface RSupply {
  /** Starts the process for the next session. */
  warmUp(): void;
  /** From now on, the process for the next session starts as soon as one is given out. */
  keepWarm(): void;
  /**
   * A session for one analysis; whoever asked for it closes it.
   * @throws {RError} where a file cannot be parsed or fails, with its place
   */
  open(files: readonly RFile[], analysis: string): Promise<R & { close(): void }>;
  /** Ends every process that is left. */
  close(): void;
}

/** @param start how a process starts; tests count with it */
export function supplyR(start: () => REngine = startR): RSupply {
  const inUse = new Set<REngine>();
  let warm: REngine | undefined;
  let keeps = false;
  const warmUp = () => {
    warm ??= start();
  };
  const take = () => {
    const engine = warm ?? start();
    warm = undefined;
    inUse.add(engine);
    if (keeps) warmUp();
    return engine;
  };
  return {
    warmUp,
    keepWarm() {
      keeps = true;
    },
    async open(files, analysis) {
      const engine = take();
      const close = () => {
        inUse.delete(engine);
        engine.close();
      };
      try {
        const { call, warnings } = await createR(engine, analysis, files);
        return { call, warnings, close };
      } catch (error) {
        close();
        throw error;
      }
    },
    close() {
      for (const engine of inUse) engine.close();
      inUse.clear();
      warm?.close();
      warm = undefined;
    },
  };
}
