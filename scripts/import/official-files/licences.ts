export const OPEN_GOVERNMENT_LICENCE = {
  name: 'OGL-UK-3.0',
  title: 'Open Government Licence v3.0',
  path: 'https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/',
} as const;

/** Printed wherever figures under the licence are used. */
export const OGL_ATTRIBUTION =
  'Contains public sector information licensed under the Open Government Licence v3.0.';
