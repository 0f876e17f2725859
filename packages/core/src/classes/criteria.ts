import type { ComparedModel } from './class-model.js';

/** The information criteria that models are compared by, the usual first. Lower is better for each. */
export const CRITERIA = ['bic', 'abic', 'caic', 'aic', 'aic3', 'icl'] as const;
export type Criterion = (typeof CRITERIA)[number];

/** The number of classes at which a criterion is lowest; null where not every model has it, and with one model. */
export function minimumOf(compared: readonly ComparedModel[], criterion: Criterion): number | null {
  if (compared.length < 2 || compared.some((one) => one[criterion] === undefined)) return null;
  return compared.reduce((least, one) => (one[criterion]! < least[criterion]! ? one : least)).classes;
}

/** Which criteria are lowest at which number of classes, the fewest classes first. */
export function criterionMinima(
  compared: readonly ComparedModel[],
): { classes: number; criteria: Criterion[] }[] {
  const by = new Map<number, Criterion[]>();
  for (const criterion of CRITERIA) {
    const lowest = minimumOf(compared, criterion);
    if (lowest !== null) by.set(lowest, [...(by.get(lowest) ?? []), criterion]);
  }
  return [...by].sort(([a], [b]) => a - b).map(([classes, criteria]) => ({ classes, criteria }));
}

/**
 * Free answer probabilities of one class for each person in the smallest class: above about a fifth there are fewer than five
 * people for each figure of its profile. `categories[indicator]` are the categories of each indicator.
 */
export function parametersPerPerson(categories: readonly (readonly unknown[])[], smallest: number): number {
  return categories.reduce((sum, values) => sum + values.length - 1, 0) / smallest;
}
