/**
 * Loaded before anything else in the process in which R runs, and again in its worker thread. Node's
 * permission model keeps both from files and processes; this keeps them from the network. Emscripten asks
 * `process.binding` for nothing but the numbers of file flags, and the permission model would refuse it that.
 */
import { constants } from 'node:fs';
import { Socket } from 'node:net';

const refuse = (): never => {
  throw new Error('R has no network here');
};

Object.assign(process, {
  binding: (name: string) => (name === 'constants' ? { fs: constants } : refuse()),
});
Socket.prototype.connect = refuse;
Object.assign(globalThis, { fetch: refuse, WebSocket: undefined, EventSource: undefined });
