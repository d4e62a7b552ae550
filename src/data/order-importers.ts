import { circularNeeds, duplicateExtract, unknownExtract } from '../messages/import-rules.ts';
import type { Importer } from '../model/importer.ts';
import type { Message, Outcome } from '../model/message.ts';

/** Importers in an order in which each comes after those whose extracts it needs; otherwise by id. */
export function orderImporters(importers: readonly Importer[]): Outcome<readonly Importer[]> {
  const producers = new Map<string, Importer>();
  const messages: Message[] = [];
  const waiting = [...importers].sort((a, b) => (a.id < b.id ? -1 : 1));
  for (const importer of waiting) {
    for (const { name } of importer.produces) {
      const other = producers.get(name);
      if (other) messages.push(duplicateExtract(name, other.id, importer.id));
      else producers.set(name, importer);
    }
  }
  for (const importer of waiting) {
    for (const name of importer.needs ?? []) {
      if (!producers.has(name))
        messages.push(unknownExtract(importer.id, name, [...producers.keys()].sort()));
    }
  }
  if (messages.length > 0) return { value: undefined, messages };

  const ordered: Importer[] = [];
  const isReady = (importer: Importer): boolean =>
    (importer.needs ?? []).every((name) => ordered.some((earlier) => producers.get(name) === earlier));
  while (waiting.length > 0) {
    const at = waiting.findIndex(isReady);
    if (at < 0) return { value: undefined, messages: [circularNeeds(waiting.map(({ id }) => id))] };
    ordered.push(...waiting.splice(at, 1));
  }
  return { value: ordered, messages };
}

/** The importers named, and all whose extracts those need, in the order of `ordered`. */
export function withNeeds(ordered: readonly Importer[], names: readonly string[]): readonly Importer[] {
  const wanted = new Set(names);
  for (const importer of [...ordered].reverse()) {
    if (!wanted.has(importer.id)) continue;
    for (const other of ordered) {
      if (other.produces.some(({ name }) => importer.needs?.includes(name))) wanted.add(other.id);
    }
  }
  return ordered.filter(({ id }) => wanted.has(id));
}
