/**
 * Stands in a page's style sheet until its print has told on which page each section begins: a counter of pages
 * that counts in nothing.
 */
export const SECTION_SLOT = '@counter-style running-section{system:cyclic;symbols:""}';
