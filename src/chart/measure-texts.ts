import * as vega from 'vega';
import type { TextMeasure } from '../model/ports.ts';

/** A text item of Vega's scene graph, as far as measuring needs it. */
interface TextItem {
  readonly fontSize?: number;
  readonly fontWeight?: number | string;
  readonly fontStyle?: string;
  readonly font?: string;
  readonly limit?: number;
}

/** Exported by vega at run time, but missing in its types. */
const { textMetrics } = vega as unknown as {
  textMetrics: { width: (item: TextItem, text: unknown) => number };
};

let turn: Promise<unknown> = Promise.resolve();

/**
 * Runs `work` while Vega measures every text with the bundled font, so that labels get the room they need
 * on paper. Vega keeps its measure in one place for the whole process: works take turns.
 */
export function measureTexts<T>(measure: TextMeasure, work: () => Promise<T>): Promise<T> {
  const run = turn.then(async () => {
    const before = textMetrics.width;
    textMetrics.width = (item, text) => clamp(widthOf(measure, item, String(text ?? '')), item.limit);
    try {
      return await work();
    } finally {
      textMetrics.width = before;
    }
  });
  turn = run.catch(() => undefined);
  return run;
}

function widthOf(measure: TextMeasure, item: TextItem, text: string): number {
  return measure.width(text, {
    family: item.font ?? 'Source Sans 3',
    size: item.fontSize ?? 11,
    weight: weightOf(item.fontWeight),
    style: item.fontStyle === 'italic' ? 'italic' : 'normal',
  });
}

function weightOf(weight: number | string | undefined): number {
  if (weight === 'bold') return 700;
  return Number(weight ?? 400) || 400;
}

/** Vega cuts a text at its limit, so it is never wider. */
function clamp(width: number, limit: number | undefined): number {
  return limit !== undefined && limit > 0 ? Math.min(width, limit) : width;
}
