import { expect, test } from 'vitest';
import { indicators } from '../data.js';
import { bootstrapLikelihoodRatio } from '../inference/likelihood-ratio.js';
import { standardErrors } from '../inference/standard-errors.js';
import { fit } from '../fit.js';
import { identification } from '../identification.js';
import { posterior, score } from '../posterior.js';
import { randomStream } from '../random.js';
import { simulate } from '../simulate.js';

/** Adjacent-category probabilities by hand: log p(c) = a(1) + ... + a(c) + b s(c), normalised. */
function adjacent(categories: readonly number[], effect: number, scores: readonly number[]): number[] {
  const odds = categories.map((a, c) => Math.exp(a + effect * scores[c]!));
  const sum = odds.reduce((total, value) => total + value, 0);
  return odds.map((value) => value / sum);
}

/** Two classes, four indicators with three categories: 1 + 4 (2 + 1) parameters, of which the classes share 8. */
interface Naive {
  readonly gamma: number;
  readonly a: readonly (readonly number[])[];
  readonly b: readonly number[];
}
const SCORES = [1, 2, 4];
const TRUTH: Naive = {
  gamma: Math.log(0.35 / 0.65),
  a: [
    [0, 0.3, -0.4],
    [0, -0.2, -0.5],
    [0, 0.5, 0.2],
    [0, 0, -1],
  ],
  b: [0.8, 0.7, -0.6, 0.9],
};

function unpack(theta: readonly number[]): Naive {
  return {
    gamma: theta[0]!,
    a: [0, 1, 2, 3].map((i) => [0, theta[1 + 3 * i]!, theta[2 + 3 * i]!]),
    b: [0, 1, 2, 3].map((i) => theta[3 + 3 * i]!),
  };
}
const pack = ({ gamma, a, b }: Naive): number[] => [
  gamma,
  ...a.flatMap((own, i) => [own[1]!, own[2]!, b[i]!]),
];

function profileOf(naive: Naive): { shares: number[]; probs: number[][][] } {
  const second = 1 / (1 + Math.exp(-naive.gamma));
  return {
    shares: [1 - second, second],
    probs: naive.a.map((own, i) => [adjacent(own, 0, SCORES), adjacent(own, naive.b[i]!, SCORES)]),
  };
}

/** The log-likelihood, person by person, as one would write it down. */
function loglikOf(
  theta: readonly number[],
  columns: readonly ArrayLike<number>[],
  weights?: ArrayLike<number>,
): number {
  const { shares, probs } = profileOf(unpack(theta));
  let sum = 0;
  for (let row = 0; row < columns[0]!.length; row++) {
    let likelihood = 0;
    for (const [k, share] of shares.entries()) {
      let product = share;
      for (const [i, column] of columns.entries()) {
        if (column[row]! > 0) product *= probs[i]![k]![column[row]! - 1]!;
      }
      likelihood += product;
    }
    sum += (weights?.[row] ?? 1) * Math.log(likelihood);
  }
  return sum;
}

/** Gradient and second derivatives by differences. */
function derivatives(f: (theta: readonly number[]) => number, theta: readonly number[], h = 1e-3) {
  const at = (...moves: [number, number][]): number =>
    f(theta.map((value, i) => value + moves.reduce((sum, [j, by]) => sum + (i === j ? by : 0), 0)));
  const here = f(theta);
  const gradient = theta.map((_, i) => (at([i, h]) - at([i, -h])) / (2 * h));
  const hessian = theta.map((_, i) =>
    theta.map((__, j) =>
      i === j
        ? (at([i, h]) - 2 * here + at([i, -h])) / (h * h)
        : (at([i, h], [j, h]) - at([i, h], [j, -h]) - at([i, -h], [j, h]) + at([i, -h], [j, -h])) /
          (4 * h * h),
    ),
  );
  return { gradient, hessian };
}

/** Solves by Gauss and Jordan; returns the inverse. */
function inverse(matrix: readonly (readonly number[])[]): number[][] {
  const n = matrix.length;
  const work = matrix.map((row, i) => [...row, ...row.map((_, j) => Number(i === j))]);
  for (let i = 0; i < n; i++) {
    const pivot = work
      .slice(i)
      .reduce((best, row, at) => (Math.abs(row[i]!) > Math.abs(work[best]![i]!) ? at + i : best), i);
    [work[i], work[pivot]] = [work[pivot]!, work[i]!];
    const head = work[i]![i]!;
    work[i] = work[i]!.map((value) => value / head);
    for (let r = 0; r < n; r++) {
      const factor = work[r]![i]!;
      if (r !== i) work[r] = work[r]!.map((value, j) => value - factor * work[i]![j]!);
    }
  }
  return work.map((row) => row.slice(n));
}

/** Newton's method with derivatives by differences: slow, and nothing in common with the engine. */
function naiveFit(f: (theta: readonly number[]) => number, start: readonly number[]): number[] {
  let theta = [...start];
  for (let step = 0; step < 7; step++) {
    const { gradient, hessian } = derivatives(f, theta);
    const inverted = inverse(hessian);
    const move = inverted.map((row) => -row.reduce((sum, value, j) => sum + value * gradient[j]!, 0));
    theta = theta.map((value, i) => value + move[i]!);
  }
  return theta;
}

const names = ['a', 'b', 'c', 'd'];
const ordinal = { scale: 'ordinal', scores: SCORES } as const;
const random = randomStream(77);
const { columns: complete } = simulate(profileOf(TRUTH), 1500, 5);
/** One answer in eight is missing. */
const columns = complete.map((column) => column.map((code) => (random() < 0.125 ? 0 : code)));
const weights = Float64Array.from({ length: 1500 }, () => 0.5 + random());
const data = indicators(columns, { names, missing: 'fiml' });
const model = fit(data, { classes: 2, items: ordinal, seed: 3 });
const best = naiveFit((at) => loglikOf(at, columns), pack(TRUTH));

test('an ordinal model reaches the maximum that Newton on the likelihood written down reaches', () => {
  const theta = best;
  expect(model.loglik).toBeCloseTo(loglikOf(theta, columns), 6);
  const { shares, probs } = profileOf(unpack(theta));
  expect(model.shares[0]).toBeCloseTo(shares[0]!, 4);
  for (const [item, byClass] of probs.entries()) {
    for (const [k, own] of byClass.entries()) {
      for (const [c, p] of own.entries()) expect(Math.abs(model.probs[item]![k]![c]! - p)).toBeLessThan(1e-4);
    }
  }
});

test('adjacent log-odds of two classes differ in proportion to the scores', () => {
  for (const byClass of model.probs) {
    const odds = byClass.map((p) => [Math.log(p[1]! / p[0]!), Math.log(p[2]! / p[1]!)]);
    const effect = odds[1]!.map((value, step) => value - odds[0]![step]!);
    // Scores 1, 2, 4: the second step is twice as long.
    expect(effect[1]! / effect[0]!).toBeCloseTo(2, 8);
  }
});

test('parameters are counted by scale and class effect, and are identified', () => {
  expect(model.npar).toBe(1 + 4 * (2 + 1));
  expect(model).toMatchObject({ rank: 13, identified: true });
  expect(model.items).toEqual([ordinal, ordinal, ordinal, ordinal]);
});

test('an order can identify what a nominal model cannot', () => {
  // Two indicators with five categories: 2 classes need 17 parameters nominal, and 11 ordinal; neither is enough alone.
  expect(identification(2, [5, 5]).identified).toBe(false);
  expect(identification(3, [2, 2, 2, 2]).rank).toBe(13);
  // Three classes on three indicators: 20 nominal parameters for 26 cells, 14 ordinal.
  expect(identification(3, [3, 3, 3], { items: { scale: 'ordinal' } })).toEqual({
    identified: true,
    rank: 14,
    parameters: 14,
  });
});

test('standard errors are those of the second derivatives of the likelihood written down', () => {
  const theta = best;
  const { hessian } = derivatives((at) => loglikOf(at, columns), theta);
  const covariance = inverse(hessian.map((row) => row.map((value) => -value)));
  // Delta method by differences, from theta to every proportion.
  const flat = (at: readonly number[]): number[] => {
    const { shares, probs } = profileOf(unpack(at));
    return [...shares, ...probs.flat(2)];
  };
  const h = 1e-5;
  const slopes = theta.map((_, j) => {
    const [up, down] = [h, -h].map((by) => flat(theta.map((value, i) => value + (i === j ? by : 0))));
    return up!.map((value, i) => (value - down![i]!) / (2 * h));
  });
  const wanted = flat(theta).map((_, i) =>
    Math.sqrt(
      covariance.reduce(
        (sum, row, a) =>
          sum + row.reduce((own, value, b) => own + slopes[a]![i]! * value * slopes[b]![i]!, 0),
        0,
      ),
    ),
  );
  const { se, notes } = standardErrors(model, data, { kind: 'observed' });
  const found = [...se.shares, ...se.probs.flat(2)];
  expect(notes).toEqual([]);
  for (const [i, value] of wanted.entries()) expect(Math.abs(found[i]! / value - 1)).toBeLessThan(1e-3);
});

test('the bootstrap agrees with the curvature', () => {
  const curved = standardErrors(model, data, { kind: 'sandwich' });
  const drawn = standardErrors(model, data, { kind: 'bootstrap', replicates: 150, seed: 2 });
  const a = [...curved.se.shares, ...curved.se.probs.flat(2)];
  const b = [...drawn.se.shares, ...drawn.se.probs.flat(2)];
  const ratio = a.reduce<number>((sum, value, i) => sum + b[i]! / value!, 0) / a.length;
  expect(Math.abs(ratio - 1)).toBeLessThan(0.1);
});

test('weights enter: the weighted maximum is that of the weighted likelihood written down', () => {
  const weighted = indicators(columns, { names, weights, missing: 'fiml' });
  // Weights sum to the rows in use: one row has no answer at all.
  const used = weights.map((weight, row) => (columns.some((column) => column[row]! > 0) ? weight : 0));
  const sum = used.reduce((total, weight) => total + weight, 0);
  const scaled = used.map((weight) => (weight * used.filter((w) => w > 0).length) / sum);
  const theta = naiveFit((at) => loglikOf(at, columns, scaled), pack(TRUTH));
  const found = fit(weighted, { classes: 2, items: ordinal, seed: 3 });
  expect(found.loglik).toBeCloseTo(loglikOf(theta, columns, scaled), 5);
  const { se } = standardErrors(found, weighted, { kind: 'linearised', design: { weights } });
  expect(se.probs[0]![0]![0]).toBeGreaterThan(0);
});

test('with two categories an ordinal indicator is the nominal one', () => {
  const coarse = columns.map((column) => column.map((code) => Math.min(code, 2)));
  const binary = indicators(coarse, { names, missing: 'fiml' });
  const plain = fit(binary, { classes: 2, seed: 1 });
  const same = fit(binary, { classes: 2, seed: 1, items: { scale: 'ordinal' } });
  expect(same.npar).toBe(plain.npar);
  expect(same.loglik).toBeCloseTo(plain.loglik, 9);
  expect(same.probs[0]![0]![0]).toBeCloseTo(plain.probs[0]![0]![0]!, 5);
});

test('people with an ordinal model are classified by Bayes, known and new', () => {
  const { probabilities } = posterior(model, data);
  const again = score(model, columns);
  expect(Math.abs(again.probabilities[20]! - probabilities[20]!)).toBeLessThan(1e-12);
  const row = 10;
  const joint = model.shares.map((share, k) =>
    columns.reduce(
      (product, column, i) => product * (column[row]! > 0 ? model.probs[i]![k]![column[row]! - 1]! : 1),
      share,
    ),
  );
  expect(probabilities[2 * row]).toBeCloseTo(joint[0]! / (joint[0]! + joint[1]!), 10);
});

test('seven-point scales in three classes are found again, and cost a third of the parameters', () => {
  const seven = Array.from({ length: 7 }, (_, c) => -0.1 * (c - 3) ** 2);
  const scores = [0, 1, 2, 3, 4, 5, 6];
  const probs = [0, 0.1, -0.1, 0, 0.2, -0.2].map((tilt) =>
    [-0.8, 0, 0.9].map((b) => adjacent(seven, b + tilt, scores)),
  );
  const people = simulate({ shares: [0.5, 0.3, 0.2], probs }, 3000, 9).columns;
  const survey = indicators(people, { names: probs.map((_, i) => `q${i}`), missing: 'fiml' });
  const found = fit(survey, {
    classes: 3,
    items: { scale: 'ordinal' },
    starts: { screened: 40, finished: 8 },
  });
  expect(found.npar).toBe(2 + 6 * (6 + 2));
  for (const [k, share] of [0.5, 0.3, 0.2].entries())
    expect(Math.abs(found.shares[k]! - share)).toBeLessThan(0.05);
  for (const [k, byClass] of [0, 1, 2].entries()) {
    for (let c = 0; c < 7; c++) {
      expect(Math.abs(found.probs[0]![k]![c]! - probs[0]![byClass]![c]!)).toBeLessThan(0.06);
    }
  }
});

test('a class that answers at the end of the scale only, and a category nobody chose, do no harm', () => {
  const extreme = columns.map((column, i) =>
    column.map((code, row) => (row < 300 ? 4 : code === 0 ? 0 : i === 0 && code === 3 ? 2 : code)),
  );
  const survey = indicators(extreme, { names, categories: [5, 4, 4, 4], missing: 'fiml' });
  const found = fit(survey, {
    classes: 3,
    items: { scale: 'ordinal' },
    starts: { screened: 40, finished: 8 },
  });
  expect(found.converged).toBe(true);
  expect(found.probs.flat(2).every((p) => p >= 0 && p <= 1)).toBe(true);
  expect(found.warnings.map(({ code }) => code)).toContain('unused-category');
  expect(found.shares.some((share) => Math.abs(share - 0.2) < 0.02)).toBe(true);
  const { se } = standardErrors(found, survey, { kind: 'observed' });
  expect(se.shares.every((value) => value! > 0 && value! < 0.1)).toBe(true);
});

test('the likelihood ratio test draws and fits ordinal models', () => {
  const few = { screened: 12, finished: 2, steps: 10 };
  const test = bootstrapLikelihoodRatio(data, {
    classes: 2,
    replicates: 19,
    starts: few,
    fitting: { items: ordinal, starts: few },
  });
  expect(test.p).toBe(0.05);
  expect(test.ratios.every((ratio) => ratio >= 0 && ratio < 40)).toBe(true);
});

test('scores that do not rise, or that are not as many as the categories, are refused', () => {
  const refused = (scores: number[]): unknown =>
    expect(() => fit(data, { classes: 2, items: { scale: 'ordinal', scores } })).toThrow(
      '"a" needs 3 rising scores',
    );
  refused([1, 2]);
  refused([1, 1, 2]);
  refused([1, NaN, 2]);
});
