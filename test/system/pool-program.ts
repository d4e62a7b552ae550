/** A thread's program for test/system/create-pool.test.ts: doubles, waits, fails or dies. */
import process from 'node:process';
import { setTimeout } from 'node:timers/promises';
import { parentPort } from 'node:worker_threads';
import type { PoolReply, PoolRequest } from '../../src/system/create-pool.ts';

parentPort?.on('message', async ({ task, input }: PoolRequest) => {
  if (task === 'die') process.exit(3);
  parentPort?.postMessage(await answer(task, Number(input)));
});

async function answer(task: string, input: number): Promise<PoolReply> {
  if (task === 'fail') {
    await setTimeout(100 - input);
    return { error: new Error(`no to ${input}`) };
  }
  if (task === 'late') await setTimeout(60 - 10 * input);
  return { value: 2 * input };
}
