import { notAnImporter, reachingImporter, unknownImporter } from '../messages/import-rules.ts';
import type { Importer } from '../model/importer.ts';
import type { Message, Outcome } from '../model/message.ts';
import type { Files, Scripts } from '../model/ports.ts';
import { orderImporters, withNeeds } from './order-importers.ts';

const FOLDER = 'scripts/import/';

/**
 * The importers of a project, each after those whose extracts it needs: the scripts that stand directly in
 * `scripts/import/`; those in folders below it are their helpers.
 *
 * @param only ids of the importers wanted, with those that they need; all when there is none
 */
export async function loadImporters(
  ports: { readonly project: Files; readonly scripts: Pick<Scripts, 'load'> },
  only: readonly string[] = [],
): Promise<Outcome<readonly Importer[]>> {
  const names = (await ports.project.list(FOLDER)).filter(
    (name) => name.endsWith('.ts') && !name.endsWith('.test.ts'),
  );
  const importers: Importer[] = [];
  const messages: Message[] = [];
  for (const name of names) {
    const file = FOLDER + name;
    const script = await ports.scripts.load(file);
    messages.push(...(script?.violations ?? []).map(reachingImporter));
    if (script === undefined || script.violations.length > 0) continue;
    if (isImporter(script.value, name.slice(0, -'.ts'.length))) importers.push(script.value);
    else messages.push(notAnImporter(file));
  }
  const known = importers.map(({ id }) => id);
  const unknown = only.filter((id) => !known.includes(id));
  messages.push(...unknown.map((id) => unknownImporter(id, known)));
  if (messages.length > 0) return { value: undefined, messages };
  const ordered = orderImporters(importers);
  return ordered.value && only.length > 0 ? { ...ordered, value: withNeeds(ordered.value, only) } : ordered;
}

function isImporter(value: unknown, id: string): value is Importer {
  if (typeof value !== 'object' || value === null) return false;
  const has = (key: string, test: (part: unknown) => boolean): boolean =>
    test(Object.getOwnPropertyDescriptor(value, key)?.value);
  return (
    has('id', (part) => part === id) &&
    has('reads', Array.isArray) &&
    has('produces', Array.isArray) &&
    has('run', (part) => typeof part === 'function')
  );
}
