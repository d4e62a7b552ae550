/** A file of `templates/`: its path from the project's root, and its text. */
export interface TemplateFile {
  readonly file: string;
  readonly text: string;
}
