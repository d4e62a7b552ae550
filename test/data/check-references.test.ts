import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { checkReferences } from '../../src/data/check-references.ts';
import type { Message } from '../../src/model/message.ts';
import type { Field, ForeignKey } from '../../src/model/table.ts';
import { readCsvTable, resourceOf } from './resource-fixture.ts';

const AREAS = 'code,region,parent\nE1,North,\nE2,North,E1\nE3,South,E1\n';

async function check(
  rates: string,
  keys: readonly ForeignKey[],
  areaKeys: readonly ForeignKey[] = [],
): Promise<readonly Message[]> {
  const text = (name: string): Field => ({ name, type: 'string' });
  const missingValues = [{ value: '[x]', label: 'x' }];
  const areaSchema = {
    fields: ['code', 'region', 'parent'].map(text),
    primaryKey: ['code'],
    foreignKeys: areaKeys,
  };
  const rateSchema = {
    fields: [{ name: 'id', type: 'integer' } as const, { ...text('area'), missingValues }, text('region')],
    primaryKey: ['id'],
    foreignKeys: keys,
  };
  const areas = await readCsvTable(AREAS, areaSchema, { path: 'areas.csv', name: 'areas' });
  const read = await readCsvTable(rates, rateSchema);
  assert.ok(areas.value && read.value);
  return checkReferences(
    new Map([
      ['areas', areas.value],
      ['rates', read.value],
    ]),
    [resourceOf(new Uint8Array(), areaSchema, { name: 'areas' }), resourceOf(new Uint8Array(), rateSchema)],
    new Map([
      ['areas', areas.placeOf],
      ['rates', read.placeOf],
    ]),
  );
}

const TO_CODE: ForeignKey = { fields: ['area'], reference: { resource: 'areas', fields: ['code'] } };

describe('checkReferences', () => {
  it('accepts values that stand in the other table, empty cells and symbols', async () => {
    assert.deepEqual(await check('id,area,region\n1,E1,\n2,E3,\n3,,\n4,[x],\n', [TO_CODE]), []);
  });

  it('names the cell without a match, the table it should stand in and the near value', async () => {
    const messages = await check('id,area,region\n1,E1,\n2,"E2 ",\n', [TO_CODE]);
    assert.equal(messages.length, 1);
    assert.deepEqual(messages[0]?.place, { file: 'data/rates.csv', line: 3, column: 3 });
    assert.equal(messages[0]?.reason, '"E2 " has no match; expected a value that stands in code of areas');
    assert.match(messages[0]?.remedy ?? '', /"E2" is near/);
  });

  it('compares the parts of a joint key together', async () => {
    const joint = {
      fields: ['area', 'region'],
      reference: { resource: 'areas', fields: ['code', 'region'] },
    };
    const messages = await check('id,area,region\n1,E1,North\n2,E1,South\n', [joint]);
    assert.deepEqual(
      messages.map((message) => message.place.line),
      [3],
    );
  });

  it('follows a reference of a table to itself', async () => {
    const own = { fields: ['parent'], reference: { resource: '', fields: ['code'] } };
    assert.deepEqual(await check('id,area,region\n1,,\n', [], [own]), []);
    const wrong = { fields: ['region'], reference: { resource: '', fields: ['code'] } };
    assert.equal((await check('id,area,region\n1,,\n', [], [wrong])).length, 3);
  });

  it('leaves a reference to a table that was not loaded unchecked', async () => {
    const absent = { fields: ['area'], reference: { resource: 'absent', fields: ['code'] } };
    assert.deepEqual(await check('id,area,region\n1,E9,\n', [absent]), []);
  });
});
