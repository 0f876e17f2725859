import { beyondChance, pooled, type Chance } from './chance.js';
import type { Tally } from './tally.js';

/**
 * Cohen's kappa of two coders (Cohen 1960, Educational and Psychological Measurement 20:37-46): agreement beyond what their
 * own habits would give by chance. Of three and more coders it is the mean over all pairs (Light 1971, Psychological Bulletin
 * 76:365-377), each over the units that both judged; a pair of whom it cannot be told is left out. Several tallies, a code each,
 * are pooled. Null where no pair has one.
 */
export function cohenKappa(...tallies: readonly Tally[]): number | null {
  const coders = tallies[0]?.plan.coders ?? 0;
  let [pairs, sum] = [0, 0];
  for (let a = 0; a < coders; a++)
    for (let b = a + 1; b < coders; b++) {
      const kappa = beyondChance(pooled(tallies.map((one) => ofTwo(one, a, b))));
      if (kappa === null) continue;
      pairs++;
      sum += kappa;
    }
  return pairs === 0 ? null : sum / pairs;
}

function ofTwo({ plan, sums }: Tally, a: number, b: number): Chance | null {
  const alike = plan.pair(a, b);
  const ofA = alike + 1;
  const ofB = ofA + plan.categories;
  let [n, both] = [0, 0];
  for (let k = 0; k < plan.categories; k++) {
    n += sums[ofA + k]!;
    both += sums[ofA + k]! * sums[ofB + k]!;
  }
  return n > 0 ? { observed: sums[alike]! / n, expected: both / (n * n) } : null;
}
