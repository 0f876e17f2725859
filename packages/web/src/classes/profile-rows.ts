import type { Model } from './model.js';

export type Interval = readonly [low: number, high: number];

/** Intervals of a model's probabilities, `[indicator][class][category]`; null where an estimate is on its boundary. */
export type Intervals = readonly (readonly (readonly (Interval | null)[])[])[];

/** One answer to one indicator, with its probability in each class. */
export interface ProfileRow {
  key: string;
  indicator: string;
  answer: string;
  probabilities: number[];
  /** Of each class; null where there is none. */
  intervals: (Interval | null)[];
  /** Largest difference between two classes: how much the answer tells them apart. */
  difference: number;
  position: number;
}

/**
 * The rows of a model's profile. `marking`: of each indicator the answer that the smallest class gives most more often
 * than the largest, which with indicators of exclusion is the problem; `all`: every answer.
 */
export function profileRows(
  model: Pick<Model, 'indicators' | 'fit'>,
  answers: 'marking' | 'all',
  intervals: Intervals | null = null,
): ProfileRow[] {
  const { shares, probs, categories } = model.fit;
  const smallest = shares.indexOf(Math.min(...shares));
  const largest = shares.indexOf(Math.max(...shares));
  return model.indicators.flatMap((indicator, i) => {
    const byClass = probs[i] ?? [];
    const all = (categories[i] ?? []).map((category, k): ProfileRow => {
      const probabilities = byClass.map((one) => one[k] ?? NaN);
      return {
        key: `${indicator.id} ${category}`,
        indicator: indicator.label || indicator.name,
        answer: indicator.labels[k] || String(category),
        probabilities,
        intervals: byClass.map((_, c) => intervals?.[i]?.[c]?.[k] ?? null),
        difference: Math.max(...probabilities) - Math.min(...probabilities),
        position: i,
      };
    });
    if (answers === 'all') return all;
    const excess = ({ probabilities }: ProfileRow) =>
      (probabilities[smallest] ?? 0) - (probabilities[largest] ?? 0);
    const marking = all.toSorted((a, b) => excess(b) - excess(a))[0];
    return marking ? [marking] : [];
  });
}

/** The most telling first. Answers of one indicator stay together; the indicator stands by its most telling answer. */
export function byDifference(rows: readonly ProfileRow[]): ProfileRow[] {
  const telling = new Map<number, number>();
  for (const { position, difference } of rows)
    telling.set(position, Math.max(telling.get(position) ?? 0, difference));
  return rows.toSorted(
    (a, b) => (telling.get(b.position) ?? 0) - (telling.get(a.position) ?? 0) || a.position - b.position,
  );
}
