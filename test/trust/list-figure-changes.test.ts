import assert from 'node:assert/strict';
import { test } from 'node:test';
import { listClaimChanges, listFigureChanges } from '../../src/trust/list-figure-changes.ts';
import type { Snapshot } from '../../src/trust/lock.ts';
import { wordReasons } from '../../src/trust/word-lock-check.ts';
import { figure, snapshot } from './lock-samples.ts';

function why(last: Snapshot, now: Snapshot): string[] {
  return listFigureChanges(last, now).map(({ id, reasons }) => `${id} ${wordReasons(reasons)}`);
}

test('what is the same does not differ, nor what differs by the last digit of an engine', () => {
  const last = snapshot({ share: figure(59.6) });
  assert.deepEqual(listFigureChanges(last, snapshot({ share: figure(59.6) }, { content: 'rows 2' })), []);
  assert.deepEqual(listFigureChanges(last, snapshot({ share: figure(59.6 * (1 + 1e-13)) })), []);
});

test('says by how much, in the unit, with as many decimals as it takes to see it', () => {
  const changeOf = (before: number, after: number) =>
    listFigureChanges(snapshot({ share: figure(before) }), snapshot({ share: figure(after) }))[0]?.difference;
  assert.equal(changeOf(60, 58)?.replace('\u00a0', ' '), '−2 percentage points');
  assert.equal(changeOf(60, 60.004)?.replace('\u00a0', ' '), '+0.004 percentage points');
});

test('names data, script, method, rounding and tool as reasons, in this order', () => {
  const last = snapshot({ share: figure(60) });
  const moved = { share: figure(58) };
  assert.deepEqual(why(last, snapshot(moved, { content: 'rows 2' })), ['share data: areas']);
  const scripts = { 'scripts/areas.ts': { hash: 'script 2', parameters: { year: 2021 } } };
  assert.deepEqual(why(last, snapshot(moved, { scripts })), [
    'share script: scripts/areas.ts, year 2020 → 2021',
  ]);
  const all = snapshot(
    { share: figure(58, { method: 'Median', decimals: 1, text: '58.0%' }) },
    { content: 'rows 2', scripts, tools: { node: '24.22.0' } },
  );
  assert.deepEqual(why(last, all), [
    'share data: areas; script: scripts/areas.ts, year 2020 → 2021; method: method; rounding: decimals 0 → 1; tool version: node 24.21.0 → 24.22.0',
  ]);
});

test('the same rows in another file are no other data', () => {
  const last = snapshot({ share: figure(60) });
  const now = snapshot({ share: figure(58) });
  const resources = {
    areas: { path: 'data/areas.parquet', title: 'Areas', hash: 'other', contentHash: 'rows 1' },
  };
  assert.deepEqual(why(last, { ...now, resources }), [
    'share not known: data, script and tools are the same as approved',
  ]);
});

test('a figure that came, one that went, and one that rests on other datasets', () => {
  const last = snapshot({ gone: figure(1), kept: figure(2) });
  const resources = {
    ...last.resources,
    regions: { path: 'data/regions.csv', title: 'Regions', hash: 'r', contentHash: 'r' },
  };
  const now = snapshot(
    { come: figure(1), kept: figure(3, { resources: ['areas', 'regions'] }) },
    { resources, scripts: { 'scripts/areas.ts': { hash: 'script 2', parameters: { year: 2020 } } } },
  );
  assert.deepEqual(why(last, now), [
    'come script: scripts/areas.ts',
    'gone script: scripts/areas.ts',
    'kept data: regions is now read; script: scripts/areas.ts',
  ]);
});

test('a claim differs where it no longer holds, with the reasons of its figures', () => {
  const claim = { statement: 'Most rose', holds: true, verdict: null, evidence: ['share'] };
  const last = snapshot({ share: figure(60) }, { claims: { 'most-rose': claim } });
  const now = snapshot(
    { share: figure(40) },
    { content: 'rows 2', claims: { 'most-rose': { ...claim, holds: false } } },
  );
  const [change, ...others] = listClaimChanges(last, now);
  assert.deepEqual(others, []);
  assert.equal(change?.id, 'most-rose');
  assert.equal(wordReasons(change?.reasons ?? []), 'data: areas');
  assert.deepEqual(listClaimChanges(last, { ...now, claims: last.claims }), []);
});
