import { notAGenerator, reachingGenerator } from '../messages/synthetic-rules.ts';
import type { Generator } from '../model/generator.ts';
import type { Message, Outcome } from '../model/message.ts';
import type { Files, Scripts } from '../model/ports.ts';

const FOLDER = 'scripts/synthetic/';

/** The generators of a project by name: the scripts directly in `scripts/synthetic/` that have a default export. */
export async function loadGenerators(ports: {
  readonly project: Files;
  readonly scripts: Pick<Scripts, 'load'>;
}): Promise<Outcome<readonly Generator[]>> {
  const names = (await ports.project.list(FOLDER)).filter(
    (name) => name.endsWith('.ts') && !/\.(test|long)\.ts$/.test(name),
  );
  const generators: Generator[] = [];
  const messages: Message[] = [];
  for (const name of names) {
    const file = FOLDER + name;
    const script = await ports.scripts.load(file);
    messages.push(...(script?.violations ?? []).map(reachingGenerator));
    if (script?.value === undefined || script.violations.length > 0) continue;
    if (isGenerator(script.value, name.slice(0, -'.ts'.length))) generators.push(script.value);
    else messages.push(notAGenerator(file));
  }
  return messages.length > 0 ? { value: undefined, messages } : { value: generators, messages };
}

function isGenerator(value: unknown, id: string): value is Generator {
  if (typeof value !== 'object' || value === null) return false;
  const has = (key: string, test: (part: unknown) => boolean): boolean =>
    test(Object.getOwnPropertyDescriptor(value, key)?.value);
  return (
    has('id', (part) => part === id) &&
    has('seed', (part) => typeof part === 'string') &&
    has('produces', Array.isArray) &&
    has('run', (part) => typeof part === 'function')
  );
}
