import { type FindingInput, numberIn, type Row, rowWhere } from '../../src/analysis.ts';
import type { FactorResults } from './factor-results.ts';
import { AREA_RESOURCES } from './rate-terms.ts';

/** What is known of the factors: how many authorities, and the level of low income in England. */
export function knownFindings({ known, lowIncomeEngland, parameters }: FactorResults): FindingInput[] {
  const count = (
    id: string,
    field: string,
    definition: string,
    resources: readonly string[],
  ): FindingInput => ({
    id,
    value: numberIn(known, field),
    unit: 'count',
    decimals: 0,
    method: 'A count of authorities',
    definition,
    resources,
  });
  const snapshot = (year: number): FindingInput => ({
    id: `low-income-england-${year}`,
    value: numberIn(rowWhere(lowIncomeEngland, 'year', year), 'share'),
    unit: 'percent',
    decimals: 1,
    method: 'Children in low-income families over children in families with Child Benefit, both as published',
    definition: `Children in low-income families in England, 31 August ${year} (HM Revenue and Customs, all children)`,
    resources: ['low-income'],
  });
  return [
    snapshot(parameters.firstYear - 1),
    snapshot(parameters.lastYear - 1),
    count(
      'low-income-fell',
      'low_income_fell',
      'Authorities in which the share of children in low-income families fell',
      ['low-income'],
    ),
    count('ofsted-graded', 'graded', 'Authorities with a full Ofsted inspection published by 31 March 2017', [
      'ofsted-judgements',
    ]),
    count(
      'ofsted-single-inspections',
      'single_inspections',
      'Authorities whose latest full inspection by 31 March 2017 was a single inspection with an overall grade',
      ['ofsted-judgements'],
    ),
    count(
      'innovation-named',
      'named',
      'Authorities that a source names in round 1 of the Innovation Programme',
      ['innovation-programme'],
    ),
    count(
      'innovation-unnamed',
      'unnamed',
      'Authorities that no source names in round 1: not known to have taken part',
      ['innovation-programme'],
    ),
    count('london-authorities', 'in_region', 'Authorities of London', ['authorities', 'regions']),
    count(
      'falling-in-london',
      'falling_in_region',
      'Authorities of London whose rate fell on average',
      AREA_RESOURCES,
    ),
    count('authorities-outside-london', 'elsewhere', 'Authorities outside London', AREA_RESOURCES),
    count(
      'rising-outside-london',
      'rising_elsewhere',
      'Authorities outside London whose rate rose on average',
      AREA_RESOURCES,
    ),
  ];
}

/** Who published a figure, for a footnote: `Title, publisher, year`. */
export function sourceFinding(id: string, fact: Row | undefined, of: string): FindingInput {
  return {
    id,
    value: [fact?.source_title, fact?.source_publisher, fact?.source_year].map(String).join(', '),
    unit: 'text',
    decimals: 0,
    method: 'As the published facts name it',
    definition: `Source of ${of}`,
    resources: ['published-facts'],
  };
}

/** How many authorities the list of participants must lack, if the programme reached as many as was counted. */
export function reachFindings({ known, reach }: FactorResults): FindingInput[] {
  const share = numberIn(reach, 'number');
  const common = { resources: ['published-facts', 'innovation-programme'] } as const;
  return [
    {
      ...common,
      id: 'innovation-reach',
      value: share,
      unit: 'percent',
      decimals: 0,
      method: 'As published',
      definition: 'Top-tier authorities in which the Innovation Programme operated from 2014 to 2016',
    },
    sourceFinding('innovation-reach-source', reach, 'the share of authorities that the programme reached'),
    {
      ...common,
      id: 'innovation-missed',
      value: (share / 100) * numberIn(known, 'authorities') - numberIn(known, 'named'),
      unit: 'count',
      decimals: 0,
      method:
        'The published share of authorities reached, times the authorities here, less those that a source names',
      definition:
        'Authorities that took part in round 1 but that no source names, if the published share is right',
    },
  ];
}
