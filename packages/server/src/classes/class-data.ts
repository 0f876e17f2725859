import { indicators, type Indicators } from '@bagom/latent-class';
import type { CodedItem } from './answers.js';

/** Answers ready to be fitted: plain data that can be sent to a thread. */
export interface ClassData {
  names: string[];
  /** Category codes 1..R, a column an indicator; 0 where nothing was answered. */
  columns: Uint8Array[];
  /** The survey's own values of each indicator's categories. */
  categories: number[][];
  weights: Float64Array | null;
  missing: 'fiml' | 'listwise';
}

export function classData(
  items: readonly CodedItem[],
  weights: Float64Array | null,
  missing: 'fiml' | 'listwise',
): ClassData {
  return {
    names: items.map(({ name }) => name),
    columns: items.map(({ codes }) => codes),
    categories: items.map(({ values }) => values),
    weights,
    missing,
  };
}

/** The same as latent-class reads it. */
export function indicatorsOf({ names, columns, categories, weights, missing }: ClassData): Indicators {
  return indicators(columns, {
    names,
    categories: categories.map((values) => values.length),
    missing,
    ...(weights ? { weights } : {}),
  });
}
