import { helperArgument, templateForm, unknownHelper } from '../messages/markup-rules.ts';
import type { Message, Place } from '../model/message.ts';
import type { Locate } from './source-map.ts';

/** A helper's name in double braces with its arguments, all of them text. */
export interface Call {
  readonly helper: HelperName;
  readonly place: Place;
  /** The argument in quotes, `''` for a helper that takes none. */
  readonly name: string;
  /** Place of the argument in quotes, or of the braces. */
  readonly namePlace: Place;
  /** The second argument in quotes, for helpers that may take two. */
  readonly second?: { readonly value: string; readonly place: Place };
  /** Arguments with names, such as `as="signed"`. */
  readonly options: ReadonlyMap<string, { readonly value: string; readonly place: Place }>;
}

interface HelperSpec {
  readonly block: boolean | 'either';
  /** Fewest and most names. */
  readonly names: readonly [number, number];
  readonly options: readonly string[];
  readonly required: readonly string[];
  readonly written: string;
}

const HELPERS = {
  finding: {
    block: false,
    names: [1, 1],
    options: ['as'],
    required: [],
    written: '{{finding "id"}} or {{finding "id" as="form"}}',
  },
  direction: {
    block: false,
    names: [1, 1],
    options: [],
    required: [],
    written: '{{direction "id"}}',
  },
  compare: {
    block: false,
    names: [1, 2],
    options: ['as', 'difference'],
    required: [],
    written: '{{compare "id" "id"}} or {{compare "id" "id" as="change"}}',
  },
  highest: {
    block: 'either',
    names: [1, 1],
    options: ['by', 'row', 'is', 'of'],
    required: ['by'],
    written: '{{highest "table" by="column"}} or {{#highest "table" by="column" row="name"}}…{{/highest}}',
  },
  lowest: {
    block: 'either',
    names: [1, 1],
    options: ['by', 'row', 'is', 'of'],
    required: ['by'],
    written: '{{lowest "table" by="column"}} or {{#lowest "table" by="column" row="name"}}…{{/lowest}}',
  },
  cited: {
    block: false,
    names: [1, 1],
    options: ['of'],
    required: ['of'],
    written: '{{cited "£3.79bn" of="key"}}',
  },
  table: { block: false, names: [1, 1], options: [], required: [], written: '{{table "name"}}' },
  ledger: { block: false, names: [0, 0], options: [], required: [], written: '{{ledger}}' },
  claim: { block: true, names: [1, 1], options: [], required: [], written: '{{#claim "id"}}…{{/claim}}' },
  when: {
    block: true,
    names: [1, 1],
    options: [],
    required: [],
    written: '{{#when "claim"}}…{{else}}…{{/when}}',
  },
  quote: {
    block: true,
    names: [1, 1],
    options: ['of'],
    required: [],
    written: '{{#quote "source"}}…{{/quote}}',
  },
} as const satisfies Readonly<Record<string, HelperSpec>>;

export type HelperName = keyof typeof HELPERS;

type Tag = hbs.AST.MustacheStatement | hbs.AST.BlockStatement;

/**
 * Reads a tag as a call of one of the helpers.
 * @param findings ids, to recognise `{{share-rising}}` as a finding without its helper
 * @returns `undefined` where it is none; then `messages` has received why
 */
export function readCall(
  tag: Tag,
  locate: Locate,
  findings: readonly string[],
  messages: Message[],
): Call | undefined {
  const place = placeOf(tag, locate);
  const spec = readHelper(tag, place, findings, messages);
  if (!spec) return undefined;
  const before = messages.length;
  const isBlock = tag.type === 'BlockStatement';
  if (spec.block !== 'either' && spec.block !== isBlock) {
    messages.push(
      helperArgument(
        place,
        spec.block ? `{{${spec.helper}}} stands without # and its end` : `{{#${spec.helper}}} opens a block`,
        spec.written,
      ),
    );
    return undefined;
  }
  const names = readNames(tag, spec, locate, messages);
  const options = readOptions(tag, spec, locate, messages);
  if (messages.length > before) return undefined;
  const [name, second] = names;
  return {
    helper: spec.helper,
    place,
    name: name?.value ?? '',
    namePlace: name?.place ?? place,
    ...(second === undefined ? {} : { second }),
    options,
  };
}

function readHelper(tag: Tag, place: Place, findings: readonly string[], messages: Message[]) {
  const { path } = tag;
  const known = Object.keys(HELPERS);
  if (path.type !== 'PathExpression') {
    messages.push(unknownHelper(place, String((path as hbs.AST.StringLiteral).original), known, findings));
    return undefined;
  }
  const { original, data, depth } = path as hbs.AST.PathExpression;
  if (!data && depth === 0 && Object.hasOwn(HELPERS, original)) {
    const helper = original as HelperName;
    return { helper, ...(HELPERS[helper] as HelperSpec) };
  }
  messages.push(unknownHelper(place, original, known, findings));
  return undefined;
}

const GIVEN = ['no name', 'a name', 'two names'];

function readNames(tag: Tag, spec: HelperSpec, locate: Locate, messages: Message[]) {
  const { length } = tag.params;
  const [fewest, most] = spec.names;
  if (length < fewest || length > most) {
    const found = most < 2 && length > 1 ? 'more than one name' : (GIVEN[length] ?? 'more than two names');
    messages.push(
      helperArgument(
        placeOf(tag, locate),
        `${found} ${length > 2 && most > 1 ? 'are' : 'is'} given`,
        spec.written,
      ),
    );
    return [];
  }
  return tag.params.map((name) => readText(name, spec, locate, messages));
}

function readOptions(tag: Tag, spec: HelperSpec, locate: Locate, messages: Message[]): Call['options'] {
  const options = new Map<string, { value: string; place: Place }>();
  for (const pair of tag.hash?.pairs ?? []) {
    const place = placeOf(pair, locate);
    if (!spec.options.includes(pair.key)) {
      messages.push(
        helperArgument(place, `"${pair.key}" is not something that this helper takes`, spec.written),
      );
      continue;
    }
    const text = readText(pair.value, spec, locate, messages);
    if (text) options.set(pair.key, text);
  }
  for (const key of spec.required) {
    if (!(tag.hash?.pairs ?? []).some((pair) => pair.key === key)) {
      messages.push(helperArgument(placeOf(tag, locate), `${key}= is missing`, spec.written));
    }
  }
  return options;
}

function readText(expression: hbs.AST.Expression, spec: HelperSpec, locate: Locate, messages: Message[]) {
  const place = placeOf(expression, locate);
  if (expression.type === 'StringLiteral')
    return { value: (expression as hbs.AST.StringLiteral).value, place };
  if (expression.type === 'SubExpression') {
    messages.push(templateForm(place, 'a helper within a helper', `write ${spec.written}`));
    return undefined;
  }
  const { original } = expression as hbs.AST.PathExpression;
  const curly = /[“”‘’]/.test(String(original));
  messages.push(
    helperArgument(place, `${original} is not ${curly ? 'in straight quotes' : 'in quotes'}`, spec.written),
  );
  return undefined;
}

/** Handlebars counts columns from 0. */
export function placeOf(node: hbs.AST.Node, locate: Locate): Place {
  const { start, end } = node.loc;
  const last = locate(end.line, end.column + 1);
  const place = locate(start.line, start.column + 1);
  if (last.line === place.line && last.column === place.column) return place;
  return {
    ...place,
    ...(last.line === undefined ? {} : { endLine: last.line }),
    ...(last.column === undefined ? {} : { endColumn: last.column }),
  };
}
