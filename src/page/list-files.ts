import type { Resource } from '../model/resource.ts';
import { webAddress } from './web-address.ts';

/** A data file as the annex of origins lists it. */
export interface OriginFile {
  readonly id: string;
  readonly number: number;
  /** Name of the resource. */
  readonly name: string;
  readonly title: string;
  /** From the project's root. */
  readonly path: string;
  readonly hash: string;
  readonly synthetic: boolean;
  readonly licences: readonly { readonly title: string; readonly link: string }[];
  readonly sources: readonly { readonly title: string; readonly link: string }[];
}

/** The files behind a report, numbered in the order of the resources. */
export function listFiles(resources: readonly Resource[]): readonly OriginFile[] {
  return resources.map(({ name, title, path, hash, synthetic, licenses, sources }, index) => ({
    id: `page-file-${index + 1}`,
    number: index + 1,
    name,
    title,
    path: `data/${path}`,
    hash,
    synthetic,
    licences: licenses.map((licence) => ({ title: licence.title, link: webAddress(licence.path) })),
    sources: sources.map((source) => ({
      title: [source.publisher, source.title].filter((part) => part !== undefined).join(': '),
      link: webAddress(source.path),
    })),
  }));
}
