import type { ValueLabel, Variable } from './survey.js';

/** How often a value was given. `share` is of the valid answers, and 0 for values that count as no answer. */
export interface Frequency {
  value: number;
  label: string;
  n: number;
  share: number;
  /** The weighted share of valid answers; null without a weight. */
  weighted: number | null;
  userMissing: boolean;
}

export interface Bin {
  from: number;
  to: number;
  n: number;
}

/** What a column of answers looks like: every value of a short list, or bins of a long one. */
export interface Distribution {
  valid: number;
  missing: number;
  frequencies: Frequency[];
  bins: Bin[];
  mean: number | null;
}

/** A variable with at most this many values is shown value by value. */
export const VALUES_SHOWN = 30;
const BINS = 20;

/** The distribution of a number column. NaN is system-missing; `weights`, one a row, may hold NaN for no weight. */
export function distribution(
  values: Float64Array,
  { labels, userMissing }: Pick<Variable, 'labels' | 'userMissing'>,
  weights?: Float64Array,
): Distribution {
  const noAnswer = new Set(userMissing);
  const counts = new Map<number, { n: number; weight: number }>();
  let valid = 0;
  let weight = 0;
  let sum = 0;
  let least = Infinity;
  let most = -Infinity;
  for (let row = 0; row < values.length; row++) {
    const value = values[row]!;
    if (Number.isNaN(value)) continue;
    const w = weights ? weights[row]! || 0 : 1;
    let count = counts.get(value);
    if (!count) counts.set(value, (count = { n: 0, weight: 0 }));
    count.n++;
    count.weight += w;
    if (noAnswer.has(value)) continue;
    valid++;
    weight += w;
    sum += value;
    least = Math.min(least, value);
    most = Math.max(most, value);
  }
  const missing = values.length - valid;
  const mean = valid === 0 ? null : sum / valid;
  for (const { value } of labels) if (!counts.has(value)) counts.set(value, { n: 0, weight: 0 });
  if (counts.size > VALUES_SHOWN)
    return { valid, missing, frequencies: [], bins: binsOf(values, noAnswer, least, most), mean };
  const frequencies = [...counts]
    .sort(([a], [b]) => a - b)
    .map(([value, count]): Frequency => {
      const counted = !noAnswer.has(value);
      return {
        value,
        label: labelOf(labels, value),
        n: count.n,
        share: counted && valid > 0 ? count.n / valid : 0,
        weighted: weights ? (counted && weight > 0 ? count.weight / weight : 0) : null,
        userMissing: !counted,
      };
    });
  return { valid, missing, frequencies, bins: [], mean };
}

/** The distribution of a text column: its values in alphabetical order, numbered from 1. An empty cell is no answer. */
export function textDistribution(values: readonly string[], weights?: Float64Array): Distribution {
  const words = wordValues(values);
  const codes = new Map(words.map((word, index) => [word, index + 1]));
  const valid = values.reduce((n, word) => n + Number(word !== ''), 0);
  if (words.length > VALUES_SHOWN)
    return { valid, missing: values.length - valid, frequencies: [], bins: [], mean: null };
  const numbers = Float64Array.from(values, (word) => codes.get(word) ?? NaN);
  const labels = words.map((label, index) => ({ value: index + 1, label }));
  return { ...distribution(numbers, { labels, userMissing: [] }, weights), mean: null };
}

/** The different words of a text column, in alphabetical order. */
export function wordValues(values: readonly string[]): string[] {
  return [...new Set(values)].filter((word) => word !== '').sort();
}

export function labelOf(labels: readonly ValueLabel[], value: number): string {
  return labels.find((label) => label.value === value)?.label ?? '';
}

function binsOf(values: Float64Array, noAnswer: ReadonlySet<number>, least: number, most: number): Bin[] {
  if (!(most > least)) return [];
  const width = (most - least) / BINS;
  const bins = Array.from({ length: BINS }, (_, i) => ({
    from: least + i * width,
    to: least + (i + 1) * width,
    n: 0,
  }));
  for (const value of values) {
    if (Number.isNaN(value) || noAnswer.has(value)) continue;
    bins[Math.min(BINS - 1, Math.floor((value - least) / width))]!.n++;
  }
  return bins;
}
