import type { DrawnChart } from '../model/chart.ts';
import type { Claim } from '../model/claim.ts';
import type { Finding } from '../model/finding.ts';
import type { QualProject } from '../model/qual.ts';
import type { ResultTable } from '../model/table.ts';
import type { Citer } from './citations/citer.ts';
import type { Reference } from './parse-references.ts';

/** What a report may name, each by its id or name where nothing else is said. */
export interface MarkupContext {
  readonly findings: ReadonlyMap<string, Finding>;
  readonly claims: ReadonlyMap<string, Claim>;
  readonly tables: ReadonlyMap<string, ResultTable>;
  /** The qualitative projects that the report's analyses read, by resource name: for quotations. */
  readonly projects: ReadonlyMap<string, QualProject>;
  /** By the path that the report names: `charts/regional-trend.vl.json`. */
  readonly charts: ReadonlyMap<string, DrawnChart>;
  /** Pictures as `data:` addresses, by their path from the report's folder: `images/map.png`. */
  readonly images: ReadonlyMap<string, string>;
  /** The entries of `references.json`, by key. */
  readonly references: ReadonlyMap<string, Reference>;
  /** Words citations, where there are references. */
  readonly citer?: Citer | undefined;
  /** Findings that changed since the report was approved, by id: a claim that fails says what they were, and why. */
  readonly approved?: ReadonlyMap<string, { readonly text: string; readonly why: string }>;
}
