import type { Licence, Resource } from '../model/resource.ts';
import { webAddress } from './web-address.ts';

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

const MADE_UP: Licence = { name: 'made-up', title: 'Made-up records', path: '' };

/**
 * Every source of the resources once, grouped by licence; groups and sources in order of first appearance.
 * What was made up stands by itself where no licence is given for it, and is no public sector information.
 */
export function listSources(resources: readonly Resource[]): readonly SourceGroup[] {
  const groups = new Map<
    string,
    { licence: Licence; official: boolean; sources: Map<string, ListedSource> }
  >();
  for (const resource of resources) {
    const licences = resource.licenses.length === 0 && resource.synthetic ? [MADE_UP] : resource.licenses;
    for (const licence of licences) {
      const group = groups.get(licence.title) ?? { licence, official: false, sources: new Map() };
      groups.set(licence.title, group);
      group.official ||= !resource.synthetic;
      for (const source of resource.sources) {
        const { title, publisher = '', year = '', path } = source;
        const key = JSON.stringify([title, publisher, year]);
        if (!group.sources.has(key))
          group.sources.set(key, { title, publisher, year, link: webAddress(path) });
      }
    }
  }
  return [...groups.values()].map(({ licence, official, sources }) => ({
    licence: licence.title,
    licenceLink: webAddress(licence.path),
    attribution:
      official && /open government licence|\bogl\b/i.test(`${licence.title} ${licence.name}`)
        ? OGL_ATTRIBUTION
        : '',
    sources: [...sources.values()],
  }));
}
