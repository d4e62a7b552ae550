/**
 * Loaded before anything else in the process in which R runs, and again in its worker thread. Node's
 * permission model keeps both from files and processes; this keeps them from the network, and R from the
 * clock and from chance. Emscripten asks `process.binding` for nothing but the numbers of file flags, and the
 * permission model would refuse it that.
 */
import crypto from 'node:crypto';
import dgram from 'node:dgram';
import dns from 'node:dns';
import { constants } from 'node:fs';
import { Server, Socket } from 'node:net';
import { isMainThread } from 'node:worker_threads';

const refuse = (): never => {
  throw new Error('R has no network here');
};

Object.assign(process, {
  binding: (name: string) => (name === 'constants' ? { fs: constants } : refuse()),
});
Socket.prototype.connect = refuse;
Server.prototype.listen = refuse;
Object.assign(dgram.Socket.prototype, { bind: refuse, connect: refuse, send: refuse });
for (const [owner, names] of [
  [dns, Object.keys(dns)],
  [dns.promises, Object.keys(dns.promises)],
  [dns.Resolver.prototype, Object.getOwnPropertyNames(dns.Resolver.prototype)],
] as const) {
  for (const name of names)
    if (/^(?:lookup|resolve|reverse)/.test(name)) Object.assign(owner, { [name]: refuse });
}
Object.assign(globalThis, { fetch: refuse, WebSocket: undefined, EventSource: undefined });

// R's thread makes code of texts while it loads its libraries; the driver ends that (r-driver.R).
if (isMainThread) Object.assign(globalThis, { eval: refuse });
else stopClock();

/**
 * For R it is always the first second of 1970, so that a seed or a file's name taken from the time is the same in
 * every run; and `/dev/urandom` gives zeros.
 */
function stopClock(): void {
  const RunningDate = Date;
  class StandingDate extends RunningDate {
    constructor(...given: [] | [number]) {
      super(...(given.length === 0 ? ([0] as [number]) : given));
    }
    static override now(): number {
      return 0;
    }
  }
  const fillWithZeros = <T extends ArrayBufferView>(view: T): T => {
    new Uint8Array(view.buffer, view.byteOffset, view.byteLength).fill(0);
    return view;
  };
  Object.assign(globalThis, { Date: StandingDate });
  Object.assign(performance, { now: () => 0 });
  Object.assign(globalThis.crypto, { getRandomValues: fillWithZeros });
  Object.assign(crypto, { randomFillSync: fillWithZeros });
}
