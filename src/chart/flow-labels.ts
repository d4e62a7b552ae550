import { formatNumber } from '../findings/format-number.ts';
import type { Flow, FlowStage } from './flow.ts';
import { wrapText } from './wrap-text.ts';

/** A line of a label, and whether it is the name or what is said of it. */
export interface LabelLine {
  readonly text: string;
  readonly isName: boolean;
}

export interface LabelStyle {
  /** Longest line in px. */
  readonly limit: number;
  /** Decimals of percentages. */
  readonly decimals: number;
  readonly widthOf: (text: string, weight: number) => number;
}

/** Weight of a stage's name, and of everything else. */
export const NAME_WEIGHT = 600;
export const TEXT_WEIGHT = 400;

/** Name of a stage, how many reached it, and by which ways where there are several. */
export function stageLabel(stage: FlowStage, style: LabelStyle): LabelLine[] {
  const { name, count, inflows } = stage;
  const [only] = inflows;
  const whole = only !== undefined && inflows.length === 1 && (only.count === count || only.count === null);
  const total = count === null ? [unknownCount(stage)] : [formatNumber(count, 0)];
  const figures = whole ? [figureOf(only, style)] : total;
  const ways = inflows.length > 1 ? inflows.map((flow) => `${figureOf(flow, style)} from ${flow.from}`) : [];
  return [
    ...lines(name, NAME_WEIGHT, true, style),
    ...[...figures, ...ways].flatMap((text) => lines(text, TEXT_WEIGHT, false, style)),
  ];
}

/** Name of an end, and how many left by it. */
export function exitLabel(flow: Flow, style: LabelStyle): LabelLine[] {
  return [
    ...lines(flow.to, TEXT_WEIGHT, true, style),
    ...lines(figureOf(flow, style), TEXT_WEIGHT, false, style),
  ];
}

/** Where a part is suppressed, so is the sum. */
function unknownCount({ inflows, outflows, exits }: FlowStage): string {
  const part = [...inflows, ...outflows, ...exits].find(({ count }) => count === null);
  return `[${part?.symbol ?? 'x'}]`;
}

/** `31,000 (31%)`; a suppressed flow has its symbol only. */
function figureOf({ count, symbol, share }: Flow, { decimals }: LabelStyle): string {
  if (count === null) return `[${symbol}]`;
  const counted = formatNumber(count, 0);
  return share === null ? counted : `${counted} (${formatNumber(share, decimals)}%)`;
}

function lines(text: string, weight: number, isName: boolean, style: LabelStyle): LabelLine[] {
  const width = (part: string): number => style.widthOf(part, weight);
  return wrapText(text, style.limit, width).map((line) => ({ text: line, isName }));
}
