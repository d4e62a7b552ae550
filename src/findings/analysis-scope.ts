import type { Provenance } from '../model/finding.ts';
import type { Place } from '../model/message.ts';
import type { Resource } from '../model/resource.ts';
import type { Definition } from './find-definition.ts';
import { placeInScript } from './place-in-script.ts';

/** What the checks of one analysis's result need to know of it. */
export interface AnalysisScope {
  readonly script: string;
  readonly scriptHash: string;
  readonly scriptText: string | undefined;
  /** Files that the script is made of besides: what it imports, its R files. */
  readonly parts: readonly { readonly path: string; readonly text: string }[];
  /** The declared resources, by name, in the order of the declaration. */
  readonly declared: ReadonlyMap<string, Resource>;
  readonly parameters: Provenance['parameters'];
  readonly elsewhere: Provenance['elsewhere'];
  readonly definitionOf: (id: string) => Definition;
}

/** Where an id stands: in the script, else in the first of its parts that has it. */
export function placeOf(scope: AnalysisScope, literal: string, occurrence = 0): Place {
  const place = placeInScript(scope.script, scope.scriptText, literal, occurrence);
  if (place.line !== undefined) return place;
  const places = scope.parts.map(({ path, text }) => placeInScript(path, text, literal, occurrence));
  return places.find(({ line }) => line !== undefined) ?? place;
}

/**
 * Where a figure or table comes from: the named resources, or all that the analysis declares where none are named.
 * Paths are from the project's root.
 */
export function provenanceOf(
  scope: AnalysisScope,
  id: string,
  names: readonly string[] | undefined,
  query: string | undefined,
): Provenance {
  const resources = [...scope.declared.values()].filter((one) => names?.includes(one.name) ?? true);
  return {
    script: scope.script,
    scriptHash: scope.scriptHash,
    place: scope.definitionOf(id),
    parameters: scope.parameters,
    resources: resources.map(({ name, title, path, hash, licenses, synthetic }) => ({
      name,
      title,
      path: `data/${path}`,
      hash,
      licence: licenses.map((licence) => licence.title).join('; '),
      synthetic,
    })),
    query: query ?? null,
    ...(scope.elsewhere === undefined ? {} : { elsewhere: scope.elsewhere }),
  };
}
