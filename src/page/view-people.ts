import type { Author } from '../model/report.ts';

/** An author with the marks of the affiliations listed below the names. */
export interface ViewAuthor {
  readonly name: string;
  readonly affiliation: string;
  readonly orcid: string;
  /** `1, 2`; `''` where no affiliation is known. */
  readonly marks: string;
}

export interface ViewAffiliation {
  readonly mark: string;
  readonly text: string;
}

/**
 * Authors with numbered affiliations, in the order in which the authors name them. An author names one by the
 * words with which its full address begins, several with semicolons between them; addresses that no author
 * names come last.
 *
 * @param addresses full addresses; what is not among them stands as the author has it
 */
export function viewAuthors(
  authors: readonly Author[],
  addresses: readonly string[],
): { readonly authors: readonly ViewAuthor[]; readonly affiliations: readonly ViewAffiliation[] } {
  const listed: string[] = [];
  const markOf = (name: string): number => {
    const address = addresses.find((one) => one.startsWith(name)) ?? name;
    if (!listed.includes(address)) listed.push(address);
    return listed.indexOf(address) + 1;
  };
  const viewed = authors.map(({ name, affiliation = '', orcid = '' }) => {
    const names = affiliation.split(';').map((one) => one.trim());
    const marks = names.filter((one) => one !== '').map(markOf);
    return { name, affiliation, orcid, marks: marks.join(', ') };
  });
  listed.push(...addresses.filter((address) => !listed.includes(address)));
  return { authors: viewed, affiliations: listed.map((text, index) => ({ mark: String(index + 1), text })) };
}
