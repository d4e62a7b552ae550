import assert from 'node:assert/strict';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { approveReport } from '../../src/approve-report.ts';
import { buildReports } from '../../src/build.ts';
import { describeBuild } from '../../src/cli/print-build.ts';
import { addToDataPackage } from '../../src/data/add-to-data-package.ts';
import { describeData } from '../../src/describe-data.ts';
import type { OpenWorld } from '../../src/open-world.ts';
import { openFiles } from '../../src/system/open-files.ts';
import { writeProjectFile } from '../../src/system/write-project-file.ts';
import { trace } from '../../src/trace.ts';
import type { GuideBlock } from './guide-blocks.ts';

const ROOT = join(import.meta.dirname, '..', '..');

/**
 * A project as a reader of the guide has it: this one's templates and data package, no report, and whatever
 * the blocks of the guide make of it.
 */
export class GuideProject {
  readonly #folder = mkdtempSync(join(tmpdir(), 'plumbline-guide-'));
  #builds = 0;
  #root = join(this.#folder, '0');
  readonly #world: OpenWorld;
  /** Files as they were before a change that is to be undone, by path. */
  readonly #before = new Map<string, string>();

  constructor(world: OpenWorld) {
    cpSync(join(ROOT, 'templates'), join(this.#root, 'templates'), { recursive: true });
    this.write('data/datapackage.json', readFileSync(join(ROOT, 'data/datapackage.json'), 'utf8'));
    this.#world = world;
  }

  remove(): void {
    rmSync(this.#folder, { recursive: true, force: true });
  }

  /** Does what a reader does with a block; gives what the commands of a console block print, each beneath its own. */
  async follow(block: GuideBlock): Promise<string | undefined> {
    const [path, verb, name] = block.words;
    if (block.language === 'console') return this.#enter(block.text);
    if (path === undefined) return undefined;
    if (block.language === 'diff') this.#change(path, block, verb === 'undone');
    else if (verb === 'set') this.#set(path, name ?? '', block.text);
    else if (verb === 'holds') this.#checkHolds(path, name, block.text);
    else this.write(path, block.text);
    return undefined;
  }

  read(path: string): string {
    return readFileSync(join(this.#root, path), 'utf8');
  }

  write(path: string, text: string): void {
    mkdirSync(dirname(join(this.#root, path)), { recursive: true });
    writeFileSync(join(this.#root, path), text);
  }

  async #enter(text: string): Promise<string> {
    let printed = '';
    const commands = text.split('\n').filter((line) => line.startsWith('$ '));
    for (const command of commands) printed += `${command}\n${await this.#run(command.slice(2))}`;
    for (const [path, before] of this.#before) this.write(path, before);
    this.#before.clear();
    return printed;
  }

  async #run(command: string): Promise<string> {
    const [npm, run, name, ...words] = command.match(/"[^"]*"|\S+/g) ?? [];
    assert.deepEqual([npm, run], ['npm', 'run'], `the guide test cannot run "${command}"`);
    const given = words.filter((word) => word !== '--').map((word) => word.replace(/^"|"$/g, ''));
    if (name === 'build-report') return this.#build(given);
    if (name === 'trace') return this.#trace(given);
    if (name === 'approve-report') return this.#approve(given);
    assert.equal(name, 'describe-data', `the guide test cannot run "${command}"`);
    const at = given.indexOf('--sheet');
    const sheet = at < 0 ? undefined : given[at + 1];
    const lines: string[] = [];
    await describeData(
      { files: at < 0 ? given : given.slice(0, at), ...(sheet === undefined ? {} : { sheet }) },
      {
        files: openFiles(this.#root),
        write: (path, bytes) => writeProjectFile(this.#root, path, bytes),
        print: (line) => lines.push(line),
      },
    );
    return lines.map((line) => `${line}\n`).join('');
  }

  async #trace(words: readonly string[]): Promise<string> {
    const lines: string[] = [];
    const ports = this.#world.at(this.#root).buildPorts({
      noSandbox: false,
      progress: { phase: () => undefined },
    });
    const [report = '', ...target] = words.filter((word) => !word.startsWith('--'));
    const options = {
      report,
      target,
      recompute: words.includes('--recompute'),
      json: words.includes('--json'),
    };
    await trace(options, { ...ports, print: (line) => lines.push(line) });
    return lines.map((line) => `${line}\n`).join('');
  }

  async #approve([report = '', , by = '', , date = '']: readonly string[]): Promise<string> {
    const lines: string[] = [];
    const world = this.#world.at(this.#root);
    const ports = world.buildPorts({ noSandbox: false, progress: { phase: () => undefined } });
    await approveReport(
      { report, approval: { name: by, date }, privateKey: undefined },
      { ...ports, ...world.approvePorts(), print: (line) => lines.push(line) },
    );
    return lines.map((line) => `${line}\n`).join('');
  }

  async #build(reports: readonly string[]): Promise<string> {
    // In a copy: a process loads a script once, and a reader's every command is a new process.
    const copy = join(this.#folder, String(++this.#builds));
    cpSync(this.#root, copy, { recursive: true });
    this.#root = copy;
    const ports = this.#world.at(copy).buildPorts({
      noSandbox: false,
      progress: { phase: () => undefined },
    });
    const result = await buildReports(reports, ports);
    return describeBuild(result);
  }

  #change(path: string, { text, page, line }: GuideBlock, undone: boolean): void {
    const before = this.read(path);
    if (undone) this.#before.set(path, before);
    const lines = text.split('\n');
    const side = (sign: string) => lines.filter((one) => one.startsWith(sign)).map((one) => one.slice(1));
    let after = before;
    const [removed, added] = [side('-'), side('+')];
    const isParallel = removed.length === added.length;
    for (const [i, old] of removed.entries()) {
      assert.ok(after.split('\n').includes(old), `${page}:${line}: ${path} has no line "${old}"`);
      const fresh = isParallel ? [added[i] ?? ''] : i === 0 ? added : [];
      after = after
        .split('\n')
        .flatMap((one) => (one === old ? fresh : [one]))
        .join('\n');
    }
    this.write(path, after);
  }

  #set(path: string, resource: string, text: string): void {
    this.write(path, addToDataPackage(this.read(path), [{ name: resource, ...JSON.parse(text) }]));
  }

  #checkHolds(path: string, resource: string | undefined, text: string): void {
    const whole = this.read(path);
    if (path.endsWith('.json')) {
      const json: unknown = JSON.parse(whole);
      assert.partialDeepStrictEqual(
        resource === undefined ? json : entryOf(json, resource),
        JSON.parse(text),
      );
    } else assert.equal(excerpt(plain(whole), plain(text)), plain(text), path);
  }
}

/** The entry of a resource in a data package. */
function entryOf(dataPackage: unknown, resource: string): unknown {
  const { resources } = dataPackage as { resources: readonly { readonly name: string }[] };
  return resources.find(({ name }) => name === resource);
}

/** What stands where the expected words should: them, or what begins as they do. */
function excerpt(whole: string, expected: string): string {
  if (whole.includes(expected)) return expected;
  const start = whole.indexOf(expected.split(' ', 4).join(' '));
  return start < 0 ? 'nothing that begins so' : whole.slice(start, start + expected.length + 20);
}

/** The words of a page or text, every space alike. */
function plain(text: string): string {
  return text
    .replace(/<(?:td|th)\b[^>]*>/g, ' ') // their end tags may be left out
    .replace(/<(style|script|svg)[\s\S]*?<\/\1>|<[^>]*>/g, '')
    .replace(/&nbsp;|\s+/g, ' ')
    .trim();
}
