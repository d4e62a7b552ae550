import assert from 'node:assert/strict';
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { buildReports } from '../../src/build.ts';
import { openWorld } from '../../src/open-world.ts';
import { makeProject } from '../cases/project.ts';

const world = openWorld(import.meta.dirname);
world.keepRWarm();
after(() => world.close());

/** Changes R itself, and answers with what it finds changed by others before it. */
const DISTURBING = `
summarise_rates <- function(data) {
  traces <- c(
    getOption("contrasts")[[1]] != "contr.treatment", getOption("digits") != 7, exists("left_behind"),
    exists("assigned", globalenv()), file.exists("/tmp/left-behind"),
    length(environment(get("plumbline", globalenv())$open)$sessions) > 1
  )
  options(contrasts = c("contr.sum", "contr.poly"), digits = 3)
  left_behind <<- TRUE
  assign("assigned", TRUE, globalenv())
  writeLines("x", "/tmp/left-behind")
  list(mean = mean(data$rate) + 1000 * sum(traces), se = 1)
}
`;

test('a report has the same figures whichever others are built before it', async () => {
  const { root, remove } = await makeProject();
  try {
    cpSync(join(root, 'reports/rates'), join(root, 'reports/again'), { recursive: true });
    writeFileSync(join(root, 'scripts/rates.R'), DISTURBING);
    const script = readFileSync(join(root, 'scripts/rates.ts'), 'utf8');
    writeFileSync(join(root, 'scripts/again.ts'), script.replace("id: 'rates'", "id: 'again'"));
    const report = join(root, 'reports/again/report.md');
    writeFileSync(report, readFileSync(report, 'utf8').replace('analyses: [rates]', 'analyses: [again]'));
    const ports = world.at(root).buildPorts({ noSandbox: false, progress: { phase() {} } });
    const { reports } = await buildReports([], ports);
    assert.deepEqual(
      reports.map(({ id, ending, messages }) => ({ id, ending, messages })),
      ['again', 'rates'].map((id) => ({ id, ending: 'built', messages: [] })),
    );
    const [first, second] = ['again', 'rates'].map((id) =>
      JSON.parse(readFileSync(join(root, `output/${id}/findings.json`), 'utf8')),
    );
    assert.ok(first.findings['mean-rate'].value < 1000);
    assert.equal(second.findings['mean-rate'].value, first.findings['mean-rate'].value);
  } finally {
    remove();
  }
});
