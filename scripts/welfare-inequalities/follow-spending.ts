import {
  type AnalysisResult,
  type FindingInput,
  numberIn,
  type Row,
  realTerms,
  type Table,
} from '../../src/analysis.ts';
import { compareCuts } from './compare-cuts.ts';
import type { Context } from './part.ts';
import { shareClaims, shareFindings } from './spending-findings.ts';
import { NATIONAL_SPENDING } from './spending-queries.ts';
import { spendingTables } from './spending-tables.ts';

/** England in one financial year, real terms, £. `prevention` is `null` where a service of it is in no data. */
export interface SpendingYear {
  readonly year: number;
  readonly financialYear: string;
  readonly authorities: number;
  readonly lookedAfter: number;
  readonly protection: number;
  readonly prevention: number | null;
}

/** How spending moved from prevention to late intervention, and where prevention was cut. */
export async function followSpending(context: Context): Promise<AnalysisResult> {
  const { sql, tables, parameters } = context;
  const national = await sql.query(NATIONAL_SPENDING, {
    key: ['year'],
    parameters: { lastYear: parameters.lastSpendingYear },
  });
  const deflators = tables['gdp-deflator'];
  if (deflators === undefined) throw new Error('the deflators were not declared');
  const years = national.rows.map((row) => readYear(row, realTerms(deflators, parameters.priceYear)));
  const cuts = await compareCuts(context, realTerms(deflators, parameters.priceYear));
  return {
    findings: [
      ...shareFindings(years, parameters),
      inForce(tables.authorities, parameters.lastSpendingYear),
      ...cuts.findings,
    ],
    claims: [...shareClaims(years, parameters), ...cuts.claims],
    tables: [...spendingTables(years, parameters), ...cuts.tables],
  };
}

/** Authorities that existed throughout a year, whether or not the files hold their spending. */
function inForce(authorities: Table | undefined, year: number): FindingInput {
  const rows = authorities?.rows ?? [];
  const isHeld = ({ first_year, last_year }: Row) =>
    (typeof first_year !== 'number' || first_year <= year) &&
    (typeof last_year !== 'number' || last_year >= year);
  return {
    id: 'spend-authorities-in-force',
    value: rows.filter(isHeld).length,
    unit: 'count',
    decimals: 0,
    method: 'A count of authorities by their first and last year',
    definition: `Upper-tier authorities of England in the year to March ${year}`,
    resources: ['authorities'],
  };
}

function readYear(row: Table['rows'][number], real: (amount: number, year: number) => number): SpendingYear {
  const year = numberIn(row, 'year');
  const amount = (field: string) => real(numberIn(row, field), year);
  // Before 2010-11 the tables hold neither children's centres nor services for young people.
  const isWhole = typeof row.centres === 'number' && typeof row.young_people === 'number';
  return {
    year,
    financialYear: String(row.financial_year),
    authorities: numberIn(row, 'authorities'),
    lookedAfter: amount('looked_after'),
    protection: amount('protection'),
    prevention: isWhole ? amount('family_support') + amount('centres') + amount('young_people') : null,
  };
}

/** Looked-after children and child protection. */
export function late({ lookedAfter, protection }: SpendingYear): number {
  return lookedAfter + protection;
}

/** Percent of the five services that went on late intervention. */
export function lateShare(year: SpendingYear): number | null {
  return year.prevention === null ? null : (100 * late(year)) / (late(year) + year.prevention);
}
