import { judged, type Judgement, type RatedUnits } from './ratings.js';

/**
 * Where each sum of a tally stands. The sums are all that the coefficients know of the units that at least two coders judged, and
 * they add up: a tally of two texts is the sum of theirs. So a bootstrap draws sums anew, never units.
 */
export class TallyPlan {
  /** Units. */
  readonly units = 0;
  /** Of the pairs of coders who judged a unit the part that said the same, summed over units. */
  readonly alike = 1;
  /** Coincidences that match (Krippendorff 2011): pairs that said the same, either way round, for each judgement beside one's own. */
  readonly matched = 2;
  readonly size: number;
  readonly coders: number;
  readonly categories: number;

  constructor(coders: number, categories: number) {
    this.coders = coders;
    this.categories = categories;
    this.size = this.pair(coders - 1, coders);
  }

  /**
   * Of a category the part of a unit's judgements in it, summed over units; here alone units that one coder judged count as well, for
   * they tell how common a category is though nothing of agreement (Gwet 2014, chapter 2).
   */
  share(category: number): number {
    return 3 + category;
  }

  /** Units that a coder put in a category. */
  votes(coder: number, category: number): number {
    return 3 + this.categories * (1 + coder) + category;
  }

  /** Of coders a < b and the units both judged: how many they said the same of; then a's and b's units in each category. */
  pair(a: number, b: number): number {
    const before = a * this.coders - (a * (a + 1)) / 2 + (b - a - 1);
    return 3 + this.categories * (1 + this.coders) + before * (1 + 2 * this.categories);
  }
}

export interface Tally {
  readonly plan: TallyPlan;
  readonly sums: Float64Array;
}

/** The tally of units whose categories are 0 to below `categories`. */
export function tally(units: readonly RatedUnits[], categories: number): Tally {
  const plan = new TallyPlan(units[0]?.values.length ?? 0, categories);
  const sums = new Float64Array(plan.size);
  for (const { values, weight } of units) addUnits(plan, sums, values, weight);
  return { plan, sums };
}

/** Of a category the part of the judgements in it, averaged over units: how common it is. Null without a judgement. */
export function categoryShare({ plan, sums }: Tally, category: number): number | null {
  let all = 0;
  for (let k = 0; k < plan.categories; k++) all += sums[plan.share(k)]!;
  return all > 0 ? sums[plan.share(category)]! / all : null;
}

/** Adds so many units judged so to the sums. */
export function addUnits(
  plan: TallyPlan,
  sums: Float64Array,
  values: readonly Judgement[],
  weight: number,
): void {
  const coders = judged(values);
  if (coders === 0) return;
  const counts = Array.from(
    { length: plan.categories },
    (_, category) => values.filter((value) => value === category).length,
  );
  counts.forEach((count, category) => (sums[plan.share(category)]! += (weight * count) / coders));
  if (coders < 2) return;
  sums[plan.units]! += weight;
  for (const count of counts) {
    const pairs = count * (count - 1);
    sums[plan.alike]! += (weight * pairs) / (coders * (coders - 1));
    sums[plan.matched]! += (weight * pairs) / (coders - 1);
  }
  values.forEach((one, a) => {
    if (one === null) return;
    sums[plan.votes(a, one)]! += weight;
    for (let b = a + 1; b < values.length; b++) {
      const other = values[b]!;
      if (other === null) continue;
      const at = plan.pair(a, b);
      if (one === other) sums[at]! += weight;
      sums[at + 1 + one]! += weight;
      sums[at + 1 + plan.categories + other]! += weight;
    }
  });
}
