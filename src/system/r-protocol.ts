/** A value on its way into or out of R, as webR writes it: a vector, or a list with or without names. */
export type RNode =
  | { readonly type: 'null' }
  | {
      readonly type: 'logical' | 'integer' | 'double' | 'character';
      readonly names: readonly string[] | null;
      readonly values: readonly (boolean | number | string | null)[];
    }
  | { readonly type: 'list'; readonly names: readonly string[] | null; readonly values: readonly RNode[] };

/** An R file of the researcher's: its path from the project's root, and its text. */
export interface RFile {
  readonly file: string;
  readonly text: string;
}

/** What this process asks of the one in which R runs. */
export type RRequest =
  | {
      readonly id: number;
      readonly type: 'open';
      readonly session: string;
      readonly files: readonly RFile[];
      readonly seed: number;
    }
  | {
      readonly id: number;
      readonly type: 'call';
      readonly session: string;
      readonly fn: string;
      readonly args: RNode;
    };

/** What it answers. A `fault` is ours or webR's, never the R code's. */
export type RReply =
  | { readonly type: 'ready'; readonly version: string }
  | { readonly type: 'answer'; readonly id: number; readonly node: RNode }
  | { readonly type: 'fault'; readonly id: number; readonly message: string };
