import assert from 'node:assert/strict';
import { Buffer } from 'node:buffer';
import { generateKeyPairSync } from 'node:crypto';
import { cpSync, globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, before, test } from 'node:test';
import { deflateSync } from 'node:zlib';
import { decodePDFRawStream, PDFArray, PDFDict, PDFDocument, PDFName, PDFRawStream } from '@cantoo/pdf-lib';
import type { BuildPorts } from '../src/build/build-ports.ts';
import { buildReports } from '../src/build.ts';
import { type OpenWorld, openWorld } from '../src/open-world.ts';
import { fillSeal, readSeal } from '../src/page/seal-pdf.ts';
import { writePdf } from '../src/page/write-pdf.ts';
import { signReport } from '../src/sign-report.ts';
import { type VerifyPorts, verifyReport } from '../src/verify-report.ts';
import { makeProject } from './cases/project.ts';

let world: OpenWorld;
/** A project with a signed edition, which tests copy. */
let origin: Awaited<ReturnType<typeof makeProject>>;
let keys: { readonly ours: string; readonly theirs: string };
const folders: string[] = [];

function buildPorts(root: string): BuildPorts {
  return world.at(root).buildPorts({ noSandbox: false, progress: { phase() {} } });
}

before(async () => {
  world = openWorld(import.meta.dirname);
  world.keepRWarm();
  origin = await makeProject();
  folders.push(origin.root);
  const [ours, theirs] = [makeKey('ours'), makeKey('theirs')];
  keys = { ours: ours.open, theirs: theirs.open };
  const { write } = world.at(origin.root).approvePorts();
  const said: string[] = [];
  const code = await signReport(
    { report: 'rates', folder: 'reports/rates', privateKey: ours.secret },
    { ...buildPorts(origin.root), write, print: (text) => said.push(text) },
  );
  assert.equal(code, 0, said.join('\n'));
});

after(async () => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
  await world.close();
});

/** A key in a file: the private one as text, the path of the public one. */
function makeKey(name: string): { readonly secret: string; readonly open: string } {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  const open = join(origin.root, `${name}.pem`);
  writeFileSync(open, publicKey.export({ type: 'spki', format: 'pem' }));
  return { secret: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(), open };
}

/** A copy of the project with some files changed; `null` takes one away. */
function copy(changes: Readonly<Record<string, ((bytes: Buffer) => Uint8Array) | null>> = {}): string {
  const root = mkdtempSync(join(tmpdir(), 'plumbline-verify-'));
  folders.push(root);
  cpSync(origin.root, root, { recursive: true });
  for (const [path, change] of Object.entries(changes)) {
    if (change === null) rmSync(join(root, path));
    else writeFileSync(join(root, path), change(readFileSync(join(root, path))));
  }
  return root;
}

/** The engines of these tests, in a new folder. A process of its own is used where a package is verified. */
const rebuildHere: VerifyPorts['rebuild'] = async (report, files, date) => {
  const root = mkdtempSync(join(tmpdir(), 'plumbline-again-'));
  folders.push(root);
  for (const [path, bytes] of files) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), bytes);
  }
  const edition = new Map<string, Uint8Array>();
  const { reports, messages } = await buildReports([report], {
    ...buildPorts(root),
    sourceDate: date,
    writeEdition: async (_, built) => {
      for (const [path, bytes] of built) edition.set(path, bytes);
    },
  });
  const all = [...messages, ...reports.flatMap((built) => built.messages)];
  return { edition, said: all.map(({ place, reason }) => `${place.file}: ${reason}`).join('\n') };
};

/** The edition as it was built: for tests of everything but the rebuild. */
const rebuildNothing: VerifyPorts['rebuild'] = async () => {
  const paths = globSync('**/*.*', { cwd: join(origin.root, 'output/rates') });
  const read = (path: string) => readFileSync(join(origin.root, 'output/rates', path));
  return { edition: new Map(paths.map((path) => [path, read(path)])), said: '' };
};

async function verify(
  root: string,
  target = 'rates',
  key?: string,
  rebuild: VerifyPorts['rebuild'] = rebuildHere,
): Promise<{ readonly code: number; readonly text: string; result(name: string): string }> {
  const lines: string[] = [];
  const ports = {
    ...world.at(root).verifyPorts(),
    rebuild,
    print: (line: string) => lines.push(line),
  };
  const code = await verifyReport({ target, key }, ports);
  const text = lines.join('\n');
  const result = (name: string) => new RegExp(`^${name} +(ok|FAILED|·) `, 'm').exec(text)?.[1] ?? 'none';
  return { code, text, result };
}

function flip(text: string, to: string): (bytes: Buffer) => Buffer {
  return (bytes) => {
    const at = bytes.indexOf(text);
    assert.ok(at >= 0, `${text} is not there`);
    const changed = Buffer.from(bytes);
    changed.write(to, at);
    return changed;
  };
}

/** A PDF changed with a program that knows PDF, and its digest recomputed. */
async function forge(pdf: Buffer, change: (document: PDFDocument) => void): Promise<Uint8Array> {
  const document = await PDFDocument.load(pdf, { updateMetadata: false });
  change(document);
  const bytes = await writePdf(document);
  const read = readSeal(bytes);
  assert.ok(typeof read !== 'string');
  return fillSeal(bytes, { digest: read.found });
}

function setContent(stream: PDFRawStream, change: (text: string) => string): void {
  const text = Buffer.from(decodePDFRawStream(stream).decode()).toString('latin1');
  assert.notEqual(change(text), text);
  const packed = deflateSync(Buffer.from(change(text), 'latin1'));
  stream.updateContents(packed);
}

/** Draws the second glyph of the first page as its first. */
function changeWords(document: PDFDocument): void {
  const contents = document.getPage(0).node.Contents();
  const parts = contents instanceof PDFArray ? contents.asArray() : [contents];
  const streams = parts
    .map((part) => document.context.lookup(part))
    .filter((part) => part instanceof PDFRawStream);
  for (const stream of streams) {
    const text = Buffer.from(decodePDFRawStream(stream).decode()).toString('latin1');
    if (text.includes(' Tj'))
      setContent(stream, (drawn) => drawn.replace(/(<\w{4}>) Tj([^<]*)<\w{4}>/, '$1 Tj$2$1'));
  }
}

function readPdf(root = origin.root): Buffer {
  return readFileSync(join(root, 'output/rates/rates.pdf'));
}

function saved(bytes: Uint8Array): string {
  const folder = mkdtempSync(join(tmpdir(), 'plumbline-pdf-'));
  folders.push(folder);
  writeFileSync(join(folder, 'some.pdf'), bytes);
  return join(folder, 'some.pdf');
}

test('a sound edition is verified: files, seal, signature, attachments, inputs, tools, bytes as rebuilt', async () => {
  const { code, text, result } = await verify(origin.root, 'rates', keys.ours);
  assert.equal(code, 0, text);
  const names = ['digest', 'signature', 'files', 'attachments', 'inputs', 'tools', 'rebuild'];
  assert.deepEqual(
    names.map(result),
    names.map(() => 'ok'),
  );
  assert.match(text, /\n\nVerified\.$/);
});

test('so is its PDF alone', async () => {
  const { code, text } = await verify(origin.root, saved(readPdf()), keys.ours);
  assert.equal(code, 0, text);
  assert.match(text, /rebuild +ok +built again from the sources/);
});

test('without a key a signature is named, and not trusted', async () => {
  const { code, text, result } = await verify(origin.root, saved(readPdf()), undefined, rebuildNothing);
  assert.equal(code, 0);
  assert.equal(result('signature'), '·');
  assert.match(text, /signed by the key [0-9a-f]{64}; whose it is/);
});

test('one byte of data is named, and that the data no longer are those described', async () => {
  const { code, text, result } = await verify(copy({ 'data/rates.csv': flip('1', '2') }));
  assert.equal(code, 1);
  assert.equal(result('inputs'), 'FAILED');
  assert.match(text, /^ +data\/rates\.csv was changed$/m);
  assert.match(text, /rebuild +FAILED +it cannot be built[^\n]*\n +data\/rates\.csv: .*hash/);
});

test('one byte of a script is named, and the figures that come out otherwise', async () => {
  const { code, text } = await verify(copy({ 'scripts/rates.ts': flip('10000.0', '20000.0') }));
  assert.equal(code, 1);
  assert.match(text, /^ +scripts\/rates\.ts was changed$/m);
  assert.match(text, /findings +FAILED +differ:\n +mean-rate: 57\.9\sper\s10,000 \(57\.9\S+\) here, 115\.9/);
  assert.match(text, /tables +FAILED/);
  assert.match(text, /text +FAILED/);
});

test('one byte of a template is named, and what of the pages differs', async () => {
  const sheet = 'templates/theme/10-tokens.css';
  const { code, text, result } = await verify(
    copy({ [sheet]: flip('--size-tiny: 8pt', '--size-tiny: 7pt') }),
  );
  assert.equal(code, 1, text);
  assert.match(text, new RegExp(`^ +${sheet} was changed$`, 'm'));
  assert.equal(result('findings'), 'none');
  assert.equal(result('drawing'), 'FAILED', text);
  assert.match(text, /rates\.pdf, page 1: \d+ of \d+ operations that draw it differ/);
});

test('one byte of the PDF is named', async () => {
  const { code, text, result } = await verify(
    copy({ 'output/rates/rates.pdf': flip('%PDF-1.7', '%PDF-1.6') }),
    'rates',
    undefined,
    rebuildNothing,
  );
  assert.equal(code, 1);
  assert.equal(result('digest'), 'FAILED');
  assert.match(text, /^ +rates\.pdf was changed$/m);
});

test('a PDF with other words and its digest recomputed passes the digest, and neither signature nor rebuild', async () => {
  const pdf = saved(await forge(readPdf(), changeWords));
  const { code, text, result } = await verify(origin.root, pdf, keys.ours);
  assert.equal(code, 1);
  assert.deepEqual(
    ['digest', 'signature', 'rebuild', 'text', 'drawing'].map(result),
    ['ok', 'FAILED', 'FAILED', 'FAILED', 'FAILED'],
    text,
  );
  assert.match(text, /text +FAILED +differ:\n +rates\.pdf, page 1: “[^”]*” here, “[^”]*” as rebuilt/);
});

test('an altered attachment is named', async () => {
  const change = (document: PDFDocument) => {
    for (const [, object] of document.context.enumerateIndirectObjects()) {
      if (!(object instanceof PDFDict) || !/rates\.csv/.test(object.get(PDFName.of('F'))?.toString() ?? ''))
        continue;
      const stream = object.lookup(PDFName.of('EF'), PDFDict).lookup(PDFName.of('F'));
      assert.ok(stream instanceof PDFRawStream);
      setContent(stream, (text) => text.replace(/\d/, '9'));
    }
  };
  const { code, text, result } = await verify(
    origin.root,
    saved(await forge(readPdf(), change)),
    undefined,
    rebuildNothing,
  );
  assert.equal(code, 1);
  assert.equal(result('digest'), 'ok');
  assert.match(text, /attachments +FAILED[^\n]*\n +tables\/rates\.csv was changed$/m);
});

test('a signature by another key, or none where one is asked for, is not accepted', async () => {
  const other = await verify(origin.root, saved(readPdf()), keys.theirs, rebuildNothing);
  assert.equal(other.code, 1);
  assert.match(other.text, /signature +FAILED +signed by another key than was given/);
  const blank = fillSeal(readPdf(), { key: '0'.repeat(64), signature: '0'.repeat(128) });
  const unsigned = await verify(origin.root, saved(blank), keys.ours, rebuildNothing);
  assert.match(unsigned.text, /signature +FAILED +nobody has signed it/);
  assert.equal(unsigned.result('rebuild'), 'ok', 'only the signature is missing');
});

test('an edited manifest, an edited page and a file that nobody listed are named', async () => {
  const root = copy({
    'output/rates/manifest.json': flip('"synthetic": true', '"synthetic": trus'.replace('trus', 'null')),
    'output/rates/rates.html': flip('invented', 'inventad'),
  });
  writeFileSync(join(root, 'output/rates/more.txt'), '');
  const { code, text } = await verify(root, 'rates', undefined, rebuildNothing);
  assert.equal(code, 1);
  assert.match(text, /^ +rates\.html was changed$/m);
  assert.match(text, /^ +more\.txt is not in the manifest$/m);
  assert.match(text, /attachments +FAILED[^\n]*\n +manifest\.json is not manifest\.json$/m);
});

test('a PDF says which inputs this checkout lacks, and is not built again without them', async () => {
  const root = copy({ 'reports/rates/charts/rate-by-area.vl.json': null, 'data/rates.csv': null });
  const { code, text } = await verify(root, saved(readPdf()));
  assert.equal(code, 1);
  assert.match(text, /^ +reports\/rates\/charts\/rate-by-area\.vl\.json is missing$/m);
  assert.match(text, /^ +data\/rates\.csv is missing$/m);
  assert.match(text, /rebuild +· +not built again: this checkout lacks 2 files of it/);
});

test('what is no edition is told in words', async () => {
  const cases: [string, RegExp][] = [
    ['nothing', /^output\/nothing\/manifest\.json is not there; expected an edition/],
    ['some.pdf', /^some\.pdf is not there/],
    [saved(Buffer.from('hello')), /cannot be looked at: it is no PDF$/],
    ['../outside', /is not there; expected an edition/],
  ];
  for (const [target, expected] of cases) {
    const { code, text } = await verify(origin.root, target);
    assert.equal(code, 1);
    assert.match(text, expected);
  }
});
