import type { FontFace } from '../model/font.ts';
import type { Tool } from '../model/manifest.ts';
import type {
  Browser,
  Clock,
  Files,
  LinearSolver,
  Pool,
  R,
  Scripts,
  Sql,
  TextMeasure,
  WriteEdition,
} from '../model/ports.ts';
import type { Table } from '../model/table.ts';
import type { Theme } from '../model/theme.ts';

/** Everything that a build asks of the world. The command line joins it to `system/`; tests replace parts. */
export interface BuildPorts {
  readonly files: Files;
  readonly clock: Clock;
  readonly scripts: Scripts;
  /** A fresh database that holds these tables and can reach nothing else. */
  createSql(tables: readonly Table[]): Promise<Sql & { close(): void }>;
  /**
   * A fresh R process with the functions of these files; its random numbers start from the analysis's id.
   * Whoever asks for it closes it.
   */
  createR(
    files: readonly { readonly file: string; readonly text: string }[],
    analysis: string,
  ): Promise<R & { close(): void }>;
  /** Starts R for the next that asks for it, who then need not wait most of a second. */
  warmUpR(): void;
  /** Worker threads, shared by all analyses; they start when first used. */
  readonly pool: Pool;
  /** Solves the linear programmes of the disclosure gate; loaded when first asked for. */
  solver(): Promise<LinearSolver>;
  /** Starts the browser, or gives the one that runs. Rejects with `BrowserMissingError` where there is none. */
  browser(): Promise<Browser>;
  /** The fonts of a theme, or those that Plumbline brings along, and how wide text is in them. */
  fonts(
    theme?: Theme['fonts'],
  ): Promise<{ readonly faces: readonly FontFace[]; readonly measure: TextMeasure }>;
  /** Puts back an edition whose swap was torn by a crash, before anything is built. */
  mendEditions(): Promise<void>;
  readonly writeEdition: WriteEdition;
  /** Programs and packages that shape the output, with their exact versions. */
  tools(): Promise<readonly Tool[]>;
  /** `SOURCE_DATE_EPOCH` as an ISO date, where it is set. */
  readonly sourceDate: string | undefined;
  readonly progress: Progress;
}

/** Hears what the build is doing, so that no one sits before a silent screen. */
export interface Progress {
  phase(report: string, phase: PhaseName): void;
}

/** The phases of a report's build, in their order. */
export const PHASES = [
  'load',
  'check',
  'compute',
  'check results',
  'draw',
  'compose',
  'print',
  'write',
] as const;

export type PhaseName = (typeof PHASES)[number];
