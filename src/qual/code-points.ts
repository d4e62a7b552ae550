/**
 * Positions in REFI-QDA count Unicode code points from 0: an emoji is one although JavaScript holds it as two
 * units, a letter with a combining accent is two, and a Windows line end is two.
 */
export function countCodePoints(text: string): number {
  let count = 0;
  for (let unit = 0; unit < text.length; unit = nextUnit(text, unit)) count++;
  return count;
}

/** The code points from `start` up to but not including `end`. */
export function sliceCodePoints(text: string, start: number, end: number): string {
  let unit = 0;
  let count = 0;
  while (count < start && unit < text.length) {
    unit = nextUnit(text, unit);
    count++;
  }
  const first = unit;
  while (count < end && unit < text.length) {
    unit = nextUnit(text, unit);
    count++;
  }
  return text.slice(first, unit);
}

function nextUnit(text: string, unit: number): number {
  return unit + ((text.codePointAt(unit) ?? 0) > 0xffff ? 2 : 1);
}
