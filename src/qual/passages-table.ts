import type { QualProject, VariableType } from '../model/qual.ts';
import type { FieldType, Row, Table } from '../model/table.ts';
import { type CodingOptions, codedPassages } from './coded-passages.ts';

/**
 * The coded passages of a project as a table, for SQL and R: a row for each passage and case, numbered in the
 * project's order. `branch` is the name of the code at the top; `coders` how many gave the code; `start` and
 * `end` count code points and are empty where a whole source or case has the code.
 */
export function passagesTable(name: string, project: QualProject, options: CodingOptions = {}): Table {
  const codes = new Map(project.codes.map((code) => [code.guid, code]));
  const topOf = (guid: string): string => {
    const code = codes.get(guid);
    return code?.parent == null ? (code?.name ?? '') : topOf(code.parent);
  };
  const rows = codedPassages(project, options).flatMap((passage): Row[] => {
    const cases = passage.cases.length === 0 ? [null] : passage.cases.map((one) => one.name);
    return cases.map((one) => ({
      source: passage.source?.name ?? null,
      case: one,
      code: passage.code.name,
      branch: topOf(passage.code.guid),
      coders: passage.users.length,
      start: passage.range?.start ?? null,
      end: passage.range?.end ?? null,
      text: passage.text,
    }));
  });
  const field = (of: string, type: FieldType) => ({ name: of, type });
  return {
    name,
    fields: [
      field('passage', 'integer'),
      ...['source', 'case', 'code', 'branch'].map((of) => field(of, 'string')),
      ...['coders', 'start', 'end'].map((of) => field(of, 'integer')),
      field('text', 'string'),
    ],
    rows: rows.map((row, index) => ({ passage: index + 1, ...row })),
    key: ['passage'],
  };
}

const TYPES: Readonly<Record<VariableType, FieldType>> = {
  Text: 'string',
  Boolean: 'boolean',
  Integer: 'integer',
  Float: 'number',
  Date: 'string',
  DateTime: 'string',
};

/**
 * The cases of a project as a table: `case` is the name, and each variable a column under its own name with underscores for
 * hyphens and blanks (`consent_to_quote`).
 */
export function casesTable(name: string, { cases, variables }: QualProject): Table {
  const columns = variables.map((variable) => ({
    variable,
    column: variable.name.toLowerCase().replace(/[^a-z0-9]+/g, '_'),
  }));
  return {
    name,
    fields: [
      { name: 'place', type: 'integer' },
      { name: 'case', type: 'string' },
      ...columns.map(({ variable, column }) => ({ name: column, type: TYPES[variable.type] })),
    ],
    rows: cases.map((one, index) => ({
      place: index + 1,
      case: one.name,
      ...Object.fromEntries(
        columns.map(({ variable, column }) => [column, one.values[variable.name] ?? null]),
      ),
    })),
    key: ['place'],
  };
}
