import type { R } from '../model/ports.ts';

type ClosableR = R & { close(): void };

/**
 * An R session that opens at its first call: an analysis without R files of its own may still use the
 * product's methods, and one that does not need not wait for R.
 */
export function startWhenCalled(open: () => Promise<ClosableR>): ClosableR {
  let opening: Promise<ClosableR> | undefined;
  let opened: ClosableR | undefined;
  return {
    get warnings() {
      return opened?.warnings ?? [];
    },
    async call(fn, args) {
      opening ??= open();
      opened = await opening;
      return opened.call(fn, args);
    },
    /** An R that is still opening is closed when it has: a script need not wait for the calls it makes. */
    close() {
      void opening?.then(
        (r) => r.close(),
        () => undefined, // its caller heard why it did not open
      );
    },
  };
}
