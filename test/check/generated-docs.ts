import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  HALF_BANDS,
  HALVES_FROM,
  HALVES_TO,
  MULTIPLE_BANDS,
  MULTIPLES_FROM,
  SHARE_BANDS,
  SIMILAR_BELOW,
  SLIGHT_BELOW,
} from '../../src/findings/compare-bands.ts';
import { FINDING_FORMS } from '../../src/findings/finding-forms.ts';
import { formatQuantity, type NumericUnit } from '../../src/findings/format-quantity.ts';
import { HARMLESS_FORMS } from '../../src/markup/number-gate/harmless-forms.ts';
import { renderRules } from '../../src/messages/rules-catalogue.ts';
import { UNITS } from '../../src/model/finding.ts';

const ROOT = join(import.meta.dirname, '../..');

/** Example value and decimals per unit. */
const EXAMPLES: Readonly<Record<NumericUnit, readonly [number, number]>> = {
  percent: [59.6, 0],
  'percentage points': [-4.21, 1],
  'per 10,000': [62.3, 0],
  count: [72670, 0],
  '£': [1234, 0],
  '£m': [-370.1, 1],
  '£bn': [4.16, 2],
  ratio: [1.854, 2],
  years: [3.5, 1],
};

/** The pages of `docs/` that are written from the code, by path. */
export function generatedDocs(): ReadonlyMap<string, string> {
  return new Map([
    ['docs/rules.md', renderRules()],
    ['docs/finding-forms.md', renderForms()],
    ['docs/trust/number-gate.md', fillIn('docs/trust/number-gate.md', 'harmless forms', renderHarmless())],
    ['docs/trust/claims.md', fillIn('docs/trust/claims.md', 'thresholds', renderThresholds())],
  ]);
}

/** A page written by hand, with what stands between two marks written from the code. */
function fillIn(path: string, name: string, text: string): string {
  const page = readFileSync(join(ROOT, path), 'utf8');
  const start = `<!-- ${name}, written by test/check/write-docs.ts -->\n`;
  const [before, after] = page.split(start);
  const end = after?.indexOf('<!-- end -->') ?? -1;
  if (before === undefined || after === undefined || end < 0)
    throw new Error(`${path} has no marks for ${name}`);
  return `${before}${start}${text}\n${after.slice(end)}`;
}

function renderHarmless(): string {
  const rows = HARMLESS_FORMS.map(
    ({ name, says, examples }) =>
      `| ${name} | ${says} | ${examples.map((example) => `“${example}”`).join(', ')} |`,
  );
  return ['| form | what | such as |', '|---|---|---|', ...rows].join('\n');
}

function renderThresholds(): string {
  const percent = (value: number) =>
    Number.isFinite(value) ? `${Number((value * 100).toFixed(1))}%` : 'any';
  const table = (head: string, rows: readonly string[]) =>
    [head, head.replace(/[^|]+/g, '---'), ...rows].join('\n');
  const shares = table('| part of the whole below | words |', [
    '| exactly 0 | none |',
    ...SHARE_BANDS.map(({ below, words }) => `| ${percent(below)} | ${words} |`),
    '| exactly 100% | all |',
  ]);
  const multiples = table('| value as a multiple of the other, below | a change | two levels |', [
    ...MULTIPLE_BANDS.map(
      ({ below, change, level }) => `| ${Number.isFinite(below) ? below : 'any'} | ${change} | ${level} |`,
    ),
  ]);
  const halves = table('| smaller than the other by less than | a change | two levels |', [
    ...HALF_BANDS.map(({ below, change, level }) => `| ${percent(below)} | ${change} | ${level} |`),
  ]);
  return [
    `A difference below ${percent(SIMILAR_BELOW)} of the value compared with is “hardly changed” or “similar to”; below ${percent(SLIGHT_BELOW)}`,
    'it is “rose slightly”, “fell slightly”, “slightly higher than” or “slightly lower than”; above that the share by which the value is larger',
    'or smaller is put in the words of this table: “rose by about a quarter”, “nearly a third lower than”.',
    '',
    shares,
    '',
    `From ${MULTIPLES_FROM} times on, a rise is told as a multiple:`,
    '',
    multiples,
    '',
    `Falls from ${percent(HALVES_FROM)} to ${percent(HALVES_TO)} have words of their own:`,
    '',
    halves,
  ].join('\n');
}

function renderForms(): string {
  const forms = Object.entries(FINDING_FORMS).map(
    ([form, { says, example }]) => `| \`${form}\` | ${says} | ${example} |`,
  );
  const units = UNITS.map((unit) => {
    if (unit === 'text') return '| `text` | "London" | 0 | London |';
    const [value, decimals] = EXAMPLES[unit];
    return `| \`${unit}\` | ${value} | ${decimals} | ${formatQuantity(value, unit, decimals)} |`;
  });
  return [
    '# Forms and units of a finding',
    '',
    'A report shows a finding with `{{finding "id"}}`, or in another form with `{{finding "id" as="signed"}}`. A form',
    'that the finding cannot take is an error at that place. Written by `npx node test/check/write-docs.ts`.',
    '',
    '| form | what it says | example |',
    '|---|---|---|',
    ...forms,
    '',
    '## Units',
    '',
    'An analysis gives the value in the stated unit, never rounded, and the decimals to show.',
    '',
    '| unit | value | decimals | shown |',
    '|---|---|---|---|',
    ...units,
    '',
  ].join('\n');
}
