import { FINDING_FORMS } from '../../src/findings/finding-forms.ts';
import { formatQuantity, type NumericUnit } from '../../src/findings/format-quantity.ts';
import { renderRules } from '../../src/messages/rules-catalogue.ts';
import { UNITS } from '../../src/model/finding.ts';

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
  ]);
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
