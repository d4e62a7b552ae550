/** What each check of a finished print looks for, by the name under which a fault is told. */
export const STRUCTURE_CHECKS = {
  document: 'the document says its language and title, that it is tagged, and that its title is to be shown',
  bookmarks: 'it has bookmarks',
  'tab-order': 'the order of the tab key is that of the tags, on each page with links',
  'untagged-content': 'whatever is drawn is in a tag or is marked as an artifact',
  'nested-marks': 'nothing tagged is in an artifact, and no artifact in a tag',
  'lost-marks': 'each mark belongs to one element, which the index of marks names',
  roles: 'each type of element is one of PDF 1.7, or is mapped to one',
  headings: 'headings begin at level 1 and skip no level',
  figures: 'each figure has a text that stands for it',
  lists: 'lists hold entries, and entries labels and bodies',
  tables:
    'tables hold rows of cells, each row as wide as the others, and each heading cell says what it heads',
  links: 'each link is in a tag with its words, and says where it leads',
  languages: 'a language is a tag such as en-GB',
  fonts: 'each font is within the file and says which characters its glyphs stand for',
  'reading-order': 'the tags give the words of the web page in its order',
  attachments: 'each attached file has a name, a description and a relationship',
} as const;

export type StructureCheck = keyof typeof STRUCTURE_CHECKS;

/** What keeps a print from being accessible. */
export interface StructureFault {
  readonly check: StructureCheck;
  /** What is, and where. */
  readonly detail: string;
}
