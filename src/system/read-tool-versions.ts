import { readFile } from 'node:fs/promises';
import process from 'node:process';

/** A program or package that shapes the output. */
export interface Tool {
  readonly name: string;
  readonly version: string;
}

/** Plumbline itself, Node, and every package that `package.json` pins for building, with exact versions. */
export async function readToolVersions(): Promise<readonly Tool[]> {
  const text = await readFile(new URL('../../package.json', import.meta.url), 'utf8');
  const { name, version, dependencies } = JSON.parse(text) as {
    name: string;
    version: string;
    dependencies: Readonly<Record<string, string>>;
  };
  const packages = Object.entries(dependencies).map(([tool, pinned]) => ({ name: tool, version: pinned }));
  return [{ name, version }, { name: 'node', version: process.versions.node }, ...packages];
}
