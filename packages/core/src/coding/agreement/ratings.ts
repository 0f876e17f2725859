/** What one coder said of one unit: a category by its number, or null where the coder did not judge it. */
export type Judgement = number | null;

/**
 * Units that the same coders judged alike: `values` has one judgement a coder, `weight` says how many units they are. Measures
 * take units that at least two coders judged: others can show no agreement.
 */
export interface RatedUnits {
  readonly values: readonly Judgement[];
  readonly weight: number;
}

/** How many coders judged a unit. */
export const judged = (values: readonly Judgement[]): number =>
  values.reduce<number>((n, value) => n + Number(value !== null), 0);
