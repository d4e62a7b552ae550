import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createBrotliDecompress } from 'node:zlib';
import { ownFolder } from './own-folder.ts';
import { packageFolder, packageVersion } from './package-folder.ts';
import { unpackWoff } from './unpack-woff.ts';

/** Chromium unpacked from its npm package. */
export interface ExtractedChromium {
  readonly executable: string;
  /** Shared libraries that a bare machine lacks. */
  readonly libraries: string;
  /** Names the bundled fonts and nothing else. */
  readonly fontConfig: string;
  /** Its home folder, so that it leaves nothing in the user's. */
  readonly home: string;
}

const PACKAGE = '@sparticuz/chromium';
const FONT_PACKAGES = ['@fontsource/source-sans-3', '@fontsource/source-serif-4'];

/**
 * Unpacks the browser that the lockfile pins, once for each version and user, which takes three seconds.
 * The folder appears as a whole, and one from which a clean-up took files is made again.
 */
export async function extractChromium(): Promise<ExtractedChromium> {
  const folder = await chromiumFolder();
  if (!(await isWhole(folder))) await extract(folder);
  return {
    executable: join(folder, 'chromium'),
    libraries: join(folder, 'lib'),
    fontConfig: join(folder, 'fonts.conf'),
    home: folder,
  };
}

/** Whether the browser is unpacked, for `doctor`. */
export async function isChromiumExtracted(): Promise<boolean> {
  return isWhole(await chromiumFolder());
}

/** The version of the npm package, whose first number is Chromium's. */
export function pinnedChromium(): string {
  return packageVersion(PACKAGE);
}

async function chromiumFolder(): Promise<string> {
  const versions = [PACKAGE, ...FONT_PACKAGES].map(packageVersion);
  return join(await ownFolder(), `chromium-${versions.join('-')}`);
}

async function extract(folder: string): Promise<void> {
  const fresh = await mkdtemp(`${folder}.new-`);
  const packed = join(packageFolder(PACKAGE), 'bin');
  await Promise.all([
    unpack(join(packed, 'chromium.br'), createWriteStream(join(fresh, 'chromium'), { mode: 0o700 })),
    unpackLibraries(join(packed, 'al2023.tar.br'), fresh),
    unpackFonts(fresh, folder),
  ]);
  await writeFile(join(fresh, 'sizes.json'), JSON.stringify(await sizesIn(fresh)));
  await putInPlace(fresh, folder);
}

/** Another process may have been faster and made the same, which may be running already: it stays. */
async function putInPlace(fresh: string, folder: string): Promise<void> {
  try {
    await rename(fresh, folder);
  } catch {
    if (!(await isWhole(folder))) {
      await rm(folder, { recursive: true, force: true });
      await rename(fresh, folder);
    }
    await rm(fresh, { recursive: true, force: true });
  }
}

async function unpack(from: string, to: NodeJS.WritableStream): Promise<void> {
  await pipeline(createReadStream(from), createBrotliDecompress({ chunkSize: 1 << 21 }), to);
}

async function unpackLibraries(from: string, folder: string): Promise<void> {
  const { default: tar } = await import('tar-fs');
  await unpack(from, tar.extract(folder));
}

/** With no font at all Chromium prints blank text; with the machine's, other text than elsewhere. */
async function unpackFonts(fresh: string, folder: string): Promise<void> {
  await mkdir(join(fresh, 'fonts'));
  for (const name of FONT_PACKAGES) {
    const files = join(packageFolder(name), 'files');
    const faces = (await readdir(files)).filter((file) => /-(400|600)-(normal|italic)\.woff$/.test(file));
    for (const face of faces) {
      const font = unpackWoff(await readFile(join(files, face)));
      await writeFile(join(fresh, 'fonts', face.replace(/woff$/, 'ttf')), font);
    }
  }
  await writeFile(join(fresh, 'fonts.conf'), fontConfigOf(folder));
}

function fontConfigOf(folder: string): string {
  const alias = (generic: string, family: string) =>
    `  <alias binding="same"><family>${generic}</family><prefer><family>${family}</family></prefer></alias>`;
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${folder}/fonts</dir>
  <cachedir>${folder}/font-cache</cachedir>
${alias('sans-serif', 'Source Sans 3')}
${alias('serif', 'Source Serif 4')}
</fontconfig>
`;
}

async function isWhole(folder: string): Promise<boolean> {
  try {
    const sizes = JSON.parse(await readFile(join(folder, 'sizes.json'), 'utf8')) as Record<string, number>;
    const found = await Promise.all(
      Object.keys(sizes).map(async (file) => (await stat(join(folder, file))).size),
    );
    return Object.values(sizes).every((size, index) => size === found[index]);
  } catch {
    return false;
  }
}

async function sizesIn(folder: string): Promise<Record<string, number>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const sizes = await Promise.all(
    files.map(async (file) => [file.slice(folder.length + 1), (await stat(file)).size]),
  );
  return Object.fromEntries(sizes);
}
