/**
 * The process in which R runs: `startR` starts it, confined by `confine-r.js`, and speaks to it by messages.
 * It answers one request at a time, in the order in which they come. JavaScript for the reason given there.
 *
 * @import {RObject} from 'webr'
 * @import {RNode, RReply, RRequest} from './r-protocol.ts'
 */
import { readdir, readFile } from 'node:fs/promises';
import { WebR } from 'webr';

const webR = new WebR({
  interactive: false,
  // Room from the start: R would come to it by collecting its garbage several times while it loads.
  RArgs: ['--vanilla', '--no-echo', '--min-nsize=1M'],
  REnv: {
    R_HOME: '/usr/lib/R',
    R_ENABLE_JIT: '0',
    R_DEFAULT_PACKAGES: 'stats,utils',
    LC_ALL: 'C.UTF-8',
    TZ: 'UTC',
  },
});

async function start() {
  await webR.init();
  const driver = await readFile(new URL('./r-driver.R', import.meta.url), 'utf8');
  await webR.objs.globalEnv.bind('plumbline', await webR.evalR(driver));
  await webR.evalRVoid('plumbline$load(texts)', { env: { texts: await readLibrary() } });
  send({ type: 'ready', version: webR.versionR });
}

/** The texts of the product's R functions, in code-unit order of their files' names. */
async function readLibrary() {
  const folder = new URL('../stats/r/', import.meta.url);
  const names = (await readdir(folder)).filter((name) => name.endsWith('.R')).sort();
  return Promise.all(names.map((name) => readFile(new URL(name, folder), 'utf8')));
}

/** @param {RRequest} request */
async function answer(request) {
  const shelter = await new webR.Shelter();
  try {
    /** @type {RObject} */
    let result;
    if (request.type === 'open') {
      const files = await new shelter.RCharacter(request.files.map((file) => file.file));
      const texts = await new shelter.RCharacter(request.files.map((file) => file.text));
      const env = { id: request.session, files, texts, seed: request.seed };
      result = await shelter.evalR('plumbline$open(id, files, texts, seed)', { env });
    } else {
      const given = /** @type {ConstructorParameters<typeof shelter.RList>[0]} */ (request.args);
      const args = await new shelter.RList(given);
      result = await shelter.evalR('plumbline$call(id, fn, args)', {
        env: { id: request.session, fn: request.fn, args },
      });
    }
    send({ type: 'answer', id: request.id, node: /** @type {RNode} */ (await result.toJs()) });
  } finally {
    await shelter.purge();
  }
}

/** @param {RReply} reply */
function send(reply) {
  process.send?.(reply);
}

// Without whom it answers, it has nothing to live for.
process.on('disconnect', () => process.exit());

let turn = start();
process.on('message', (/** @type {RRequest} */ request) => {
  turn = turn
    .then(() => answer(request))
    .catch((/** @type {Error} */ error) => send({ type: 'fault', id: request.id, message: error.message }));
});
turn.catch((/** @type {Error} */ error) => send({ type: 'fault', id: 0, message: error.message }));
