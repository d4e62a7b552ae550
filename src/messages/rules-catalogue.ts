import { buildRules } from './build-rules.ts';
import { chartRules } from './chart-rules.ts';
import { dataRules } from './data-rules.ts';
import { disclosureRules } from './disclosure-rules.ts';
import { findingsRules } from './findings-rules.ts';
import { importRules } from './import-rules.ts';
import { linkRules } from './link-rules.ts';
import { lockRules } from './lock-rules.ts';
import { markupRules } from './markup-rules.ts';
import { numberRules } from './number-rules.ts';
import { pageRules } from './page-rules.ts';
import { qualRules } from './qual-rules.ts';
import type { Rules } from './rule.ts';
import { stateRules } from './state-rules.ts';
import { syntheticRules } from './synthetic-rules.ts';

/** Every rule that a message can name, by stage in the order of the pipeline. `docs/rules.md` lists them. */
export const RULES_BY_STAGE: Readonly<Record<string, Rules>> = {
  import: importRules,
  synthetic: syntheticRules,
  data: dataRules,
  qual: qualRules,
  build: buildRules,
  findings: findingsRules,
  disclosure: disclosureRules,
  chart: chartRules,
  markup: markupRules,
  numbers: numberRules,
  page: pageRules,
  state: stateRules,
  lock: lockRules,
  links: linkRules,
};

/** `docs/rules.md`: a table per stage, rules in code-unit order. */
export function renderRules(): string {
  const parts = Object.entries(RULES_BY_STAGE).map(([stage, rules]) => {
    const rows = Object.keys(rules)
      .sort()
      .map((id) => `| \`${id}\` | ${rules[id]} |`);
    return [`## ${stage}`, '', '| rule | what is wrong |', '|---|---|', ...rows].join('\n');
  });
  return `${[INTRODUCTION, ...parts].join('\n\n')}\n`;
}

const INTRODUCTION = `# Rules

Every message names one of these rules. Written from \`src/messages/\` by \`npx node test/check/write-docs.ts\`.`;
