import type { Place } from './message.ts';

/** JSON with the place of every value and key, so that a message can point at it. */
export type JsonNode = JsonObject | JsonArray | JsonScalar;

export interface JsonObject {
  readonly kind: 'object';
  readonly place: Place;
  readonly entries: ReadonlyMap<string, JsonEntry>;
}

export interface JsonEntry {
  readonly keyPlace: Place;
  readonly node: JsonNode;
}

export interface JsonArray {
  readonly kind: 'array';
  readonly place: Place;
  readonly items: readonly JsonNode[];
}

export interface JsonScalar {
  readonly kind: 'scalar';
  readonly place: Place;
  readonly value: string | number | boolean | null;
}
