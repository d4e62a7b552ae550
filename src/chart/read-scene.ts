import * as vega from 'vega';

/** A mark of Vega's scene graph, as far as we read it. */
export interface SceneMark {
  readonly marktype: string;
  readonly role?: string;
  readonly bounds: { readonly x1: number; readonly y1: number; readonly x2: number; readonly y2: number };
  readonly items: readonly SceneItem[];
}

export interface SceneItem {
  readonly items?: readonly SceneMark[];
  readonly text?: unknown;
  readonly limit?: number;
  readonly x?: number;
  readonly y?: number;
  readonly bounds?: SceneMark['bounds'];
  /** False where a line or an area has a gap. */
  readonly defined?: boolean;
  /** The row that it draws. */
  readonly datum?: Readonly<Record<string, unknown>>;
}

/** Exported by vega at run time, but missing in its types. */
const { textMetrics } = vega as unknown as {
  textMetrics: { width: (item: SceneItem, text: unknown) => number };
};

export function rootOf(view: vega.View): SceneMark {
  return (view.scenegraph() as unknown as { root: SceneMark }).root;
}

/** Whether anything stands in the scene beside axes and legends. */
export function drawsMarks(mark: SceneMark): boolean {
  if (mark.marktype !== 'group') return mark.role === 'mark' && mark.items.length > 0;
  return mark.items.some((item) => (item.items ?? []).some(drawsMarks));
}

/** Texts that reach their limit: Vega cuts them and puts an ellipsis. Each once. */
export function cutTexts(mark: SceneMark): string[] {
  const own = mark.marktype === 'text' ? mark.items.filter(isCut).map((item) => String(item.text)) : [];
  const inner = mark.items.flatMap((item) => (item.items ?? []).flatMap(cutTexts));
  return [...new Set([...own, ...inner])];
}

function isCut(item: SceneItem): boolean {
  const { limit, text } = item;
  if (limit === undefined || limit <= 0 || text === undefined || text === null) return false;
  const lines = Array.isArray(text) ? text : [text];
  return lines.some((line) => textMetrics.width(item, line) >= limit);
}
