import { after } from 'node:test';
import type { R } from '../../src/model/ports.ts';
import { createR } from '../../src/system/create-r.ts';
import { startR } from '../../src/system/start-r.ts';

/** One R session with the product's functions for all tests of a file. */
export function rForTests(): Promise<R> {
  const engine = startR();
  after(() => engine.close());
  return createR(engine, 'test', []);
}
