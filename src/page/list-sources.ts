import type { Licence, Resource } from '../model/resource.ts';

/** Sources under one licence, as the foot of a page lists them. */
export interface SourceGroup {
  readonly licence: string;
  readonly licenceLink: string;
  /** The sentence that the licence asks for, or `''`. */
  readonly attribution: string;
  readonly sources: readonly ListedSource[];
}

export interface ListedSource {
  readonly title: string;
  readonly publisher: string;
  readonly year: string;
  /** `''` where the source has no address on the web. */
  readonly link: string;
}

const OGL_ATTRIBUTION = 'Contains public sector information licensed under the Open Government Licence v3.0.';

/** Every source of the resources once, grouped by licence; groups and sources in order of first appearance. */
export function listSources(resources: readonly Resource[]): readonly SourceGroup[] {
  const licences = new Map<string, Licence>();
  const sources = new Map<string, Map<string, ListedSource>>();
  for (const resource of resources) {
    for (const licence of resource.licenses) {
      licences.set(licence.title, licences.get(licence.title) ?? licence);
      const listed = sources.get(licence.title) ?? new Map<string, ListedSource>();
      sources.set(licence.title, listed);
      for (const source of resource.sources) {
        const { title, publisher = '', year = '', path } = source;
        const key = JSON.stringify([title, publisher, year]);
        if (!listed.has(key)) listed.set(key, { title, publisher, year, link: webAddress(path) });
      }
    }
  }
  return [...licences.values()].map((licence) => ({
    licence: licence.title,
    licenceLink: webAddress(licence.path),
    attribution: /open government licence|\bogl\b/i.test(`${licence.title} ${licence.name}`)
      ? OGL_ATTRIBUTION
      : '',
    sources: [...(sources.get(licence.title)?.values() ?? [])],
  }));
}

/** A relative link in a printed page would carry the path of the machine that printed it. */
function webAddress(path: string | undefined): string {
  return path !== undefined && /^https?:\/\//.test(path) ? path : '';
}
