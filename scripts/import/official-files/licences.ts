export const OPEN_GOVERNMENT_LICENCE = {
  name: 'OGL-UK-3.0',
  title: 'Open Government Licence v3.0',
  path: 'https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/',
} as const;

/** For single figures and short factual labels taken from documents under various terms. */
export const SINGLE_FACTS = {
  name: 'single-facts',
  title: 'Single facts and figures, each with its source: no licence is claimed',
  path: 'README.md',
} as const;
