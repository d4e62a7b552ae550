import type { Message, Place } from '../model/message.ts';
import { countOf } from './count-of.ts';
import { expectOneOf } from './expect-one-of.ts';
import { errorAt, type Rules, warningAt } from './rule.ts';
import { suggestName } from './suggest-name.ts';

export const chartRules: Rules = {
  'chart/bad-expression': 'Vega cannot read an expression of a chart.',
  'chart/bad-flow': 'The rows of a flow chart cannot be laid out from top to bottom.',
  'chart/bad-parameter': 'A parameter does not have the type that the template declares.',
  'chart/bad-template':
    'A template declares a parameter without a known type or a description, or uses one that it does not declare; or the theme of the charts lacks a colour.',
  'chart/broken-mark': 'A mark of a chart has a place, a size or a paint that is none.',
  'chart/cut-off': 'A label of a chart is cut short.',
  'chart/duplicate-key': 'An object of a chart file has a key twice.',
  'chart/empty': 'A chart draws nothing.',
  'chart/local-time': 'A chart depends on the time zone of the machine.',
  'chart/missing-parameter': 'A chart does not give its template a parameter that has no default.',
  'chart/no-data': 'A chart names no table to draw.',
  'chart/no-description': 'A chart has no description for readers who do not see it.',
  'chart/no-room': 'Something of a chart stands outside its drawing.',
  'chart/no-subtitle': 'A chart has no subtitle with measure, unit, place and years.',
  'chart/no-title': 'A chart has no title that says its finding.',
  'chart/not-a-chart': 'A chart file holds no object.',
  'chart/not-a-date': 'A temporal axis is given bare years, numbers or texts.',
  'chart/aggregates-symbols': 'A chart sums or averages a field in which symbols stand.',
  'chart/not-a-number': 'A quantitative scale is given texts or truth values.',
  'chart/not-json':
    'A chart file is not JSON. Comments, single quotes and a comma after the last entry are not JSON either.',
  'chart/outside-data':
    'A chart draws data from an address, a file, a generator or the specification itself, not a table of the report.',
  'chart/refused':
    'A chart asks for more than a drawing: images, links, selections, bindings, chance, or a look of its own.',
  'chart/repeated-colour': 'Two series of a chart have the same colour.',
  'chart/too-large': 'The drawing of a chart is larger than a page can carry.',
  'chart/small-text': 'A chart has text smaller than 9 points in print.',
  'chart/too-much': 'A chart asks for more work, or a larger size, than any chart of a report needs.',
  'chart/too-wide': 'A chart is wider than its column.',
  'chart/unknown-channel': 'An encoding has a channel that Vega-Lite does not have.',
  'chart/unknown-field': 'A chart uses a field that neither its table has nor its own transforms make.',
  'chart/unknown-mark': 'A chart uses a mark that Plumbline does not draw.',
  'chart/unknown-name': 'An expression uses a name that does not exist.',
  'chart/unknown-parameter': 'A chart gives its template a parameter that the template does not have.',
  'chart/unknown-table': 'A chart draws a table that no analysis of the report publishes.',
  'chart/unknown-template': 'A chart uses a template that does not exist.',
  'chart/unknown-transform': 'A chart uses a transform that Plumbline does not know.',
  'chart/unknown-value': 'A list given to a template has a name that its table does not have.',
  'chart/unlisted-value': 'A list of groups given to a template lacks a group of its table.',
  'chart/vega': 'Vega or Vega-Lite warns of something in a chart, or fails.',
  'chart/wrong-kind':
    'A field given to a template holds texts where it needs numbers, or the other way round.',
};

export function badFlow(place: Place, found: string, expected: string): Message {
  return errorAt('chart/bad-flow', place, {
    reason: `${found}; expected ${expected}`,
    remedy:
      'a flow chart goes down from stage to stage: give the ends of the pathway as "exits", split a stage that is reached twice into two, and list stages in "order" from first to last',
  });
}

export function notJson(place: Place, found: string, expected: string): Message {
  return errorAt('chart/not-json', place, {
    reason: `the file is not JSON: here stands ${found}; expected ${expected}`,
    remedy: 'look here and just before: for a comma, quote or bracket too few or too many, or a comment',
  });
}

export function duplicateKey(place: Place, key: string, first: Place): Message {
  return errorAt('chart/duplicate-key', place, {
    reason: `the key "${key}" stands here a second time; expected each key once`,
    remedy: 'remove one of the two: the later one alone would count',
    cause: { place: first, label: 'the first one' },
  });
}

export function notAChart(place: Place): Message {
  return errorAt('chart/not-a-chart', place, {
    reason: 'the file holds no object; expected a Vega-Lite specification in { }',
    remedy: 'begin with {"template": "…", "data": {"name": "…"}}, or copy a chart of another report',
  });
}

export function noTitle(place: Place): Message {
  return errorAt('chart/no-title', place, {
    reason: 'the chart has no title; expected its finding as a sentence',
    remedy: 'add "title": {"text": "…", "subtitle": "Measure, unit, place, years"}',
  });
}

export function noSubtitle(place: Place): Message {
  return warningAt('chart/no-subtitle', place, {
    reason: 'the title has no subtitle; expected measure, unit, place and years',
    remedy: 'add "subtitle" to "title"',
  });
}

export function noDescription(place: Place): Message {
  return errorAt('chart/no-description', place, {
    reason: 'the chart has no description; expected one or two sentences for readers who do not see it',
    remedy: 'add "description": what kind of chart, what it compares, and what stands out',
  });
}

export function noData(place: Place): Message {
  return errorAt('chart/no-data', place, {
    reason: 'no table is named here; expected the name of a table that the analysis publishes',
    remedy: 'add "data": {"name": "…"}',
  });
}

export function unknownTable(place: Place, name: string, known: readonly string[]): Message {
  return errorAt('chart/unknown-table', place, {
    reason: `"${name}" is not a table of this report; ${expectOneOf(known, 'tables')}`,
    remedy: suggestName(name, known, 'name one of them, or have an analysis return the table'),
  });
}

export function unknownField(place: Place, name: string, table: string, known: readonly string[]): Message {
  return errorAt('chart/unknown-field', place, {
    reason: `the table "${table}" has no field "${name}"; expected one of: ${known.join(', ') || 'none'}`,
    remedy: suggestName(name, known, 'name one of them, or add the field to the table in the analysis'),
  });
}

export function outsideData(place: Place, what: string): Message {
  return errorAt('chart/outside-data', place, {
    reason: `the data come from ${what}; expected a table of the report, so that every figure can be followed back`,
    remedy: 'publish the table in the analysis and name it: "data": {"name": "…"}',
  });
}

/** `why` completes "… is refused: ". */
export function refused(place: Place, what: string, why: string, remedy = 'leave it out'): Message {
  return errorAt('chart/refused', place, {
    reason: `${what} is refused: ${why}; expected a chart without it`,
    remedy,
  });
}

export function unknownKey(place: Place, key: string, known: readonly string[]): Message {
  return errorAt('chart/refused', place, {
    reason: `"${key}" is no part of a chart; expected one of: ${known.join(', ')}`,
    remedy: suggestName(key, known, 'leave it out'),
  });
}

export function unknownColour(place: Place, found: string, known: readonly string[]): Message {
  return errorAt('chart/refused', place, {
    reason: `${found} is no colour of the theme; expected one of: ${known.join(', ')}`,
    remedy: suggestName(
      found,
      known,
      'name one of them: the theme gives each a shade for dark mode and print',
    ),
  });
}

export function unnamedParameter(place: Place): Message {
  return errorAt('chart/refused', place, {
    reason: 'a parameter has no name; expected {"name": …, "value": …}',
    remedy: 'give it a name, by which expressions speak of it',
  });
}

export function unknownMark(place: Place, name: string, known: readonly string[]): Message {
  return errorAt('chart/unknown-mark', place, {
    reason: `"${name}" is not a mark that Plumbline draws; expected one of: ${known.join(', ')}`,
    remedy: suggestName(name, known, 'use one of them'),
  });
}

export function unknownChannel(place: Place, name: string, known: readonly string[]): Message {
  return errorAt('chart/unknown-channel', place, {
    reason: `"${name}" is not a channel of an encoding; expected one of: ${known.join(', ')}`,
    remedy: suggestName(name, known, 'use one of them, or leave it out'),
  });
}

export function unknownTransform(place: Place, keys: readonly string[], known: readonly string[]): Message {
  const found = keys.map((key) => `"${key}"`).join(', ') || 'no keys';
  return errorAt('chart/unknown-transform', place, {
    reason: `a transform with ${found} is not known; expected one of: ${known.join(', ')}`,
    remedy: suggestName(keys[0] ?? '', known, 'use one of them, or compute the table in the analysis'),
  });
}

export function tooMuch(place: Place, what: string, limit: string): Message {
  return errorAt('chart/too-much', place, {
    reason: `${what}; expected ${limit}`,
    remedy: 'aggregate in the analysis, where the work is done once, and draw its table',
  });
}

export function badExpression(place: Place, problem: string): Message {
  return errorAt('chart/bad-expression', place, {
    reason: `the expression cannot be read: ${problem}; expected a Vega expression such as datum.rate > 60`,
    remedy: 'mend the expression; a field is written datum.name, a text in single quotes',
  });
}

export function unknownName(place: Place, name: string, known: readonly string[]): Message {
  return errorAt('chart/unknown-name', place, {
    reason: `the expression uses "${name}", which does not exist; expected one of: ${known.join(', ')}`,
    remedy: suggestName(name, known, 'write a field as datum.name; declare a name of your own in "params"'),
  });
}

export function localTime(place: Place, name: string, remedy: string): Message {
  return errorAt('chart/local-time', place, {
    reason: `"${name}" depends on the time zone of the machine; expected one that does not`,
    remedy,
  });
}

export function notADate(place: Place, field: string, type: string): Message {
  return errorAt('chart/not-a-date', place, {
    reason: `"${field}" holds ${type}, which a temporal scale takes for milliseconds since 1970; expected a field of type date`,
    remedy: 'use "type": "quantitative" (with "format": "d") or "ordinal"',
  });
}

export function notANumber(place: Place, field: string, type: string): Message {
  return errorAt('chart/not-a-number', place, {
    reason: `"${field}" is a field of type ${type}, on a quantitative scale; expected numbers there`,
    remedy: 'use "type": "nominal" or "ordinal", or name a field of numbers',
  });
}

export function aggregatesSymbols(place: Place, operation: string, field: string, table: string): Message {
  return errorAt('chart/aggregates-symbols', place, {
    reason: `"${operation}" passes over the symbols in "${field}" of the table ${table}; expected a field without symbols, so that no part looks like the whole`,
    remedy: 'aggregate in the query, where the result gets the symbol, or draw the rows as they are',
  });
}

export function unknownTemplate(place: Place, name: string, known: readonly string[]): Message {
  return errorAt('chart/unknown-template', place, {
    reason: `"${name}" is not a template in templates/charts; ${expectOneOf(known, 'templates')}`,
    remedy: suggestName(name, known, 'name one of them, or write the template'),
  });
}

export function unknownParameter(
  place: Place,
  name: string,
  template: string,
  known: readonly string[],
): Message {
  return errorAt('chart/unknown-parameter', place, {
    reason: `the template "${template}" has no parameter "${name}"; expected one of: ${known.join(', ') || 'none'}`,
    remedy: suggestName(name, known, 'leave it out, or use one of them'),
  });
}

export function missingParameter(
  place: Place,
  parameter: {
    readonly name: string;
    readonly type: string;
    readonly description: string;
    readonly place: Place;
  },
  template: string,
): Message {
  return errorAt('chart/missing-parameter', place, {
    reason: `the template "${template}" is not given its parameter "${parameter.name}"; expected a value (${parameter.type})`,
    remedy: `add "${parameter.name}" to "parameters": ${parameter.description}`,
    cause: { place: parameter.place, label: 'declared here' },
  });
}

export function badParameter(place: Place, name: string, found: string, expected: string): Message {
  return errorAt('chart/bad-parameter', place, {
    reason: `the parameter "${name}" is ${found}; expected ${expected}`,
    remedy: 'correct the value',
  });
}

export function badTemplate(place: Place, found: string, expected: string): Message {
  return errorAt('chart/bad-template', place, {
    reason: `${found}; expected ${expected}`,
    remedy: 'correct the shared file; docs/guide/charts.md says how templates are written',
  });
}

export function wrongKind(
  place: Place,
  field: string,
  type: string,
  parameter: string,
  expected: string,
): Message {
  return errorAt('chart/wrong-kind', place, {
    reason: `"${field}", given to the parameter "${parameter}", is a field of type ${type}; expected ${expected}`,
    remedy: 'name another field, or correct the type of this one where the analysis makes the table',
  });
}

export function unknownValue(place: Place, text: string, field: string, known: readonly string[]): Message {
  return errorAt('chart/unknown-value', place, {
    reason: `"${text}" stands nowhere in the field "${field}"; ${expectOneOf(known, 'values')}`,
    remedy: suggestName(text, known, 'write it as the table does, or leave it out'),
  });
}

export function unlistedValue(place: Place, value: string, field: string, parameter: string): Message {
  return errorAt('chart/unlisted-value', place, {
    reason: `"${value}" stands in the field "${field}" but not in the parameter "${parameter}"; expected every value`,
    remedy: `add "${value}" to the list`,
  });
}

export function vegaSays(place: Place, text: string): Message {
  return errorAt('chart/vega', place, {
    reason: `the drawing library complains: ${text}; expected a chart that it draws without complaint`,
    remedy: 'compare the chart with one in templates/charts/, or begin from a template',
  });
}

export function tooWide(place: Place, width: number, column: number, which: string): Message {
  return errorAt('chart/too-wide', place, {
    reason: `${which} the chart is ${width} px wide; expected at most ${column} px`,
    remedy: 'give its parts a smaller "width", or {"$wide": …, "$narrow": …} with one for each',
  });
}

export function smallText(place: Place, points: number, least: number, which: string): Message {
  return errorAt('chart/small-text', place, {
    reason: `${which} the chart has text of ${points} points; expected at least ${least}`,
    remedy: `leave the size to the theme, or give 12 px or more: ${least} points in print`,
  });
}

export function cutOff(place: Place, text: string, which: string): Message {
  return warningAt('chart/cut-off', place, {
    reason: `${which} the label "${text}" is cut short; expected it whole`,
    remedy: 'raise "labelLimit" or "limit", or shorten the text',
  });
}

export function brokenMark(place: Place, which: string, found: string): Message {
  return errorAt('chart/broken-mark', place, {
    reason: `${which} a mark has ${found}; expected a place, a size or a paint there`,
    remedy: 'look for numbers given as texts, divisions by zero, and objects in the place of a value',
  });
}

export function repeatedColour(place: Place, series: number, colours: number): Message {
  return errorAt('chart/repeated-colour', place, {
    reason: `${series} series share ${countOf(colours, 'colour')}; expected no more series than colours`,
    remedy:
      'draw those that matter in colour and the others in grey (template "line", parameter "focus"), or split the chart',
  });
}

export function noRoom(place: Place, pixels: number, which: string): Message {
  return errorAt('chart/no-room', place, {
    reason: `${which} the labels reach ${pixels} px beyond the drawing; expected room for them`,
    remedy: 'shorten the labels, give a legend fewer "columns", or give the chart more "width" or "height"',
  });
}

export function tooLarge(place: Place, kilobytes: number, limit: number): Message {
  return errorAt('chart/too-large', place, {
    reason: `the drawing has ${kilobytes} KB; expected at most ${limit} KB`,
    remedy: 'draw fewer marks: aggregate in the analysis',
  });
}

export function emptyChart(place: Place, table: string): Message {
  return errorAt('chart/empty', place, {
    reason: `nothing is drawn from the table "${table}"; expected at least one mark`,
    remedy: 'look at the filters of the chart and at the rows of the table',
  });
}
