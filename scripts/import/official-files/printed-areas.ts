import type { PrintedArea } from './find-area.ts';
import type { SourceRecord } from './read-records.ts';

const LEVELS: Readonly<Record<string, PrintedArea['level']>> = {
  NATIONAL: 'country',
  National: 'country',
  REGION: 'region',
  Regional: 'region',
  GOR: 'region',
  LA: 'authority',
  'Local authority': 'authority',
};

/** The area of a row of the Department for Education's releases of 2010 to 2019. */
export function firstReleaseArea(record: SourceRecord, gssColumn: string | null): PrintedArea {
  const laCode = record.text('geog_c');
  const printedLevel = record.text('geog_l');
  // Isles of Scilly has no level in SFR50/2017: the three-digit number shows that it is an authority.
  const level = printedLevel === '' && /^\d{3}$/.test(laCode) ? 'authority' : LEVELS[printedLevel];
  if (level === undefined) throw new Error(`${record.place}: "${printedLevel}" is no level of geography`);
  const gssCode = gssColumn === null ? '' : record.text(gssColumn);
  return { level, gssCode, laCode, name: record.text('geog_n') };
}

/** The area of a row of a release on Explore education statistics. */
export function exploreArea(record: SourceRecord): PrintedArea {
  const level = LEVELS[record.text('geographic_level')];
  if (level === undefined)
    throw new Error(`${record.place}: "${record.text('geographic_level')}" is no level of geography`);
  if (level === 'country')
    return { level, gssCode: record.text('country_code'), laCode: '', name: 'England' };
  if (level === 'region') {
    return { level, gssCode: record.text('region_code'), laCode: '', name: record.text('region_name') };
  }
  const laCode = record.text('old_la_code');
  return { level, gssCode: record.text('new_la_code'), laCode, name: record.text('la_name') };
}
