import type { ReleasedBefore } from '../disclosure/read-released.ts';
import type { Provenance } from '../model/finding.ts';
import type { Lock } from './lock.ts';

/** What an approved edition showed, as the disclosure gate takes it into account. */
export function releasedBefore(lock: Lock): ReleasedBefore {
  return {
    findings: Object.entries(lock.findings).map(([id, { script, query, resources, ...finding }]) => ({
      id,
      ...finding,
      provenance: provenanceOf(lock, script, resources, query),
    })),
    tables: Object.entries(lock.tables).flatMap(([name, { title, script, resources, released }]) =>
      released === undefined
        ? []
        : [
            {
              name,
              title,
              notes: [],
              source: '',
              ...released,
              provenance: provenanceOf(lock, script, resources, null),
            },
          ],
    ),
  };
}

function provenanceOf(
  lock: Lock,
  script: string,
  resources: readonly string[],
  query: string | null,
): Provenance {
  return {
    script,
    scriptHash: lock.scripts[script]?.hash ?? '',
    place: { file: script, line: null },
    parameters: lock.scripts[script]?.parameters ?? {},
    resources: resources.map((name) => {
      const known = lock.resources[name];
      const { title = name, path = '', hash = '' } = known ?? {};
      return { name, title, path, hash, licence: '', synthetic: false };
    }),
    query,
  };
}
