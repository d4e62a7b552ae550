import { z } from 'zod';
import type { FrontMatter } from '../model/report.ts';

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

const keyFigure = z.strictObject({ finding: id, label: text, change: z.exactOptional(text) });

/** Front matter as it is written, with its keys in words joined by hyphens. */
export const frontMatterSchema = z.strictObject({
  id: z.exactOptional(id),
  title: text,
  'short-title': z.exactOptional(text),
  layout: id.default('news-release'),
  kind: text.default('Briefing'),
  standfirst: z.string().trim().default(''),
  date: z.iso.date(),
  state: z.enum(['draft', 'final']).default('draft'),
  language: z.literal('en-GB').default('en-GB'),
  authors: z.array(author).default([]),
  publisher: z.string().trim().default(''),
  funder: z.string().trim().default(''),
  contact: z.string().trim().default(''),
  analyses: z.array(id).min(1),
  'key-figures': z.array(keyFigure).max(4).default([]),
  keywords: z.array(text).default([]),
  licence: text.default('Open Government Licence v3.0'),
});

const AUTHOR = 'a name, or name with affiliation and orcid';

/** What each key expects, in words; a number in a path stands as `*`. */
export const FRONT_MATTER_EXPECTS: Readonly<Record<string, string>> = {
  id: 'lower-case words joined by hyphens',
  title: 'the title of the report',
  'short-title': 'a few words for the head of each page',
  layout: 'the name of a layout in templates/layouts/, such as news-release',
  kind: 'the kind of document in words, such as News release',
  standfirst: 'a sentence or two',
  date: 'the day of publication as 2026-03-31',
  state: 'draft or final',
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
};

/** The front matter in the terms of the model. */
export function toFrontMatter(written: z.output<typeof frontMatterSchema>): FrontMatter {
  const { id: _, 'short-title': shortTitle, 'key-figures': keyFigures, ...others } = written;
  return { ...others, shortTitle: shortTitle ?? written.title, keyFigures };
}
