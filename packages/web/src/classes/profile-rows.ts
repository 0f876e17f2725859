import type { Model } from './model.js';

/** One answer to one indicator, with its probability in each class. */
export interface ProfileRow {
  key: string;
  indicator: string;
  answer: string;
  probabilities: number[];
  /** Largest difference between two classes: how much the answer tells them apart. */
  difference: number;
  position: number;
}

/**
 * The rows of a model's profile. `marking`: of each indicator the answer that the smallest class gives most more often
 * than the largest, which with indicators of exclusion is the problem; `all`: every answer.
 */
export function profileRows(model: Model, answers: 'marking' | 'all'): ProfileRow[] {
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
