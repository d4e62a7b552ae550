import assert from 'node:assert/strict';
import { globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import process from 'node:process';
import { after, before, test } from 'node:test';
import { PNG } from 'pngjs';
import type { Browser } from 'puppeteer';
import { openChrome } from './open-chrome.ts';
import { comparePictures, type Picture, readPicture, TOLERANCE, writePicture } from './picture.ts';
import { renderLayouts, takePrints, takeScreens } from './take-pictures.ts';
import { findDifferences, writeDifferences } from './write-differences.ts';

const REFERENCES = 'test/web/pictures';
const DIFFERENCES = 'test/web/differences';

/** Other browsers, and other systems, draw the same page in other pixels. */
const isPinned = process.platform === 'linux' && process.arch === 'x64' && !process.env.PLUMBLINE_BROWSER;
const skip = isPinned ? false : 'SKIPPED: pictures are compared in the pinned browser on Linux x64 only';
const isUpdate = process.env.PLUMBLINE_UPDATE_PICTURES === '1';

let chrome: Browser | undefined;
let pages: ReadonlyMap<string, string>;
const pictures = new Map<string, Picture>();

before(async () => {
  if (!isPinned) return;
  pages = await renderLayouts();
  ({ chrome } = await openChrome());
  for (const [name, picture] of await takeScreens(pages, await chrome.newPage())) pictures.set(name, picture);
  for (const [name, picture] of await takePrints(pages)) pictures.set(name, picture);
  if (!isUpdate) return;
  rmSync(REFERENCES, { recursive: true, force: true });
  mkdirSync(REFERENCES, { recursive: true });
  for (const [name, picture] of pictures) writeFileSync(`${REFERENCES}/${name}.png`, writePicture(picture));
});
after(() => chrome?.close());

function readReferences(): ReadonlyMap<string, Picture> {
  const files = globSync(`${REFERENCES}/*.png`);
  return new Map(files.map((file) => [basename(file, '.png'), readPicture(readFileSync(file))]));
}

test('every layout looks as it did, on paper and on screens', { skip }, () => {
  const references = readReferences();
  assert.ok(references.size > 20, `no pictures in ${REFERENCES}: npm test -- --update-pictures`);
  const differences = findDifferences(references, pictures);
  if (differences.length === 0) return;
  const report = writeDifferences(DIFFERENCES, differences);
  const names = differences.map(({ name, differing }) => `${name} (${differing} pixels)`).join(', ');
  assert.fail(
    `${names}. Open ${report}; where the change is meant, take the pictures anew: npm test -- --update-pictures`,
  );
});

const NAME = 'research-summary';

/** How many pixels of all pictures of a layout differ where a style is planted into its page. */
async function plant(style: string, take: typeof takePrints): Promise<number> {
  const html = (pages.get(NAME) ?? '').replace('</style>', `${style}</style>`);
  const planted = await take(new Map([[NAME, html]]));
  const counts = [...planted].map(([name, picture]) => {
    const whole = pictures.get(name);
    assert.ok(whole, name);
    return comparePictures(whole, picture).differing;
  });
  return counts.reduce((sum, count) => sum + count, 0);
}

test('a label that moves by 2 px, a rule that is gone and a colour that is paler are all seen', {
  skip,
}, async () => {
  const page = await chrome?.newPage();
  assert.ok(page);
  const onScreens: typeof takePrints = (planted) => takeScreens(planted, page);
  const label = '.key-figures .label{translate:2px 0}';
  const rule = '.key-figures li{border-color:transparent!important}';
  const colour = '.key-figures .value{color:#5b7f9f!important}';
  for (const style of [label, rule, colour]) {
    const differing = await plant(style, onScreens);
    assert.ok(differing > TOLERANCE, `${style}: ${differing}`);
  }
  assert.equal(await plant('', onScreens), 0, 'the same page is the same picture');
  const inChart = await plant('@media print{figure svg text{translate:2px 0}}', takePrints);
  assert.ok(inChart > TOLERANCE, `labels of a chart: ${inChart}`);
});

test('the report of differences shows before, after and what differs', { skip }, () => {
  const folder = mkdtempSync(join(tmpdir(), 'plumbline-differences-'));
  try {
    const [before, after] = [pictures.get(`${NAME}-desk`), pictures.get(`${NAME}-dark`)];
    const path = writeDifferences(folder, [
      { name: NAME, before, after, differing: 7 },
      { name: 'new-page', before: undefined, after, differing: Number.POSITIVE_INFINITY },
    ]);
    const report = readFileSync(path, 'utf8');
    for (const what of ['before', 'after', 'difference']) {
      assert.match(report, new RegExp(`<img src="${NAME}-${what}.png"`));
      assert.equal(PNG.sync.read(readFileSync(join(folder, `${NAME}-${what}.png`))).width, after?.width);
    }
    assert.match(report, /new-page: new/);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
