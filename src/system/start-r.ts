import { type ChildProcess, fork } from 'node:child_process';
import { realpathSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { packageFolder } from './package-folder.ts';
import type { RNode, RReply, RRequest } from './r-protocol.ts';

/** R in a process of its own. */
export interface REngine {
  /** R's version, `4.6.0`, once it is ready. */
  version(): Promise<string>;
  /**
   * Sends a request and waits for its answer.
   * @throws {RTimeout} after the given time; R is stopped then and answers nothing more
   */
  ask(request: Unnumbered<RRequest>, timeoutMilliseconds: number): Promise<RNode>;
  close(): void;
}

type Unnumbered<T> = T extends unknown ? Omit<T, 'id'> : never;

export class RTimeout extends Error {
  override readonly name = 'RTimeout';
}

/**
 * Starts R, which takes most of a second: call it early and let other work go on. It holds the product's own
 * functions, those of `src/stats/r/`, for every session. The process may read them and the R that npm
 * installed, and nothing else; it writes no file, starts no program and reaches no network.
 */
export function startR(): REngine {
  const child = fork(fileURLToPath(new URL('./r-process.js', import.meta.url)), {
    execArgv: confinement(),
    // The environment would reach R: its language decides how R sorts.
    env:
      process.env.SystemRoot === undefined
        ? { TZ: 'UTC' }
        : { TZ: 'UTC', SystemRoot: process.env.SystemRoot },
    serialization: 'advanced',
    // What R prints is for the terminal, never for standard output.
    stdio: ['ignore', 2, 2, 'ipc'],
  });
  return converse(child);
}

function confinement(): string[] {
  const here = dirname(fileURLToPath(import.meta.url));
  const root = join(here, '../..');
  // `node_modules` may be a link: packages are looked for by its name, and read where it leads.
  const modules = [join(root, 'node_modules'), dirname(realpathSync(packageFolder('webr')))];
  const readable = [here, join(here, '../stats/r'), join(root, 'package.json'), ...modules];
  return [
    '--permission',
    '--allow-worker',
    ...readable.map((path) => `--allow-fs-read=${path}`),
    '--disable-warning=SecurityWarning',
    // The optimising compiler costs 170 MB and gives nothing in so short a life.
    '--liftoff-only',
    // Each function of R's program is checked when it is first called, not all of them at the start.
    '--wasm-lazy-validation',
    `--import=${new URL('./confine-r.js', import.meta.url).href}`,
  ];
}

function converse(child: ChildProcess): REngine {
  const waiting = new Map<number, { resolve(node: RNode): void; reject(error: Error): void }>();
  const ready = Promise.withResolvers<string>();
  let lastId = 0;
  let ended: Error | undefined;
  const end = (error: Error) => {
    ended ??= error;
    ready.reject(ended);
    for (const { reject } of waiting.values()) reject(ended);
    waiting.clear();
    child.kill('SIGKILL');
  };
  // Whoever asks hears of a failed start; nobody need ask.
  ready.promise.catch(() => {});
  const hold = keepAliveWhile(child);
  child.on('message', (reply: RReply) => {
    if (reply.type === 'ready') ready.resolve(reply.version);
    else if (reply.type === 'answer') waiting.get(reply.id)?.resolve(reply.node);
    else if (reply.id === 0) end(new Error(`R did not start: ${reply.message}`));
    else waiting.get(reply.id)?.reject(new Error(reply.message));
    if (reply.type !== 'ready') waiting.delete(reply.id);
  });
  child.on('error', (error) => end(new Error(`R did not start: ${error.message}`)));
  child.on('exit', (code, signal) =>
    end(new Error(`R ended before it answered (${signal ?? `exit code ${code}`})`)),
  );
  return {
    version: () => hold(ready.promise),
    async ask(request, timeoutMilliseconds) {
      await hold(ready.promise);
      if (ended) throw ended;
      const id = ++lastId;
      const { promise, resolve, reject } = Promise.withResolvers<RNode>();
      waiting.set(id, { resolve, reject });
      const timer = setTimeout(
        () => end(new RTimeout(`R took longer than ${timeoutMilliseconds} ms and was stopped`)),
        timeoutMilliseconds,
      );
      child.send({ ...request, id });
      try {
        return await hold(promise);
      } finally {
        clearTimeout(timer);
      }
    },
    close: () => end(new Error('R was closed')),
  };
}

/** Lets this program end although R waits for work; while an answer is awaited, it may not. */
function keepAliveWhile(child: ChildProcess): <T>(promise: Promise<T>) => Promise<T> {
  let holders = 0;
  child.unref();
  child.channel?.unref();
  return async (promise) => {
    if (holders++ === 0) {
      child.ref();
      child.channel?.ref();
    }
    try {
      return await promise;
    } finally {
      if (--holders === 0) {
        child.unref();
        child.channel?.unref();
      }
    }
  };
}
