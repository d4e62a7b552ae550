export const OPEN_GOVERNMENT_LICENCE = {
  name: 'OGL-UK-3.0',
  title: 'Open Government Licence v3.0',
  path: 'https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/',
} as const;

/** For what this project made itself. */
export const OUR_OWN = {
  name: 'CC0-1.0',
  title: 'CC0 1.0: made for this project, free of any right',
  path: 'https://creativecommons.org/publicdomain/zero/1.0/',
} as const;

/** For single figures and short factual labels taken from documents under various terms. */
export const SINGLE_FACTS = {
  name: 'single-facts',
  title: 'Single facts and figures, each with its source: no licence is claimed',
  path: 'README.md',
} as const;
