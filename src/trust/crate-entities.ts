/** An entity of an RO-Crate: a JSON object whose properties are texts, or references to other entities. */
export interface CrateEntity {
  readonly '@id': string;
  readonly '@type': string | readonly string[];
  readonly [property: string]: CrateValue | undefined;
}

export interface CrateReference {
  readonly '@id': string;
}

export type CrateValue = string | CrateReference | readonly (string | CrateReference)[];

/** The entities of a crate in the order in which they were first added, each described once. */
export class CrateGraph {
  readonly #entities = new Map<string, CrateEntity>();

  /** Adds an entity unless one of its id is there already. */
  add(entity: CrateEntity): CrateReference {
    if (!this.#entities.has(entity['@id'])) this.#entities.set(entity['@id'], entity);
    return { '@id': entity['@id'] };
  }

  entities(): readonly CrateEntity[] {
    return [...this.#entities.values()];
  }
}

/** One value by itself, several as a list, none at all: compacted JSON-LD. */
export function compacted<T extends string | CrateReference>(
  values: readonly T[],
): T | readonly T[] | undefined {
  return values.length > 1 ? values : values[0];
}

/** The path of a file as an id: a reference relative to the crate's root. */
export function fileId(path: string): string {
  return path.split('/').map(encodeSegment).join('/');
}

/** Letters of other scripts stay as they are; what has a meaning in an address does not. */
function encodeSegment(segment: string): string {
  return segment.replace(/[\s%?#[\]{}|\\^`"<>:@]/g, encodeURIComponent);
}
