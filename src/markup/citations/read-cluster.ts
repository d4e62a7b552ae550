/** One work of a citation, in the terms of CSL. */
export interface CitedWork {
  readonly key: string;
  readonly prefix: string;
  readonly suffix: string;
  /** A page or another part of the work: `12`, with `label` `page`. */
  readonly locator: string;
  readonly label: string;
  readonly suppressAuthor: boolean;
}

/** What may be a citation: `[see @hood2016, p. 12; -@zou2007]`. An at sign within a word is that of an address. */
export const CLUSTER = /\[(?:[^[\]@]*[\s;])?-?@[^[\]]+\]/g;

/** The key of a work, from its at sign on; a stop or colon at its end belongs to the sentence. */
export const KEY = /(?<![\p{L}\p{N}.])@(?<key>[\p{L}\p{N}_](?:[\p{L}\p{N}_:.#$%&+?~/-]*[\p{L}\p{N}_])?)/u;

const LABELS: readonly (readonly [RegExp, string])[] = [
  [/^(?:pp?\.?|pages?)\s+/i, 'page'],
  [/^(?:chap(?:ter)?s?\.?|ch\.)\s+/i, 'chapter'],
  [/^(?:sections?|sec\.|§+)\s*/i, 'section'],
  [/^(?:paragraphs?|paras?\.?)\s+/i, 'paragraph'],
  [/^(?:fig(?:ure)?s?\.?)\s+/i, 'figure'],
  [/^(?:tables?|tbl\.)\s+/i, 'table'],
  [/^(?:vol(?:ume)?s?\.?)\s+/i, 'volume'],
];

/** The number of a part, alone or a span, or several of them: `12`, `12–15`, `3.2`, `iv, vi`. */
const LOCATOR = /^[\divxlc]+(?:[.:][\da-z]+)*(?:\s*[-–,]\s*[\divxlc]+(?:[.:][\da-z]+)*)*/i;

/**
 * The works of a citation as it stands between its brackets, or `undefined` where these are ordinary brackets.
 * @param text `see @hood2016, p. 12; -@zou2007`
 */
export function readCluster(text: string): readonly CitedWork[] | undefined {
  const works = text.split(';').map(readWork);
  return works.every((work) => work !== undefined) ? works : undefined;
}

function readWork(text: string): CitedWork | undefined {
  const match = KEY.exec(text);
  if (match === null) return undefined;
  const key = match.groups?.key ?? '';
  const before = text.slice(0, match.index);
  const suppressAuthor = before.endsWith('-');
  const prefix = (suppressAuthor ? before.slice(0, -1) : before).trim();
  const after = text
    .slice(match.index + 1 + key.length)
    .replace(/^\s*,\s*/, '')
    .trim();
  return { key, prefix, suppressAuthor, ...readLocator(after) };
}

function readLocator(text: string): Pick<CitedWork, 'locator' | 'label' | 'suffix'> {
  for (const [pattern, label] of LABELS) {
    const rest = text.replace(pattern, '');
    const locator = rest === text ? '' : (LOCATOR.exec(rest)?.[0] ?? '');
    if (locator === '') continue;
    return { label, locator: locator.replace(/\s*-\s*/g, '–'), suffix: rest.slice(locator.length).trim() };
  }
  return { label: '', locator: '', suffix: text };
}
