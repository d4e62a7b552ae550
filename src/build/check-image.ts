import { Buffer } from 'node:buffer';
import { SaxesParser } from 'saxes';

/** First bytes of each format, at their offset. */
const SIGNATURES: Readonly<Record<string, readonly (readonly [number, string])[]>> = {
  'image/gif': [[0, 'GIF8']],
  'image/jpeg': [[0, '\xff\xd8\xff']],
  'image/png': [[0, '\x89PNG\r\n\x1a\n']],
  'image/webp': [
    [0, 'RIFF'],
    [8, 'WEBP'],
  ],
};

/**
 * Says what is wrong with a picture whose name promises a format, or `undefined`. A browser shows a file that is
 * not a picture as nothing, and says nothing.
 */
export function checkImage(type: string, bytes: Uint8Array): string | undefined {
  if (bytes.byteLength === 0) return 'the file is empty';
  const text = Buffer.from(bytes).toString('latin1');
  if (type === 'image/svg+xml') return checkSvg(Buffer.from(bytes).toString('utf8'));
  const isSo = SIGNATURES[type]?.every(([offset, start]) => text.startsWith(start, offset)) ?? false;
  return isSo ? undefined : `the file does not begin as ${type.slice('image/'.length).toUpperCase()} does`;
}

function checkSvg(text: string): string | undefined {
  let problem: string | undefined;
  let root: string | undefined;
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    problem ??= `the file is not well-formed XML: ${error.message}`;
  });
  parser.on('opentag', ({ name }) => {
    root ??= name;
  });
  parser.write(text).close();
  return problem ?? (root === 'svg' || root?.endsWith(':svg') ? undefined : 'the file holds no <svg>');
}
