import type { Provenance } from '../model/finding.ts';
import type { Place } from '../model/message.ts';

/** Where the script defines what has this provenance. */
export function placeOf({ place }: Provenance): Place {
  return place.line === null ? { file: place.file } : { file: place.file, line: place.line };
}
