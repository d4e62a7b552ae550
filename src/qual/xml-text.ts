/** What XML 1.0 cannot hold at all: most control characters, half of a surrogate pair, two non-characters. */
const IMPOSSIBLE =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: such characters are what is looked for.
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/;

/**
 * Text as it stands between tags. A carriage return is written as a reference, because an XML parser
 * turns line ends into line feeds.
 * @throws where XML has no way to write a character
 */
export function escapeText(text: string): string {
  const found = IMPOSSIBLE.exec(text);
  if (found !== null) {
    const code = found[0].charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');
    throw new Error(`XML cannot hold the character U+${code} at ${found.index} of "${text.slice(0, 40)}"`);
  }
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('\r', '&#13;');
}

/** Text as it stands in an attribute in double quotes. */
export function escapeAttribute(text: string): string {
  return escapeText(text).replaceAll('"', '&quot;').replaceAll('\n', '&#10;').replaceAll('\t', '&#9;');
}

type Attributes = Readonly<Record<string, string | null>>;

/** An element as lines of XML; attributes that are `null` are left out. */
export function element(
  name: string,
  attributes: Attributes,
  children: readonly (readonly string[])[] = [],
): readonly string[] {
  const head = Object.entries(attributes)
    .filter((entry): entry is [string, string] => entry[1] !== null)
    .map(([key, value]) => ` ${key}="${escapeAttribute(value)}"`)
    .join('');
  const lines = children.flat();
  if (lines.length === 0) return [`<${name}${head}/>`];
  return [`<${name}${head}>`, ...lines, `</${name}>`];
}

/** An element that holds text and nothing else; none where the text is empty. */
export function textElement(name: string, text: string): readonly string[] {
  return text === '' ? [] : [`<${name}>${escapeText(text)}</${name}>`];
}

/** An element around others; none where there are none. */
export function listElement(name: string, children: readonly (readonly string[])[]): readonly string[] {
  return children.length === 0 ? [] : element(name, {}, children);
}
