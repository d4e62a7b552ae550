import type { ImportContext } from '../../../src/analysis.ts';
import { ENGLAND, findRegion } from './regions.ts';

/** How a release prints an area. An empty text stands for a code that it does not print. */
export interface PrintedArea {
  readonly level: 'country' | 'region' | 'authority';
  readonly gssCode: string;
  /** The Department for Education's three-digit number. */
  readonly laCode: string;
  readonly name: string;
}

export interface AreaFinder {
  /**
   * The stable `area` id of a printed area. The country is found by its level and regions by their name,
   * because some releases give them the code of another area; authorities by the three-digit number, which
   * survives a new GSS code, and by GSS code where no number is printed.
   * @throws where the authority is not in the lookup, or its two codes are of different areas.
   */
  find(file: string, place: string, printed: PrintedArea): string;
}

/** Needs the extracts `authorities` and `authority-codes`; every code put in place of another is logged. */
export function createAreaFinder(context: ImportContext): AreaFinder {
  const byNumber = new Map(
    context.extract('authorities').map((row) => [String(row.la_code), String(row.area)]),
  );
  const byCode = new Map(
    context.extract('authority-codes').map((row) => [String(row.gss_code), String(row.area)]),
  );
  const log = (file: string, from: string, to: string, reason: string): void =>
    context.log.mapped(file, from, to, reason, 1);

  const findCountry = (file: string, { gssCode, laCode }: PrintedArea): string => {
    for (const code of [gssCode, laCode]) {
      if (code === 'E06000046' || code === '921') {
        log(
          file,
          code,
          ENGLAND,
          'the England row carries the Isle of Wight’s code; it was taken by its level',
        );
      }
    }
    return ENGLAND;
  };
  const findNamedRegion = (file: string, place: string, { gssCode, name }: PrintedArea): string => {
    const area = findRegion(name);
    if (area === undefined) throw new Error(`${place}: "${name}" is no region of England`);
    if (gssCode !== '' && gssCode !== area) {
      log(file, `${gssCode} (${name})`, area, 'the row of a part of London carries the code of all London');
    }
    return area;
  };
  const findAuthority = (file: string, place: string, { gssCode, laCode, name }: PrintedArea): string => {
    const numbered = byNumber.get(laCode);
    const coded = byCode.get(gssCode);
    const area = numbered ?? coded;
    if (area === undefined || (numbered !== undefined && coded !== undefined && numbered !== coded)) {
      throw new Error(`${place}: ${name} (${gssCode}, ${laCode}) is not an authority of the lookup`);
    }
    if (gssCode !== '' && gssCode !== area) {
      log(file, `${gssCode} (${name})`, area, 'recoded: the same authority under its latest GSS code');
    }
    return area;
  };
  return {
    find(file, place, printed) {
      if (printed.level === 'country') return findCountry(file, printed);
      if (printed.level === 'region') return findNamedRegion(file, place, printed);
      return findAuthority(file, place, printed);
    },
  };
}
