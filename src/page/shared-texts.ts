/** Texts that several entries point to, each once, numbered in the order of its first use. */
export class SharedTexts {
  readonly #prefix: string;
  readonly #texts: string[] = [];

  /** @param prefix of the ids */
  constructor(prefix: string) {
    this.#prefix = prefix;
  }

  /**
   * A link to the text, which joins the list where it is new.
   * @param word that the number follows: `query`
   */
  take(text: string, word: string): { readonly id: string; readonly text: string } {
    if (!this.#texts.includes(text)) this.#texts.push(text);
    const number = this.#texts.indexOf(text) + 1;
    return { id: `${this.#prefix}-${number}`, text: `${word} ${number}` };
  }

  get list(): readonly { readonly id: string; readonly text: string }[] {
    return this.#texts.map((text, index) => ({ id: `${this.#prefix}-${index + 1}`, text }));
  }
}
