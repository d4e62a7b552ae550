/** What every part of the analysis says of the rate, in the same words. */

export const RATE_RESOURCES = ['looked-after', 'child-population'];
export const AREA_RESOURCES = [...RATE_RESOURCES, 'authorities', 'regions'];

/** Printed under tables and charts of rates. */
export const RATE_SOURCE =
  'Source: Department for Education, looked-after children and children in need statistics.';

export const RATE_DEFINITION =
  'Children looked after at 31 March per 10,000 children aged 0 to 17, as first published: the count of that year’s release over the mid-year population printed with that year’s children-in-need statistics, unrounded.';

export const ENGLAND = { area: 'E92000001', name: 'England' };
