import type { FactorId } from './fit-models.ts';

export const RATE_CHANGE = 'mean annual percentage change in the rate of children looked after, 2012 to 2017';

/** What is measured by each factor. */
export const FACTOR_DEFINITIONS: Readonly<Record<FactorId, string>> = {
  'low-income':
    'change in the share of children in low-income families from 31 August 2011 to 31 August 2016, in percentage points',
  ofsted:
    'grade of the latest full Ofsted inspection published by 31 March 2017, outstanding the lowest, inadequate the highest',
  innovation:
    'taking part in round 1 of the Innovation Programme, an authority that no source names counted as not taking part',
};
