/** A colour such as `#12436d` or `#fff` as red, green and blue from 0 to 255. */
export function channelsOf(hex: string): readonly [number, number, number] {
  const full = hex.length === 4 ? hex.replace(/[0-9a-f]/gi, '$&$&') : hex;
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => Number.parseInt(full.slice(at, at + 2), 16));
  return [r, g, b];
}

/** What a colour of some opacity looks like on a ground. */
export function blend(hex: string, opacity: number, ground: string): string {
  const under = channelsOf(ground);
  const mixed = channelsOf(hex).map((value, index) =>
    Math.round((under[index] ?? 0) * (1 - opacity) + value * opacity),
  );
  return `#${mixed.map((value) => value.toString(16).padStart(2, '0')).join('')}`;
}

/** Contrast of two colours, from 1 to 21, as WCAG 2.2 has it. */
export function contrast(a: string, b: string): number {
  const [light = 0, dark = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = channelsOf(hex).map((value) => {
    const channel = value / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
