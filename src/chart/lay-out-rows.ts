import type { TextMeasure } from '../model/ports.ts';
import { type Binding, COLUMN_WIDTH, type LayoutName, NARROW_WIDTH } from './chart.ts';
import type { ChartRow } from './chart-rows.ts';
import { FLOW_FIELDS, layOutFlow } from './lay-out-flow.ts';

const FONT = { family: 'Source Sans 3', size: 12, style: 'normal' } as const;

type Spec = Readonly<Record<string, unknown>>;

/** Columns of the rows that a layout gives to Vega. */
export function layoutFields(layout: LayoutName): readonly string[] {
  return { flow: FLOW_FIELDS }[layout];
}

/**
 * Puts the rows of a template's own layout in place of its table's, and the height that they need. The layout is
 * made while drawing, from the table as it is published: what was suppressed in it cannot come back as a width.
 * @returns `null` where the chart has no layout of its own
 */
export function layOutRows(
  binding: Binding | null,
  spec: Spec,
  rows: ReadonlyMap<string, readonly ChartRow[]>,
  { measure, narrow }: { measure: TextMeasure; narrow: boolean },
):
  | { spec: Spec; rows: ReadonlyMap<string, readonly ChartRow[]> }
  | { problem: string; expected: string }
  | null {
  if (binding === null || binding.layout === null) return null;
  const parameters = readParameters(spec);
  const width = typeof spec.width === 'number' ? spec.width : narrow ? NARROW_WIDTH : COLUMN_WIDTH;
  const laid = layOutFlow(rows.get(binding.table) ?? [], {
    width,
    isNarrow: narrow,
    exits: textsOf(parameters.get('exits')),
    order: textsOf(parameters.get('order')),
    decimals: Number(parameters.get('decimals') ?? 0),
    widthOf: (text, weight) => measure.width(text, { ...FONT, weight }),
  });
  if ('problem' in laid) return laid;
  return {
    spec: { ...spec, width, height: laid.height },
    rows: new Map([...rows, [binding.table, laid.rows]]),
  };
}

/** Values of the `params` of a spec, by name. */
function readParameters(spec: Spec): ReadonlyMap<string, unknown> {
  const params: readonly unknown[] = Array.isArray(spec.params) ? spec.params : [];
  return new Map(
    params.flatMap((param) =>
      typeof param === 'object' && param !== null && 'name' in param && 'value' in param
        ? [[String(param.name), param.value] as const]
        : [],
    ),
  );
}

function textsOf(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];
}
