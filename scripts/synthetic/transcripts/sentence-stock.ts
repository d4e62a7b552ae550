import { at, pick, type Random, shuffle } from '../draws.ts';

/** Gives sentences in random order, each once before any comes again, with alternatives chosen. */
export type SentenceStock = () => string;

export function sentenceStock(random: Random, sentences: readonly string[]): SentenceStock {
  let left: string[] = [];
  return () => {
    if (left.length === 0) left = shuffle(random, sentences);
    return chooseAlternatives(random, left.pop() ?? '');
  };
}

/** `[two|three]` becomes one of the two; a choice that stands again in the sentence is made once. */
function chooseAlternatives(random: Random, sentence: string): string {
  const chosen = new Map<string, string>();
  return sentence.replace(/\[([^\]]+)\]/g, (_, list: string) => {
    const choice = chosen.get(list) ?? pick(random, list.split('|'));
    chosen.set(list, choice);
    return choice;
  });
}

/** Stocks by code. @throws where a code has no sentences */
export function codeStocks(
  random: Random,
  codes: readonly string[],
  sentences: Readonly<Record<string, readonly string[]>>,
): ReadonlyMap<string, SentenceStock> {
  return new Map(
    codes.map((code) => [
      code,
      sentenceStock(
        random,
        at(
          [sentences[code] ?? []].filter((list) => list.length > 0),
          0,
        ),
      ),
    ]),
  );
}
