import { type AnalysisResult, chosenFinding, type Table } from '../../src/analysis.ts';
import { nationalFindings } from './national-findings.ts';
import type { Context } from './part.ts';
import { AUTHORITY_CHANGES, NATIONAL_RATES, splitByBand } from './queries.ts';
import { ENGLAND } from './rate-terms.ts';
import { bandFindings, plainFindings, splitClaims, splitFindings } from './split-findings.ts';
import { sameSplit } from './split-rows.ts';
import { sensitivityTable } from './split-table.ts';

/** Bands of no change, in percent a year either way, that the sensitivity table tries beside the chosen one. */
const OTHER_BANDS = [0, 0.05, 0.15, 0.25, 0.5, 1];

export interface Change extends AnalysisResult {
  /** One row for each authority; also the database's table `authority_change`. */
  readonly authorities: Table;
}

/** Change in the rate of every authority, and how many rose, fell or did not change. */
export async function measureChange({ sql, parameters }: Context): Promise<Change> {
  const { firstYear, lastYear, noChangeBand } = parameters;
  const window = { firstYear, lastYear };
  const authorities = await sql.query(AUTHORITY_CHANGES, {
    name: 'authority-change',
    key: ['area'],
    parameters: { ...window, noChangeBand },
  });
  await sql.add(authorities);
  const bands = [...OTHER_BANDS, noChangeBand].sort((a, b) => a - b);
  const splitQuery = splitByBand(bands);
  const split = await sql.query(splitQuery, {
    key: ['measure', 'band'],
    parameters: { years: lastYear - firstYear },
  });
  const national = await sql.query(NATIONAL_RATES, {
    key: ['year'],
    parameters: { ...window, england: ENGLAND.area },
  });
  const same = sameSplit(authorities, noChangeBand);
  return {
    authorities,
    findings: [
      ...bandFindings(same, noChangeBand),
      ...splitFindings(split, noChangeBand, splitQuery),
      ...plainFindings(split, splitQuery),
      {
        id: 'years-in-window',
        value: lastYear - firstYear,
        unit: 'count',
        decimals: 0,
        method: 'Last year less first year',
        definition: `Year-on-year changes from 31 March ${firstYear} to 31 March ${lastYear}`,
      },
      chosenFinding({
        id: 'confidence-level',
        value: 100 * parameters.level,
        unit: 'percent',
        definition: 'Confidence level of the intervals',
      }),
      ...nationalFindings(national, firstYear, lastYear),
    ],
    claims: splitClaims(split, noChangeBand),
    tables: [sensitivityTable(split, splitQuery, noChangeBand, same)],
  };
}
