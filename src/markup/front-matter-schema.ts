import { z } from 'zod';
import { REPORT_STATES, type ReleasePractice } from '../model/release.ts';
import type { FrontMatter, Project } from '../model/report.ts';

const text = z.string().trim().min(1);
const id = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/);

const author = z.union([
  text.transform((name) => ({ name })),
  z.strictObject({
    name: text,
    affiliation: z.exactOptional(text),
    orcid: z.exactOptional(z.string().regex(/^\d{4}-\d{4}-\d{4}-\d{3}[\dX]$/)),
  }),
]);

const day = z.iso.date().or(z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/));

const project = z.strictObject({
  start: z.exactOptional(day),
  end: z.exactOptional(day),
  award: z.exactOptional(text),
  'web-page': z.exactOptional(z.url({ protocol: /^https?$/ })),
});

const member = z.union([
  text.transform((name) => ({ name })),
  z.strictObject({ name: text, role: z.exactOptional(text), affiliation: z.exactOptional(text) }),
]);

const organisation = z.strictObject({ name: text, text });

const keyFigure = z.strictObject({ finding: id, label: text, change: z.exactOptional(text) });

const exemption = z.union([
  z.strictObject({ text, reason: text }),
  z.strictObject({ pattern: text, reason: text }),
]);

const release = z.strictObject({
  embargo: z.exactOptional(z.string().regex(/^\d{4}-\d\d-\d\d ([01]\d|2[0-3]):[0-5]\d$/)),
  'pre-release': z.array(text).default([]),
  next: z.exactOptional(text),
  revisions: z.exactOptional(text),
});

const successor = z.strictObject({
  title: text,
  link: z.exactOptional(z.url({ protocol: /^https?$/ })),
});

const qualityCheck = z.strictObject({ date: z.iso.date(), name: text, check: text });

/** Front matter as it is written, with its keys in words joined by hyphens. */
export const frontMatterSchema = z.strictObject({
  id: z.exactOptional(id),
  title: text,
  subtitle: z.string().trim().default(''),
  'short-title': z.exactOptional(text),
  layout: id.default('news-release'),
  kind: text.default('Briefing'),
  standfirst: z.string().trim().default(''),
  date: z.iso.date(),
  state: z.enum(REPORT_STATES).default('draft'),
  edition: z.exactOptional(z.int().positive()),
  release: z.exactOptional(release),
  'superseded-by': z.exactOptional(successor),
  'quality-log': z.array(qualityCheck).default([]),
  language: z.literal('en-GB').default('en-GB'),
  authors: z.array(author).default([]),
  publisher: z.string().trim().default(''),
  funder: z.string().trim().default(''),
  contact: z.string().trim().default(''),
  analyses: z.array(id).min(1),
  'key-figures': z.array(keyFigure).max(4).default([]),
  keywords: z.array(text).default([]),
  licence: text.default('Open Government Licence v3.0'),
  project: z.exactOptional(project),
  team: z.array(member).default([]),
  contributors: z.array(text).default([]),
  acknowledgements: z.string().trim().default(''),
  about: z.array(organisation).default([]),
  'alternative-formats': z.string().trim().default(''),
  'pull-out': z.string().trim().default(''),
  'abstract-code': z.string().trim().default(''),
  doi: z
    .string()
    .regex(/^10\.\d{4,9}\/\S+$/)
    .default(''),
  rights: z.string().trim().default(''),
  affiliations: z.array(text).default([]),
  'word-limit': z.exactOptional(z.int().positive()),
  'citation-style': id.default('harvard'),
  'wide-figures': z.array(z.string().regex(/^(fig|table)-[a-z0-9]+(-[a-z0-9]+)*$/)).default([]),
  'turned-tables': z.array(z.string().regex(/^table-[a-z0-9]+(-[a-z0-9]+)*$/)).default([]),
  numbers: z.array(exemption).default([]),
});

/** What most conferences allow an abstract, unless its front matter says otherwise. */
const ABSTRACT_WORDS = 450;

const AUTHOR = 'a name, or name with affiliation and orcid';

/** What each key expects, in words; a number in a path stands as `*`. */
export const FRONT_MATTER_EXPECTS: Readonly<Record<string, string>> = {
  id: 'lower-case words joined by hyphens',
  title: 'the title of the report',
  subtitle: 'a line beneath the title',
  'short-title': 'a few words for the head of each page',
  layout: 'the name of a layout in templates/layouts/, such as news-release',
  kind: 'the kind of document in words, such as News release',
  standfirst: 'a sentence or two',
  date: 'the day of publication as 2026-03-31',
  state: 'draft, review or final',
  edition: 'a whole number from 1',
  release: 'embargo, pre-release, next and revisions',
  'release.embargo': 'a day and a time as 2026-11-24 09:30',
  'release.pre-release': 'a list of roles with their organisations',
  'release.pre-release.*': 'a role and an organisation',
  'release.next': 'a day as 2027-11-24, a month as 2027-11, or a line of text',
  'release.revisions': 'a sentence or two',
  'superseded-by': 'title and link of the later document',
  'superseded-by.title': 'the title of the later document',
  'superseded-by.link': 'an address that begins with https://',
  'quality-log': 'a list of checks, each with date, name and check',
  'quality-log.*': 'date, name and check',
  'quality-log.*.date': 'a day as 2026-03-31',
  'quality-log.*.name': 'who checked',
  'quality-log.*.check': 'what was checked',
  language: 'en-GB',
  authors: 'a list of authors',
  'authors.*': AUTHOR,
  'authors.*.name': 'a name',
  'authors.*.affiliation': 'the name of an organisation',
  'authors.*.orcid': 'an ORCID such as 0000-0002-1825-0097',
  publisher: 'a name',
  funder: 'a name',
  contact: 'an address or telephone number',
  analyses: 'a list of at least one script in scripts/, without its ending',
  'analyses.*': 'the name of a script in scripts/, without its ending',
  'key-figures': 'a list of at most four findings, each with a label',
  'key-figures.*': 'a finding and a label',
  'key-figures.*.finding': 'the id of a finding',
  'key-figures.*.label': 'a line of text',
  'key-figures.*.change': 'a line of text',
  keywords: 'a list of words',
  'keywords.*': 'a word',
  licence: 'the name of a licence',
  project: 'start, end, award and web-page of the project',
  'project.start': 'a day as 2026-03-31, or a month as 2026-03',
  'project.end': 'a day as 2026-03-31, or a month as 2026-03',
  'project.award': 'a line of text',
  'project.web-page': 'an address that begins with https://',
  team: 'a list of people',
  'team.*': 'a name, or name with role and affiliation',
  'team.*.name': 'a name',
  'team.*.role': 'what this person does in the project',
  'team.*.affiliation': 'the name of an organisation',
  contributors: 'a list of lines',
  'contributors.*': 'a line of text',
  acknowledgements: 'a paragraph or more',
  about: 'a list of organisations, each with a text',
  'about.*': 'a name and a text',
  'about.*.name': 'the name of an organisation',
  'about.*.text': 'a paragraph or more',
  'alternative-formats': 'a sentence or two',
  'pull-out': 'a sentence',
  'abstract-code': 'a code such as OP37',
  doi: 'a DOI without an address, such as 10.1000/182',
  rights: 'a line of text',
  affiliations: 'a list of addresses',
  'affiliations.*': 'an address that begins with the name of the organisation',
  'citation-style': 'harvard, apa, vancouver or a style of your own',
  'word-limit': 'a whole number of words, such as 450',
  'wide-figures': 'a list of figures and tables, such as fig-trend',
  'turned-tables': 'a list of tables, such as table-regions',
  'turned-tables.*': 'the id of a table, such as table-regions',
  'wide-figures.*': 'the id of a figure or table, such as fig-trend or table-regions',
  numbers: 'a list of exemptions, each with text or pattern and a reason',
  'numbers.*': 'text or pattern, and a reason',
  'numbers.*.text': 'words of the report with the number among them',
  'numbers.*.pattern': 'a regular expression',
  'numbers.*.reason': 'why the number may be typed',
};

/** The front matter in the terms of the model. */
export function toFrontMatter(written: z.output<typeof frontMatterSchema>): FrontMatter {
  const {
    id: _,
    'short-title': shortTitle = written.title,
    'key-figures': keyFigures,
    'alternative-formats': alternativeFormats,
    'pull-out': pullOut,
    'abstract-code': abstractCode,
    'citation-style': citationStyle,
    'wide-figures': wideFigures,
    'turned-tables': turnedTables,
    'superseded-by': supersededBy = null,
    'quality-log': qualityLog,
    edition = null,
    release,
    'word-limit': wordLimit = written.layout === 'structured-abstract' ? ABSTRACT_WORDS : null,
    project,
    ...others
  } = written;
  return {
    ...others,
    shortTitle,
    keyFigures,
    alternativeFormats,
    pullOut,
    abstractCode,
    citationStyle,
    wideFigures,
    turnedTables,
    wordLimit,
    edition,
    release: toRelease(release),
    supersededBy,
    qualityLog,
    project: project === undefined ? null : toProject(project),
  };
}

function toProject({ 'web-page': webPage, ...others }: z.output<typeof project>): Project {
  return webPage === undefined ? others : { ...others, webPage };
}

function toRelease(written: z.output<typeof release> | undefined): ReleasePractice {
  if (written === undefined) return { preRelease: [] };
  const { 'pre-release': preRelease, ...others } = written;
  return { ...others, preRelease };
}
