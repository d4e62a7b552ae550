import { readFileSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';
import { parse } from 'acorn';
import type { Message } from '../../src/model/message.ts';

/** A message as a builder made it of samples; of some, the caller alone knows the place. */
export type Sample = Omit<Message, 'place' | 'severity'> & Partial<Pick<Message, 'place' | 'severity'>>;

/** What one builder makes of every combination of samples for its parameters. */
export interface BuilderSamples {
  readonly builder: string;
  readonly samples: readonly Sample[];
}

const PLACE = { file: 'reports/x/report.md', line: 3, column: 5 };
const FIELD = { name: 'rate', type: 'number', missingValues: [{ value: '[c]', label: 'c' }] };

/** For each type of a parameter, values that lead a builder through its branches. */
const SAMPLES: Readonly<Record<string, readonly unknown[]>> = {
  string: ['sample', 'if', 'someone@example.org', '42', '[q]'],
  'string | null': [null, 'inner()'],
  Fault: [{ found: 'something', expected: 'another' }],
  // A parameter without a written type has a default.
  '': [undefined],
  Subject: ['finding "x"'],
  SymbolCode: ['c'],
  Severity: ['error', 'warning'],
  number: [1, 3],
  boolean: [true, false],
  unknown: [new Error('something broke'), 'a text'],
  Place: [PLACE],
  Message: [{ rule: 'data/value', severity: 'error', place: PLACE, reason: 'x; expected y', remedy: 'z' }],
  Field: [FIELD, { ...FIELD, type: 'date', format: '%d/%m/%Y' }],
  Sheet: [{ file: 'data/x.xlsx', name: 'Table 1', rows: [], lines: [] }],
  ScriptViolation: [{ file: 'scripts/x.ts', line: 1, column: 1, what: 'process' }],
  'readonly string[]': [[], ['samples'], ['other', 'more']],
  'readonly number[]': [[5, 6]],
};

/**
 * Calls every exported function of a file of wording that gives a message.
 * @throws where a parameter has a type that no sample is known for, so that no builder is passed over.
 */
export async function sampleMessages(file: string): Promise<BuilderSamples[]> {
  const text = readFileSync(file, 'utf8');
  const module: Record<string, unknown> = await import(`../../${file}`);
  const builders = Object.entries(module).filter(([, value]) => typeof value === 'function');
  return builders.flatMap(([builder, build]) => {
    const signature = readSignature(text, builder);
    if (!/^(Message|RuledWording)$/.test(signature.returns)) return [];
    const samples = combine(signature.parameters.map((type) => samplesOf(type, `${file}, ${builder}`)));
    return [
      { builder, samples: samples.map((values) => (build as (...given: unknown[]) => Sample)(...values)) },
    ];
  });
}

/** The types of a function's parameters, as they stand in the text beside the names that JavaScript keeps. */
function readSignature(text: string, name: string): { parameters: string[]; returns: string } {
  const code = stripTypeScriptTypes(text);
  for (const statement of parse(code, { ecmaVersion: 'latest', sourceType: 'module' }).body) {
    if (statement.type !== 'ExportNamedDeclaration') continue;
    const { declaration } = statement;
    if (declaration?.type !== 'FunctionDeclaration' || declaration.id.name !== name) continue;
    const { params, body } = declaration;
    const end = text.lastIndexOf(')', body.start);
    const parameters = params.map((param, i) => {
      const stop = params[i + 1]?.start ?? end;
      const pattern = param.type === 'AssignmentPattern' ? param.left : param;
      const from = pattern.type === 'Identifier' ? pattern.start + pattern.name.length : pattern.end;
      const to = param.type === 'AssignmentPattern' ? text.lastIndexOf('=', param.right.start) : stop;
      return text
        .slice(from, to)
        .replace(/^\??\s*:/, '')
        .replace(/,\s*$/, '')
        .trim();
    });
    return {
      parameters,
      returns: text
        .slice(end + 1, body.start)
        .replace(':', '')
        .trim(),
    };
  }
  throw new Error(`${name} is no exported function`);
}

function samplesOf(type: string, where: string): readonly unknown[] {
  const known = SAMPLES[type.replaceAll(/\s+/g, ' ')];
  if (known !== undefined) return known;
  const literals = [...type.matchAll(/'([^']*)'/g)].map(([, literal]) => literal);
  if (literals.length > 0 && type.replaceAll(/'[^']*'|[|\s]/g, '') === '') return literals;
  const union = /^([\s\S]+?) \| undefined$/.exec(type)?.[1];
  if (union !== undefined) return [undefined, ...samplesOf(union, where)];
  if (/^'[^']*'( \| '[^']*')*$/.test(type)) return type.split(' | ').map((one) => one.slice(1, -1));
  const element = /^readonly ([\s\S]+)\[\]$/.exec(type)?.[1];
  if (element !== undefined) return [[], samplesOf(element, where)];
  const members = /^\{([\s\S]*)\}$/
    .exec(type)?.[1]
    ?.split(/;/)
    .map((member) => member.trim())
    .filter(Boolean);
  if (members === undefined) throw new Error(`${where}: no sample is known for the type ${type}`);
  const entries = members.map((member) => {
    const [, name = '', inner = ''] = /^(?:readonly )?(\w+)\??: ([\s\S]*)$/.exec(member) ?? [];
    return samplesOf(inner, where).map((value) => [name, value] as const);
  });
  return combine(entries).map((pairs) => Object.fromEntries(pairs));
}

/** Every way of taking one value from each list. */
function combine<T>(lists: readonly (readonly T[])[]): T[][] {
  return lists.reduce<T[][]>(
    (ways, list) => ways.flatMap((way) => list.map((value) => [...way, value])),
    [[]],
  );
}
