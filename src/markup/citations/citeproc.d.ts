/** The parts of citeproc-js that are used here; it brings no types. */
declare module 'citeproc' {
  export interface CiteItem {
    id: string;
    locator?: string;
    label?: string;
    prefix?: string;
    suffix?: string;
    'suppress-author'?: boolean;
  }

  export interface Citation {
    citationID: string;
    citationItems: CiteItem[];
    properties: { noteIndex: number };
  }

  export interface Sys {
    retrieveLocale(language: string): string;
    retrieveItem(id: string): unknown;
  }

  export class Engine {
    constructor(sys: Sys, style: string, language: string, forceLanguage: boolean);
    opt: { development_extensions: Record<string, boolean> };
    rebuildProcessorState(
      citations: Citation[],
      format: 'html',
      uncited: string[],
    ): [id: string, noteIndex: number, text: string][];
    /** One citation as it would read after others, which it leaves as they were. */
    previewCitationCluster(
      citation: Citation,
      before: [id: string, noteIndex: number][],
      after: [id: string, noteIndex: number][],
      format: 'html',
    ): string;
    updateUncitedItems(ids: string[]): void;
    makeBibliography(): false | [{ entry_ids: string[][] }, string[]];
  }

  const citeproc: { Engine: typeof Engine };
  export default citeproc;
}
