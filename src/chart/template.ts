import type { Place } from '../model/message.ts';
import type { FieldKind, LayoutName } from './chart.ts';
import type { JsonNode, JsonObject } from './json-tree.ts';

/** A shared chart of `templates/charts/`: a Vega-Lite spec with declared parameters. */
export interface ChartTemplate {
  readonly name: string;
  readonly file: string;
  readonly description: string;
  readonly parameters: ReadonlyMap<string, TemplateParameter>;
  /** What places the marks before Vega draws them; `null` where Vega-Lite itself does. */
  readonly layout: LayoutName | null;
  /** The spec without `parameters`, `description` and `layout`. */
  readonly spec: JsonObject;
}

export const PARAMETER_TYPES = ['field', 'text', 'texts', 'number', 'boolean', 'choice'] as const;

export type ParameterType = (typeof PARAMETER_TYPES)[number];

export interface TemplateParameter {
  readonly name: string;
  readonly type: ParameterType;
  readonly description: string;
  /** `undefined` where the chart must give a value. */
  readonly default: JsonNode | undefined;
  /** For `choice`. */
  readonly choices: readonly string[];
  /** For `field`. */
  readonly holds: FieldKind;
  /** For `texts`: the parameter of type `field` whose values each text must be among. */
  readonly among: string | undefined;
  /** For `texts`: the parameter of type `field` whose values must all be listed. */
  readonly covers: string | undefined;
  readonly place: Place;
}
