import assert from 'node:assert/strict';
import { test } from 'node:test';
import { doctorFacts } from '../../src/system/doctor-facts.ts';

test('everything that a build stands on is named with its version, and a missing browser with its remedy', async () => {
  const before = process.env.PLUMBLINE_BROWSER;
  process.env.PLUMBLINE_BROWSER = 'none';
  try {
    const facts = await doctorFacts();
    const fact = (name: string) => facts.find((each) => each.name === name);
    assert.equal(fact('Node')?.value, process.versions.node);
    assert.match(fact('DuckDB')?.value ?? '', /^\d+\.\d+\.\d+$/);
    assert.match(fact('R')?.value ?? '', /^4\.\d+\.\d+ \(webr /);
    assert.match(fact('Fonts')?.value ?? '', /Source Sans 3, Source Serif 4/);
    const browser = fact('Browser');
    assert.equal(browser?.isGood, false);
    assert.match(browser?.remedy ?? '', /PLUMBLINE_BROWSER/);
    assert.deepEqual(
      facts.filter((each) => !each.isGood),
      [browser],
    );
  } finally {
    if (before === undefined) delete process.env.PLUMBLINE_BROWSER;
    else process.env.PLUMBLINE_BROWSER = before;
  }
});
