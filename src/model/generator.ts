import type { QualProject } from './qual.ts';
import type { Resource } from './resource.ts';
import type { Row } from './table.ts';

/**
 * Makes records up: a seed and nothing else decides them. What it gives is written to `data/synthetic/` and
 * marked as synthetic in the data package, and so is every figure that rests on it.
 */
export interface Generator {
  /** The script's file name without its ending. */
  readonly id: string;
  readonly title: string;
  /** Text from which every random number of the committed records comes. */
  readonly seed: string;
  readonly produces: readonly SyntheticDeclaration[];
  readonly run: (seed: string) => Promise<GeneratorResult>;
}

/** What the data package will say of a made-up resource; path, size, hashes and that it is synthetic follow. */
export type SyntheticDeclaration = Pick<
  Resource,
  'name' | 'title' | 'description' | 'schema' | 'licenses' | 'confidential'
> & {
  readonly format: 'parquet' | 'qdpx';
};

/** Rows of a table, or a qualitative project, by resource name. */
export type GeneratorResult = Readonly<Record<string, readonly Row[] | QualProject>>;
