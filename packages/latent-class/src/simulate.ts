import type { ScoringModel } from './posterior.js';
import { randomStream, type Random } from './random.js';

/** People drawn from a model: one column of codes an indicator, and the class each person came from. */
export interface Sample {
  readonly columns: Uint8Array[];
  readonly classOfRow: Uint8Array;
}

/** Draws people from a model, for tests, for power, or to hand out data in place of the real ones. */
export function simulate(model: Pick<ScoringModel, 'shares' | 'probs'>, rows: number, seed: number): Sample {
  const random = randomStream(seed);
  const columns = model.probs.map(() => new Uint8Array(rows));
  const classOfRow = new Uint8Array(rows);
  for (let row = 0; row < rows; row++) {
    const k = pick(model.shares, random);
    classOfRow[row] = k;
    for (const [item, byClass] of model.probs.entries()) columns[item]![row] = 1 + pick(byClass[k]!, random);
  }
  return { columns, classOfRow };
}

function pick(proportions: readonly number[], random: Random): number {
  let rest = random();
  const last = proportions.length - 1;
  for (let i = 0; i < last; i++) {
    rest -= proportions[i]!;
    if (rest < 0) return i;
  }
  return last;
}
