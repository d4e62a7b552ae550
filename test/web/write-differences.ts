import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { comparePictures, type Picture, TOLERANCE, writePicture } from './picture.ts';

/** A picture that is not as it was; `before` or `after` is missing where there is none. */
export interface Difference {
  readonly name: string;
  readonly before: Picture | undefined;
  readonly after: Picture | undefined;
  readonly differing: number;
}

/** What differs by more than the tolerance, what is new and what is gone, by name. */
export function findDifferences(
  before: ReadonlyMap<string, Picture>,
  after: ReadonlyMap<string, Picture>,
): readonly Difference[] {
  const names = [...new Set([...before.keys(), ...after.keys()])].sort();
  return names.flatMap((name) => {
    const [was, is] = [before.get(name), after.get(name)];
    const differing = was && is ? comparePictures(was, is).differing : Number.POSITIVE_INFINITY;
    return differing > TOLERANCE ? [{ name, before: was, after: is, differing }] : [];
  });
}

/** Writes a page that shows each difference as before, after and the pixels that differ. @returns its path */
export function writeDifferences(folder: string, differences: readonly Difference[]): string {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const sections = differences.map(({ name, before, after, differing }) => {
    const files = [
      ['before', before && writePicture(before)],
      ['after', after && writePicture(after)],
      ['difference', before && after && comparePictures(before, after).drawn],
    ] as const;
    const figures = files.map(([what, png]) => {
      if (png === undefined) return `<figure><figcaption>${what}: none</figcaption></figure>`;
      writeFileSync(`${folder}/${name}-${what}.png`, png);
      const label = `${name}, ${what}`;
      return `<figure><figcaption>${what}</figcaption><img src="${name}-${what}.png" alt="${label}"></figure>`;
    });
    const count = Number.isFinite(differing) ? `${differing} pixels differ` : after ? 'new' : 'gone';
    return `<section><h2>${name}: ${count}</h2><div>${figures.join('')}</div></section>`;
  });
  const style =
    'body{font:16px/1.5 sans-serif;margin:2rem}div{display:flex;gap:1rem;align-items:start}figure{margin:0;flex:1}img{width:100%;border:1px solid #bbb}';
  const page = `<!doctype html><html lang="en-GB"><meta charset="utf-8"><title>Pictures that differ</title><style>${style}</style><h1>Pictures that differ</h1>${sections.join('\n')}</html>\n`;
  writeFileSync(`${folder}/index.html`, page);
  return `${folder}/index.html`;
}
