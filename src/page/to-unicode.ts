/** From the codes of a font, in lower-case hexadecimal, to characters. */
export type CharacterMap = ReadonlyMap<string, string>;

/** Reads the `ToUnicode` map of a font (ISO 32000-1, 9.10.3): its `beginbfchar` and `beginbfrange`. */
export function readToUnicode(source: string): CharacterMap {
  const map = new Map<string, string>();
  for (const [, block = ''] of source.matchAll(/beginbfchar([\s\S]*?)endbfchar/g)) {
    for (const [, code = '', text = ''] of block.matchAll(/<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>/g)) {
      map.set(code.toLowerCase(), fromUtf16(text));
    }
  }
  for (const [, block = ''] of source.matchAll(/beginbfrange([\s\S]*?)endbfrange/g)) {
    const ranges = block.matchAll(/<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>\s*(?:<([0-9A-Fa-f]+)>|\[([^\]]*)\])/g);
    for (const [, low = '', high = '', first, list] of ranges) {
      const texts = list?.match(/[0-9A-Fa-f]+/g) ?? [];
      for (let code = Number.parseInt(low, 16); code <= Number.parseInt(high, 16); code++) {
        const step = code - Number.parseInt(low, 16);
        const text = first === undefined ? (texts[step] ?? '') : next(first, step);
        map.set(code.toString(16).padStart(low.length, '0'), fromUtf16(text));
      }
    }
  }
  return map;
}

function next(hex: string, step: number): string {
  return (Number.parseInt(hex, 16) + step).toString(16).padStart(hex.length, '0');
}

function fromUtf16(hex: string): string {
  const units = hex.match(/.{1,4}/g) ?? [];
  return String.fromCharCode(...units.map((unit) => Number.parseInt(unit, 16)));
}
