/**
 * EM for latent classes as a textbook writes it: person by person, indicator by indicator, every product as a sum
 * of logarithms. Slow on purpose; the fast one must agree with it.
 */
export interface NaiveModel {
  shares: number[];
  /** `probs[item][class][category - 1]`. */
  probs: number[][][];
}

/** Log-likelihood of complete answers 1..R, and the model after one EM step. */
export function naiveStep(
  columns: readonly ArrayLike<number>[],
  model: NaiveModel,
): { loglik: number; next: NaiveModel } {
  const rows = columns[0]?.length ?? 0;
  const classes = model.shares.length;
  const size = model.shares.map(() => 0);
  const counts = model.probs.map((byClass) => byClass.map((probs) => probs.map(() => 0)));
  let loglik = 0;
  for (let row = 0; row < rows; row++) {
    const logs = model.shares.map((share) => Math.log(share));
    for (let k = 0; k < classes; k++) {
      for (const [item, column] of columns.entries()) {
        logs[k]! += Math.log(model.probs[item]![k]![column[row]! - 1]!);
      }
    }
    const highest = Math.max(...logs);
    const log = highest + Math.log(logs.reduce((sum, value) => sum + Math.exp(value - highest), 0));
    loglik += log;
    for (let k = 0; k < classes; k++) {
      const part = Math.exp(logs[k]! - log);
      size[k]! += part;
      for (const [item, column] of columns.entries()) counts[item]![k]![column[row]! - 1]! += part;
    }
  }
  const next = {
    shares: size.map((weight) => weight / rows),
    probs: counts.map((byClass) => byClass.map((list, k) => list.map((count) => count / size[k]!))),
  };
  return { loglik, next };
}

/** Runs EM until a step gains less than `tolerance`. */
export function naiveFit(
  columns: readonly ArrayLike<number>[],
  start: NaiveModel,
  tolerance: number,
  maxIterations: number,
): { loglik: number; iterations: number; model: NaiveModel } {
  let model = start;
  let loglik = -Infinity;
  for (let iterations = 1; ; iterations++) {
    const step = naiveStep(columns, model);
    if (step.loglik - loglik < tolerance || iterations >= maxIterations) {
      return { loglik: step.loglik, iterations, model };
    }
    loglik = step.loglik;
    model = step.next;
  }
}
