/**
 * Loaded before anything else in the process in which R runs, and again in its worker thread. Node's
 * permission model keeps both from files and processes; this keeps them from the network, and R from the
 * clock and from chance. Emscripten asks `process.binding` for nothing but the numbers of file flags, and the
 * permission model would refuse it that.
 *
 * JavaScript, like all that this process runs: what takes the types out of TypeScript would be started twice
 * in it, for an eighth of its start.
 */
import crypto from 'node:crypto';
import dgram from 'node:dgram';
import dns from 'node:dns';
import { constants } from 'node:fs';
import { Server, Socket } from 'node:net';
import { isMainThread } from 'node:worker_threads';

/** @returns {never} */
function refuse() {
  throw new Error('R has no network here');
}

Object.assign(process, {
  binding: (/** @type {string} */ name) => (name === 'constants' ? { fs: constants } : refuse()),
});
Socket.prototype.connect = refuse;
Server.prototype.listen = refuse;
Object.assign(dgram.Socket.prototype, { bind: refuse, connect: refuse, send: refuse });
for (const owner of [dns, dns.promises, dns.Resolver.prototype]) {
  for (const name of Object.getOwnPropertyNames(owner)) {
    if (/^(?:lookup|resolve|reverse)/.test(name)) Object.assign(owner, { [name]: refuse });
  }
}
Object.assign(globalThis, { fetch: refuse, WebSocket: undefined, EventSource: undefined });

// R's thread makes code of texts while it loads its libraries; the driver ends that (r-driver.R).
if (isMainThread) Object.assign(globalThis, { eval: refuse });
else stopClock();

/**
 * For R it is always the first second of 1970, so that a seed or a file's name taken from the time is the same in
 * every run; and `/dev/urandom` gives zeros.
 */
function stopClock() {
  const RunningDate = Date;
  class StandingDate extends RunningDate {
    /** @param {[] | [number]} given */
    constructor(...given) {
      super(...(given.length === 0 ? /** @type {[number]} */ ([0]) : given));
    }
    /** @override */
    static now() {
      return 0;
    }
  }
  /**
   * @template {ArrayBufferView} T
   * @param {T} view
   */
  const fillWithZeros = (view) => {
    new Uint8Array(view.buffer, view.byteOffset, view.byteLength).fill(0);
    return view;
  };
  Object.assign(globalThis, { Date: StandingDate });
  Object.assign(performance, { now: () => 0 });
  Object.assign(globalThis.crypto, { getRandomValues: fillWithZeros });
  Object.assign(crypto, { randomFillSync: fillWithZeros });
}
