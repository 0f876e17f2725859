import type { MissingRule } from './data.js';
import type { Maximum } from './maxima.js';
import type { Profile } from './parameters.js';
import type { ItemRule } from './restriction/item-rule.js';
import type { StartPlan } from './starts.js';
import type { Warning } from './warning.js';

/** A probability estimated as 0: `category` of indicator `item` does not occur in class `inClass` (both from 0; category from 1). */
export interface BoundaryEstimate {
  readonly item: number;
  readonly name: string;
  readonly inClass: number;
  readonly category: number;
}

/** A fitted model: plain data that can be saved as JSON, and scores new people when read back. */
export interface LatentClassModel extends Profile {
  readonly classes: number;
  readonly names: readonly string[];
  readonly categories: readonly number[];
  readonly labels: readonly (readonly string[])[];
  /** What was asked of each indicator. */
  readonly items: readonly ItemRule[];
  /** Known class shares, null where estimated; null where all are. */
  readonly fixedShares: readonly (number | null)[] | null;
  /** The researcher's name for each class, null where there is none yet; see `nameClasses`. */
  readonly classNames: readonly (string | null)[];
  readonly missing: MissingRule;
  /** Rows given, and those of them left out. */
  readonly rows: number;
  readonly dropped: { readonly empty: number; readonly incomplete: number };
  readonly n: number;
  /** People of equal weight that would say as much (Kish 1965). */
  readonly effectiveN: number;
  /** True when survey weights make `loglik` a pseudo-log-likelihood. */
  readonly weighted: boolean;
  readonly loglik: number;
  /** Free parameters: what is equal counts once, what is known not at all; estimates on the boundary count, as is usual. */
  readonly npar: number;
  /** Size of each class; the largest first where no other order is asked for. */
  readonly shares: readonly number[];
  /** `probs[item][class][category - 1]`: the probability of answering `category` in a class. */
  readonly probs: readonly (readonly (readonly number[])[])[];
  /** Every maximum that a finished start reached, the highest first; the first is this model. */
  readonly maxima: readonly Maximum[];
  /** True when more than one finished start reached the best likelihood. Not a proof that it is the highest. */
  readonly replicated: boolean;
  /** Chance that a better maximum was missed which is as easy to reach as the best that was found. */
  readonly missed: number;
  /** Chance that one more start would end in a maximum not seen yet (Good 1953). */
  readonly unseen: number;
  /** False when the table cannot tell the parameters apart: then no share or probability may be reported. */
  readonly identified: boolean;
  /** Parameters that the table can tell apart, at most `npar`. */
  readonly rank: number;
  /** Largest difference in any parameter among the starts that share the best likelihood. */
  readonly spread: number;
  /** Probabilities estimated as 0; those at 1 follow from them. */
  readonly boundary: readonly BoundaryEstimate[];
  readonly starts: StartPlan;
  readonly seed: number;
  readonly tolerance: number;
  /** Times the best start read the data, after screening. */
  readonly iterations: number;
  readonly converged: boolean;
  /** What speaks against the model, the gravest first. With one of severity `invalid` nothing may be reported. */
  readonly warnings: readonly Warning[];
  /** What is to be told with it. */
  readonly notes: readonly Warning[];
}
