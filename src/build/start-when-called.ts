import type { R } from '../model/ports.ts';

/**
 * An R session that opens at its first call: an analysis without R files of its own may still use the
 * product's methods, and one that does not need not wait for R.
 */
export function startWhenCalled(open: () => Promise<R>): R {
  let opening: Promise<R> | undefined;
  let opened: R | undefined;
  return {
    get warnings() {
      return opened?.warnings ?? [];
    },
    async call(fn, args) {
      opening ??= open();
      opened = await opening;
      return opened.call(fn, args);
    },
  };
}
