import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import process from 'node:process';
import { after, test } from 'node:test';
import { createPool } from '../../src/system/create-pool.ts';

const program = new URL('./pool-program.ts', import.meta.url);
const pool = createPool({ program, threads: 2 });

after(() => pool.close());

test('results come in the order of the inputs, whichever thread was faster', async () => {
  assert.deepEqual(await pool.run('late', [0, 1, 2, 3, 4, 5]), [0, 2, 4, 6, 8, 10]);
});

test('no inputs need no thread', async () => {
  assert.deepEqual(await pool.run('late', []), []);
});

test('two runs at once share the threads and keep apart', async () => {
  const [one, other] = await Promise.all([pool.run('late', [1, 2]), pool.run('double', [3, 4, 5])]);
  assert.deepEqual(
    [one, other],
    [
      [2, 4],
      [6, 8, 10],
    ],
  );
});

test('the error is that of the first input, though the last failed first', async () => {
  await assert.rejects(pool.run('fail', [0, 40, 90]), /no to 0$/);
});

test('an input that cannot be copied is an error, and the thread goes on', async () => {
  await assert.rejects(pool.run('double', [() => 1]), (error: Error) => error.name === 'DataCloneError');
  assert.deepEqual(await pool.run('double', [1]), [2]);
});

test('a thread that dies fails its own work; other work gets a new thread', async () => {
  await assert.rejects(pool.run('die', [0]), /worker thread ended with code 3/);
  assert.deepEqual(await pool.run('double', [1, 2, 3]), [2, 4, 6]);
});

test('closing ends what still waits', async () => {
  const closed = createPool({ program, threads: 1 });
  const running = assert.rejects(closed.run('late', [0, 0, 0]), /pool was closed|worker thread ended/);
  await closed.close();
  await running;
});

test('a task that the threads do not know is named', async () => {
  const ours = createPool({ threads: 1 });
  await assert.rejects(ours.run('no-such-task', [1]), /no task is called "no-such-task"/);
  await ours.close();
});

test('idle threads do not keep a process alive', () => {
  const script = `
    import { createPool } from ${JSON.stringify(new URL('../../src/system/create-pool.ts', import.meta.url).href)};
    const pool = createPool({ program: new URL(${JSON.stringify(program.href)}), threads: 2 });
    console.log(await pool.run('double', [1, 2, 3]));`;
  const { status, stdout } = spawnSync(process.execPath, ['--input-type=module', '--eval', script], {
    encoding: 'utf8',
    timeout: 20_000,
  });
  assert.equal(status, 0);
  assert.equal(stdout, '[ 2, 4, 6 ]\n');
});
