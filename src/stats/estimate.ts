import type { RValue } from '../model/ports.ts';

/** One estimated quantity, as every method that infers gives it. */
export interface Estimate {
  readonly estimate: number;
  /** Ends of the interval at the level asked for. */
  readonly low: number;
  readonly high: number;
  /** Two-sided p value of the method's own test. */
  readonly p: number;
  /** Units that it rests on: people, authorities … */
  readonly n: number;
}

/** A test of several quantities at once. */
export interface JointTest {
  readonly statistic: number;
  readonly degrees: number;
  readonly p: number;
}

/** An estimate as one of the product's R functions returns it. `n` stands in for one that R does not repeat. */
export function readEstimate(value: RValue, n?: number): Estimate {
  const part = partsOf(value);
  return {
    estimate: part('estimate'),
    low: part('low'),
    high: part('high'),
    p: part('p'),
    n: n ?? part('n'),
  };
}

export function readJointTest(value: RValue): JointTest {
  const part = partsOf(value);
  return { statistic: part('statistic'), degrees: part('degrees'), p: part('p') };
}

/** Reads numbers by name out of a named list of R. */
export function partsOf(value: RValue): (name: string) => number {
  return (name) => {
    const part = partOf(value, name);
    if (typeof part === 'number') return part;
    throw new Error(`R gave ${JSON.stringify(part)} for "${name}"; expected a number`);
  };
}

/** A part of a named list of R by its name. */
export function partOf(value: RValue, name: string): RValue {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value[name] ?? null) : null;
}
