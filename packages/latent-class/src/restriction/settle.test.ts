import { expect, test } from 'vitest';
import { indicators } from '../data.js';
import { expectationMaximisation } from '../em.js';
import { profileOf, randomParameters, type Layout, type Parameters } from '../parameters.js';
import { randomSimplex, randomStream, type Random } from '../random.js';
import { climb } from '../squarem.js';
import type { ItemRule } from './item-rule.js';
import { layoutOf } from './restriction.js';
import { settle, settleRandom } from './settle.js';

/** A random model on random answers: every kind of rule, missing answers, weights. */
function randomCase(seed: number) {
  const random = randomStream(seed);
  const below = (n: number): number => Math.floor(random() * n);
  const classes = 2 + below(3);
  const categories = Array.from({ length: 4 + below(4) }, () => 2 + below(5));
  // Parallel indicators need as many categories.
  categories[1] = categories[0]!;
  const names = categories.map((_, item) => `v${item}`);
  const rows = 150;
  const columns = categories.map((count) =>
    Array.from({ length: rows }, () => (random() < 0.1 ? 0 : 1 + below(count))),
  );
  const weights = Float64Array.from({ length: rows }, () => 0.2 + random());
  const data = indicators(columns, { names, categories, weights, missing: 'fiml' });
  const items = categories.map((count, item): ItemRule =>
    item === 1 ? { like: 'v0' } : ruleOf(random, classes, count, item),
  );
  const fixedShares =
    random() < 0.3 ? Array.from({ length: classes }, (_, k) => (k === 0 ? 0.2 : null)) : undefined;
  const shape = layoutOf(data, { classes, items, fixedShares });
  const start = randomParameters(shape, random);
  settleRandom(shape, start, random);
  return { data, shape, start, columns, weights, items, fixedShares };
}

function ruleOf(random: Random, classes: number, count: number, item: number): ItemRule {
  const kind = item === 0 ? 1 : Math.floor(random() * 5);
  if (kind === 0)
    return {
      fixed: Array.from({ length: classes }, (_, k) => (k === 0 ? randomSimplex(random, count) : null)),
    };
  if (kind === 1) return { scale: 'ordinal' };
  if (kind === 2) return { scale: 'ordinal', scores: Array.from({ length: count }, (_, c) => c * c) };
  if (kind === 3) return { equal: [[0, 1]] };
  return 'free';
}

/** The log-likelihood, person by person. */
function loglikOf(
  shape: Layout,
  parameters: Parameters,
  columns: readonly (readonly number[])[],
  weights: Float64Array,
): number {
  const { shares, probs } = profileOf(shape, parameters);
  const used = weights.map((weight, row) => (columns.some((column) => column[row]! > 0) ? weight : 0));
  const scale = used.filter((weight) => weight > 0).length / used.reduce((sum, weight) => sum + weight, 0);
  return used.reduce((sum, weight, row) => {
    const likelihood = shares.reduce(
      (total, share, k) =>
        total +
        columns.reduce(
          (own, column, i) => own * (column[row]! > 0 ? probs[i]![k]![column[row]! - 1]! : 1),
          share,
        ),
      0,
    );
    return sum + weight * scale * Math.log(likelihood);
  }, 0);
}

const seeds = Array.from({ length: 25 }, (_, i) => 100 + i);

test('no EM step lets the likelihood fall or leaves the model, whatever is asked of it (25 kept seeds)', () => {
  for (const seed of seeds) {
    const { data, shape, start, columns, weights } = randomCase(seed);
    const em = expectationMaximisation(data, shape);
    let here = start;
    let before = -Infinity;
    const atStart = loglikOf(shape, start, columns, weights);
    expect(em.step(start, new Float64Array(shape.size))).toBeCloseTo(atStart, 7);
    for (let step = 0; step < 40; step++) {
      const next = new Float64Array(shape.size);
      const loglik = em.step(here, next);
      expect(loglik).toBeGreaterThanOrEqual(before - 1e-9);
      before = loglik;
      here = next;
    }
    // Bringing it into the model again changes nothing.
    const settled = Float64Array.from(here);
    settle(shape, settled);
    for (const [i, value] of settled.entries()) expect(Math.abs(value - here[i]!)).toBeLessThan(1e-6);
  }
});

test('the accelerated climb ends where no EM step goes further, with proportions that sum to one', () => {
  for (const seed of seeds) {
    const { data, shape, start, columns, weights, fixedShares } = randomCase(seed);
    const em = expectationMaximisation(data, shape);
    const top = climb(em, start, { tolerance: 1e-11, maxIterations: 20_000 });
    expect(top.converged).toBe(true);
    expect(top.loglik).toBeCloseTo(loglikOf(shape, top.parameters, columns, weights), 7);
    const next = new Float64Array(shape.size);
    em.step(top.parameters, next);
    expect(em.step(next, new Float64Array(shape.size)) - top.loglik).toBeLessThan(1e-6);
    const { shares, probs } = profileOf(shape, top.parameters);
    expect(shares[0]).toBe(fixedShares === undefined ? shares[0] : 0.2);
    for (const set of [shares, ...probs.flat()])
      expect(set.reduce((sum, p) => sum + p, 0)).toBeCloseTo(1, 10);
    expect(probs[1]).toEqual(probs[0]);
  }
});
