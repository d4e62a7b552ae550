import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { Pool } from '../model/ports.ts';

/** More threads than this would cost memory and gain little: a method has some tens of pieces of work. */
const MOST_THREADS = 8;

export interface PoolOptions {
  /** The program of each thread; `src/worker.ts` when left out. */
  readonly program?: URL;
  /** How many threads at most; as many as the machine runs at once when left out. */
  readonly threads?: number;
}

export interface PoolRequest {
  readonly task: string;
  readonly input: unknown;
}

export type PoolReply = { readonly value: unknown } | { readonly error: unknown };

interface Job extends PoolRequest {
  settle(reply: PoolReply): void;
}

/**
 * Threads that start when there is work for them, and wait for more until `close`. Idle ones do not keep the
 * process alive.
 */
export function createPool(options: PoolOptions = {}): Pool & { close(): Promise<void> } {
  const program = options.program ?? new URL('../worker.ts', import.meta.url);
  const most = Math.max(1, options.threads ?? Math.min(availableParallelism(), MOST_THREADS));
  const waiting: Job[] = [];
  const idle: PoolThread[] = [];
  const all = new Set<PoolThread>();

  function assign(): void {
    while (waiting.length > 0) {
      const thread = idle.pop() ?? (all.size < most ? open() : undefined);
      const job = thread && waiting.shift();
      if (!thread || !job) return;
      thread.take(job);
    }
  }

  function open(): PoolThread {
    const thread = startThread(program, {
      free() {
        idle.push(thread);
        assign();
      },
      ended() {
        all.delete(thread);
        const place = idle.indexOf(thread);
        if (place >= 0) idle.splice(place, 1);
        assign();
      },
    });
    all.add(thread);
    return thread;
  }

  return {
    async run(task, inputs) {
      const replies = inputs.map(
        (input) => new Promise<PoolReply>((settle) => waiting.push({ task, input, settle })),
      );
      assign();
      // All are awaited, so that the error is that of the first input whichever thread failed first.
      const settled = await Promise.all(replies);
      return settled.map((reply) => {
        if ('error' in reply) throw reply.error;
        return reply.value;
      });
    },
    async close() {
      for (const job of waiting.splice(0)) job.settle({ error: new Error('the pool was closed') });
      await Promise.all([...all].map((thread) => thread.stop()));
    },
  };
}

interface PoolThread {
  take(job: Job): void;
  stop(): Promise<unknown>;
}

/** One thread, which does one job at a time. */
function startThread(program: URL, on: { free(): void; ended(): void }): PoolThread {
  // Without the options of this process, which may name a program of their own.
  const worker = new Worker(program, { execArgv: [] });
  let current: Job | undefined;

  function finish(reply: PoolReply): void {
    const job = current;
    current = undefined;
    job?.settle(reply);
  }

  worker.on('message', (reply: PoolReply) => {
    worker.unref();
    finish(reply);
    on.free();
  });
  worker.on('error', (error) => finish({ error }));
  worker.on('exit', (code) => {
    finish({ error: new Error(`a worker thread ended with code ${code} before its work was done`) });
    on.ended();
  });
  return {
    take(job) {
      current = job;
      worker.ref();
      try {
        worker.postMessage({ task: job.task, input: job.input } satisfies PoolRequest);
      } catch (error) {
        finish({ error }); // an input that cannot be copied to another thread
        worker.unref();
        on.free();
      }
    },
    stop: () => worker.terminate(),
  };
}
