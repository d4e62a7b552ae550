/**
 * The program of a worker thread: takes one piece of work after another from `system/create-pool.ts`. A
 * thread loads the code of a task when it is first asked for it.
 */
import { parentPort } from 'node:worker_threads';
import type { PoolReply, PoolRequest } from './system/create-pool.ts';

/** What can be run on a thread, by name. Each takes and gives what can be copied between threads. */
const TASKS: Readonly<Record<string, () => Promise<(input: never) => unknown>>> = {
  'climb-latent-classes': async () => (await import('./stats/latent-class/climb.ts')).climb,
  'inform-latent-classes': async () =>
    (await import('./stats/latent-class/observed-information.ts')).observedInformation,
};

parentPort?.on('message', async (request: PoolRequest) => {
  parentPort?.postMessage(await answer(request));
});

async function answer({ task, input }: PoolRequest): Promise<PoolReply> {
  try {
    const load = TASKS[task];
    if (load === undefined) throw new Error(`no task is called "${task}"; see src/worker.ts`);
    const run = await load();
    return { value: run(input as never) };
  } catch (error) {
    return { error };
  }
}
