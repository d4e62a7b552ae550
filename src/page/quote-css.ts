/** A CSS string; escaped too is what could end the style element around it. */
export function quoteCss(text: string): string {
  const escaped = text.replace(/["\\<\n\r\f]/g, (character) => `\\${character.charCodeAt(0).toString(16)} `);
  return `"${escaped}"`;
}
