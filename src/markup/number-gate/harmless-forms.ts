import { TEN_WORDS, UNIT_WORDS } from './number-words.ts';

/** A form in which a number is no figure, so that it may be typed. */
export interface HarmlessForm {
  readonly name: string;
  /** What is meant, for the docs. */
  readonly says: string;
  /** Texts whose numbers are all harmless by this form. */
  readonly examples: readonly string[];
  readonly pattern: RegExp;
}

const YEAR = '(?:19|20)\\d\\d';
const MONTH =
  '(?:January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)';
const DAY = '(?:0?[1-9]|[12]\\d|3[01])(?:st|nd|rd|th)?';
/** What would make a figure of a number that it follows. */
const NO_UNIT =
  '(?![,.]?\\d|\\s?(?:%|per\\s?cent|percent|percentage|bn\\b|m\\b|million|billion|thousand|times\\b|per\\s))';
const WORDS = `(?:${UNIT_WORDS}|${TEN_WORDS})`;
const AGE = `(?:\\d{1,2}|${WORDS})`;
const AGES = `${AGE}(?:\\s*(?:to|and|or|[-\u2013])\\s*${AGE})?`;
const PEOPLE = '(?:child|children|girls|boys|babies|infants|people|persons|adults|women|men|those)';
const POWER =
  '(?:100,000|10,000|1,000|100000|10000|1000|100|(?:one |a |ten |a hundred |one hundred )?(?:hundred|thousand|million))';

/**
 * The known forms, each with examples that a test holds it to. Order does not matter: whatever one of them
 * covers is harmless.
 */
export const HARMLESS_FORMS: readonly HarmlessForm[] = [
  {
    name: 'address',
    says: 'web and e-mail addresses, DOIs',
    examples: [
      'https://example.org/2024/03?x=15',
      'www.example.org/p/12',
      'mail24@example.org',
      '10.1016/j.abc.2024.107689',
    ],
    pattern:
      /\b(?:https?:\/\/|www\.)\S+|\bmailto:\S+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+|\b10\.\d{4,9}\/\S+|(?<![\w@])[\w-]+(?:\.[\w-]+)*\.(?:uk|org|com|net|eu|gov|ac|io)\/\S*/gi,
  },
  {
    name: 'identifier',
    says: 'codes that begin with a letter, numbers of grants, charities and companies, ORCIDs, ISBNs',
    examples: [
      'abstract OP37',
      'HC3 errors',
      'reference RGE180112',
      'grant 12345',
      'registered charity number 206601',
      'COVID-19',
      '0000-0002-1825-0097',
      'ISBN 978-0-306-40615-7',
    ],
    pattern:
      /(?<![\w£$€.])[A-Za-z][A-Za-z_]*\d\w*|\b[A-Z]{2,}-\d+\b|\b\d{4}-\d{4}-\d{4}-\d{3}[\dX]\b|\b(?:grant|award|reference|ref\.?|charity|company|registration)\s+(?:number\s+|no\.?\s+)?\d[\d/-]{3,}\b|\bISBN[\s:]*[\d-]{10,17}X?\b/g,
  },
  {
    name: 'telephone and postcode',
    says: 'telephone numbers, United Kingdom postcodes',
    examples: ['+44 (0)20 7946 0000', '020 7946 0000', 'London SW1A 2AA'],
    pattern:
      /\+\d[\d ()-]{7,}\d|(?<![\d£.,])0\d{2,4}[ -]\d{3,4}[ -]?\d{3,4}\b|\b[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}\b/g,
  },
  {
    name: 'date',
    says: 'days with their month, months with their year, clock times',
    examples: [
      '31 March',
      '31 March 2017',
      '1st of May 2020',
      'November 29, 2018',
      'March 2012',
      '2026-11-24',
      '9.30am',
      '14:05',
    ],
    pattern: new RegExp(
      [
        `(?<![\\d.,£])${DAY}(?:\\s?(?:to|and|[-\u2013])\\s?${DAY})?\\s+(?:of\\s+)?${MONTH}\\b(?:,?\\s+${YEAR})?`,
        `\\b${MONTH}\\s+${DAY},\\s+${YEAR}`,
        `\\b${MONTH}\\s+${YEAR}\\b`,
        `\\b${YEAR}-[01]\\d-[0-3]\\d\\b`,
        '\\b\\d{1,2}(?:[.:]\\d\\d)?\\s?[ap]\\.?m\\b',
        '\\b[012]\\d:[0-5]\\d\\b',
      ].join('|'),
      'gi',
    ),
  },
  {
    name: 'year',
    says: 'years from 1900 to 2099, spans of years, financial and academic years, decades',
    examples: [
      '2017',
      '2012 to 2017',
      '2016-17',
      '2018/19',
      '2012–2017',
      'the 1990s',
      'Hood and others (2016a)',
    ],
    pattern: new RegExp(
      `(?<![\\d£$€.,\u2212+]|\\d[-\u2013/])${YEAR}(?:s|[a-e])?(?:\\s?[-\u2013/]\\s?(?:${YEAR}|\\d\\d))?\\b${NO_UNIT}|(?<!\\w)[’'‘]\\d0s\\b`,
      'g',
    ),
  },
  {
    name: 'part of a document or law',
    says: 'numbered sections, schedules, parts, chapters, clauses, articles, regulations, appendices, phases, rounds, waves, strands, volumes, pages, key stages, school years',
    examples: [
      'section 47',
      'sections 17 and 47',
      'section 251 outturn',
      'Part 3',
      'round 1',
      'Strand 2: records',
      'p. 12',
      'pp. 12–15',
      'Key Stage 2',
      'Year 6',
    ],
    pattern: new RegExp(
      `\\b(?:[Ss]ections?|[Ss]chedules?|[Pp]art|Parts|[Cc]hapters?|[Cc]lauses?|[Pp]aragraphs?|[Pp]ara\\.?|[Aa]rticle|Articles|[Rr]egulation|Regulations|[Aa]ppendix|[Aa]nnex|[Ss]trands?|[Pp]hases?|[Rr]ound|Rounds|[Ww]aves?|[Vv]olumes?|[Vv]ol\\.|[Nn]o\\.|[Kk]ey\\s+[Ss]tages?|Years?|[Pp]ages?|pp?\\.)\\s?\\d{1,4}(?:\\.\\d+)*(?:\\([\\da-z]+\\))*(?:\\s?(?:,|and|or|to|[-\u2013])\\s?\\d{1,4}(?:\\([\\da-z]+\\))*(?!\\d))*\\b${NO_UNIT}`,
      'g',
    ),
  },
  {
    name: 'volume and pages',
    says: 'volume, issue and pages of a journal',
    examples: ['46(4), 923–941', '12, 399–413', '2022;76 Suppl 1:A18'],
    pattern:
      /\b\d{1,4}\s?\(\d{1,3}(?:[-–]\d+)?\)\s?[,:]\s?[a-z]?\d+(?:[-–]\d+)?|(?<![\d,.])\d{1,4},\s(?:pp?\.\s?)?\d{2,5}[-–]\d{2,5}\b(?!\s?%)|\b(?:19|20)\d\d;\d+(?:\s?Suppl\s?\d+)?(?::[\w-]+)?/gi,
  },
  {
    name: 'version',
    says: 'versions of software, licences and standards',
    examples: ['Open Government Licence v3.0', 'version 2', 'Node 24.21.0'],
    pattern: /\bv\.?\s?\d+(?:\.\d+)*\b|\bversions?\s\d+(?:\.\d+)*\b|(?<![\d£])\d+\.\d+\.\d+(?:\.\d+)*\b/gi,
  },
  {
    name: 'number of a heading',
    says: 'a number and a stop at the start of a heading or of a line',
    examples: ['1. Introduction', '2.3 Methods', '4) Results'],
    pattern: /^\s*\d{1,2}(?:[.)]|(?:\.\d{1,2})+\.?)\s+(?=\p{Lu})/gu,
  },
  {
    name: 'age',
    says: 'ages that say whom a term means',
    examples: [
      'children aged 0 to 17',
      'aged 16 and over',
      'children under 16',
      'children under five',
      '16 and 17 year olds',
      'under-18s',
      '0-17 children',
    ],
    pattern: new RegExp(
      [
        `\\baged\\s+(?:between\\s+|under\\s+|over\\s+|up\\s+to\\s+)?${AGES}${NO_UNIT}(?:\\s+(?:and|or)\\s+(?:over|under|older|younger))?`,
        `(?<!\\b(?:mean|average|median)\\s)\\bages?\\s+(?:of\\s+)?${AGE}\\s*(?:to|and|[-\u2013])\\s*${AGE}${NO_UNIT}`,
        `\\b(?:under|over)[-\\s]?${AGE}['’]?s\\b`,
        `\\b${PEOPLE}\\s+(?:aged\\s+)?(?:under|over)\\s+${AGE}\\b${NO_UNIT}`,
        `\\b${AGES}[-\\s]years?[-\\s]olds?\\b`,
        `\\b0\\s?(?:[-\u2013]|to)\\s?1[5-9](?=\\s+(?:child|population|year))`,
      ].join('|'),
      'gi',
    ),
  },
  {
    name: 'denominator',
    says: 'the power of ten that a rate or a share is counted by, and the base of an index',
    examples: [
      'per 10,000 children',
      'for every ten thousand children',
      'for each hundred',
      'of every £100 spent',
      'of a hundred enquiries',
      '2009-10 = 100',
    ],
    pattern: new RegExp(
      `\\b(?:per|every|each)\\s+£?${POWER}\\b(?![.,]?\\d|\\s?%)|\\bof\\s+an?\\s+(?:hundred|thousand)\\b|(?<=${YEAR}(?:[-\u2013/]\\d\\d)?)\\s?=\\s?100\\b`,
      'gi',
    ),
  },
  {
    name: 'level of an interval',
    says: 'the usual levels of intervals',
    examples: ['95% intervals', '95 per cent confidence interval', '95% bands', 'intervals at 95%'],
    pattern:
      /\b9[059](?:\.\d)?\s?(?:%|per\s?cent)(?=[\s-]+(?:(?:confidence|credible|prediction)\s+)?(?:intervals?|bands?|limits?|CIs?)\b)|(?<=\bintervals?\s+(?:are\s+|is\s+)?at\s+)9[059]%/gi,
  },
  {
    name: 'zero as a mark',
    says: 'zero as the point that an interval or a difference is judged by',
    examples: [
      'takes in zero',
      'leaves zero out',
      'near zero',
      'below zero',
      'clear of zero',
      'different from zero',
    ],
    pattern:
      /\b(?:near|nearer|takes?\s+in|includes?|including|excludes?|excluding|leaves?|leaving|leave|contains?|covers?|cross(?:es)?|above|below|around|towards?|at|clear\s+of|different\s+from|beside)\s+zero\b/gi,
  },
  {
    name: 'group by deprivation',
    says: 'the name of a quantile group',
    examples: [
      'the most deprived fifth of authorities',
      'the least deprived tenth',
      'tenths of neighbourhoods',
    ],
    pattern:
      /\b(?:most|least|more|less)\s+(?:deprived|affluent|disadvantaged)\s+(?:half|third|quarter|fifth|tenth)s?\b|\b(?:fifths|tenths)\s+of\s+(?:neighbourhoods|areas|authorities)\b|\b(?:fifth|tenth)(?=\s+by\s+deprivation)/gi,
  },
  {
    name: 'figure of speech',
    says: 'words that count nothing',
    examples: [
      'a two-sided test',
      'to two decimals',
      'the third sector',
      'a third party',
      'the first half of the year',
      'the second quarter of 2017',
      'half-term',
      'minus one to one',
    ],
    pattern: new RegExp(
      [
        '\\b(?:one|two)-(?:sided|tailed|way)\\b',
        `\\bto\\s+${WORDS}\\s+decimals?\\b`,
        '\\bthird\\s+(?:sector|part(?:y|ies)|person|world)\\b',
        '\\b(?:first|second|third|fourth|last|latter)\\s+(?:half|quarter)\\b',
        '\\bhalf[-\\s](?:term|sibling|brother|sister|way|hearted)\\w*',
        '\\bminus\\s+one\\s+to\\s+(?:plus\\s+)?one\\b',
        '(?<=[A-Za-z])[²³]',
      ].join('|'),
      'gi',
    ),
  },
];

export interface HarmlessSpan {
  readonly start: number;
  readonly end: number;
  readonly name: string;
}

/** Where harmless forms stand in a text. */
export function findHarmless(text: string): HarmlessSpan[] {
  return HARMLESS_FORMS.flatMap(({ name, pattern }) =>
    [...text.matchAll(pattern)].map(({ 0: found, index }) => ({
      start: index,
      end: index + found.length,
      name,
    })),
  );
}
