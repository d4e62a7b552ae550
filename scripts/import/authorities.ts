import { defineImporter, type ImportContext, type Row } from '../../src/analysis.ts';
import { AUTHORITIES_WITHOUT_GSS_CODE, AUTHORITY_CHANGES } from './authorities/authority-changes.ts';
import { AUTHORITY_TABLES } from './authorities/authority-tables.ts';
import { readRecords, type SourceRecord } from './official-files/read-records.ts';
import { LONDON, REGIONS } from './official-files/regions.ts';

/** Newest first: an authority's name, region and latest GSS code are taken from the first that has it. */
const EXPLORE_FILES = [
  'dfe_csc_outcomes_enablers/cla_number_and_rate_per_10k_children.csv',
  'goodair_csc_data/cla/2018_2023/cla_number_and_rate_per_10k_children.csv',
  'dfe_csc_outcomes_enablers/ons_mid-year_population_estimates_2012_to_2024.csv',
];
/** The last release with the GSS codes that Gateshead and Northumberland had until 2013. */
const RELEASE_OF_2017 = 'goodair_csc_data/cla/2017/SFR50_CLA2017.csv';

interface Authority {
  readonly laCode: string;
  readonly name: string;
  /** Region, or part of London, as printed. */
  readonly region: string;
  /** Latest first. */
  readonly gssCodes: string[];
}

/**
 * The lookup of upper-tier authorities. Two GSS codes are one authority where the Department for Education
 * gives both the same three-digit number: it gives a new number only where the area changes.
 */
export default defineImporter({
  id: 'authorities',
  title: 'Areas, authorities, their codes and their changes',
  reads: [...EXPLORE_FILES, RELEASE_OF_2017],
  produces: AUTHORITY_TABLES,
  async run(context) {
    const authorities = collectAuthorities(context);
    const rows = [...authorities.values()].map((authority) => authorityRow(authority));
    rows.push(
      ...AUTHORITIES_WITHOUT_GSS_CODE.map((authority) => authorityRow({ ...authority, gssCodes: [] })),
    );
    return {
      areas: [...REGIONS.map(regionAreaRow), ...rows.map(authorityAreaRow)],
      regions: REGIONS.map((region) => ({ ...region })),
      authorities: rows,
      'authority-codes': [...authorities.values()].flatMap(codeRows),
      'authority-changes': AUTHORITY_CHANGES.flatMap((change) =>
        change.from.flatMap((from) =>
          change.to.map((to) => ({
            date: change.date,
            from_code: from,
            to_code: to,
            kind: change.kind,
            instrument: change.instrument,
          })),
        ),
      ),
    };
  },
});

function collectAuthorities(context: ImportContext): Map<string, Authority> {
  const authorities = new Map<string, Authority>();
  const add = (laCode: string, gssCode: string, name: string, region: string): void => {
    const known = authorities.get(laCode);
    if (known === undefined) authorities.set(laCode, { laCode, name, region, gssCodes: [gssCode] });
    else if (!known.gssCodes.includes(gssCode)) known.gssCodes.push(gssCode);
  };
  for (const file of EXPLORE_FILES) {
    const records = readRecords(context.sheet(file));
    context.log.read(file, records.length, 'codes, names and regions of authorities');
    const local = records.filter((record) => record.text('geographic_level') === 'Local authority');
    context.log.dropped(file, records.length - local.length, 'not a local authority');
    for (const record of local.sort(newestFirst)) {
      add(
        record.text('old_la_code'),
        record.text('new_la_code'),
        record.text('la_name'),
        record.text('region_code'),
      );
    }
  }
  const records = readRecords(context.sheet(RELEASE_OF_2017));
  context.log.read(RELEASE_OF_2017, records.length, 'GSS codes used until 2017');
  for (const record of records) {
    const laCode = record.text('geog_c');
    if (!authorities.has(laCode)) continue;
    add(laCode, record.text('New_geog_code'), record.text('geog_n'), '');
  }
  return authorities;
}

function newestFirst(a: SourceRecord, b: SourceRecord): number {
  return Number(b.text('time_period')) - Number(a.text('time_period'));
}

function authorityRow({
  laCode,
  name,
  region,
  gssCodes,
}: Omit<Authority, 'gssCodes'> & { readonly gssCodes: readonly string[] }): Row {
  const area = gssCodes[0] ?? `LA${laCode}`;
  const inLondon = region.startsWith('E13');
  const changesArea = AUTHORITY_CHANGES.filter(({ kind }) => kind !== 'recode');
  const begun = changesArea.filter(({ to }) => to.includes(area));
  const ended = changesArea.filter(({ from }) => from.includes(area));
  return {
    area,
    la_code: laCode,
    name,
    type: typeOf(area),
    region: inLondon ? LONDON : region,
    subregion: inLondon ? region : null,
    gss_codes: [...gssCodes].sort().join(' '),
    first_year: begun[0] === undefined ? null : yearOf(begun[0].date) + 1,
    last_year: ended[0] === undefined ? null : yearOf(ended[0].date),
    predecessors: begun.flatMap(({ from }) => from).join(' ') || null,
    successors:
      ended
        .flatMap(({ to }) => to)
        .sort()
        .join(' ') || null,
    began_by: begun[0]?.kind ?? null,
    ended_by: [...new Set(ended.map(({ kind }) => kind))].sort().join(', ') || null,
  };
}

function typeOf(area: string): string {
  if (area.startsWith('E06')) return 'unitary authority';
  if (area.startsWith('E08')) return 'metropolitan district';
  if (area.startsWith('E09')) return 'London borough';
  return 'county';
}

function yearOf(date: string): number {
  return Number(date.slice(0, 4));
}

/** Latest code first, so that each code but the latest ends on the day of the recode to the one before it. */
function codeRows({ laCode, gssCodes }: Authority): Row[] {
  return gssCodes.map((gssCode) => {
    const into = AUTHORITY_CHANGES.find(({ to }) => to.includes(gssCode));
    const outOf = AUTHORITY_CHANGES.find(({ from }) => from.includes(gssCode));
    return {
      gss_code: gssCode,
      area: gssCodes[0] ?? gssCode,
      la_code: laCode,
      in_force_from: into?.date ?? null,
      out_of_force_from: outOf?.date ?? null,
    };
  });
}

function regionAreaRow({ area, name, level, parent }: (typeof REGIONS)[number]): Row {
  return { area, level, name, parent };
}

function authorityAreaRow(row: Row): Row {
  return {
    area: row.area ?? null,
    level: 'authority',
    name: row.name ?? null,
    parent: row.subregion ?? row.region ?? null,
  };
}
