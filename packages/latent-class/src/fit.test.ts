import { describe as group, expect, test } from 'vitest';
import { naiveStep, type NaiveModel } from '../bench/naive.js';
import { indicators } from './data.js';
import { LatentClassError } from './error.js';
import { concludeFit, fit, type FitOptions } from './fit.js';
import { randomStream } from './random.js';
import { simulate } from './simulate.js';
import { bestCandidates, finishStarts, screenStarts, type Progress } from './starts.js';

const truth = {
  shares: [0.5, 0.3, 0.2],
  probs: [
    [0.9, 0.2, 0.1],
    [0.8, 0.3, 0.9],
    [0.85, 0.1, 0.2],
    [0.9, 0.8, 0.1],
    [0.2, 0.7, 0.9],
    [0.1, 0.8, 0.2],
    [0.9, 0.15, 0.6],
    [0.3, 0.9, 0.1],
  ].map((byClass) => byClass.map((p) => [p, 1 - p])),
};
const names = 'abcdefgh'.split('');
const few = { screened: 30, finished: 8, steps: 20 };

function sample(rows: number, seed: number, missing = 0) {
  const { columns } = simulate(truth, rows, seed);
  const random = randomStream(seed, 1);
  return columns.map((column) => column.map((code) => (random() < missing ? 0 : code)));
}

const data = indicators(sample(3000, 1), { names, missing: 'fiml' });

group('recovery', () => {
  test.each([
    ['complete answers', 0],
    ['a fifth of the answers missing', 0.2],
  ])('shares and probabilities of simulated people come back: %s', (_, missing) => {
    const model = fit(indicators(sample(20_000, 3, missing), { names, missing: 'fiml' }), {
      classes: 3,
      starts: few,
    });
    for (const [k, share] of truth.shares.entries())
      expect(Math.abs(model.shares[k]! - share)).toBeLessThan(0.02);
    for (const [item, byClass] of truth.probs.entries()) {
      for (const [k, probs] of byClass.entries()) {
        expect(Math.abs(model.probs[item]![k]![0]! - probs[0]!)).toBeLessThan(0.035);
      }
    }
    expect(model).toMatchObject({ identified: true, replicated: true, converged: true, warnings: [] });
  });

  test('the likelihood is the one that a textbook computes from the reported parameters', () => {
    const model = fit(data, { classes: 3, starts: few });
    expect(model.loglik).toBeCloseTo(naiveStep(sample(3000, 1), model as unknown as NaiveModel).loglik, 7);
  });

  test('one class is the proportions of each indicator', () => {
    const model = fit(data, { classes: 1 });
    const first = sample(3000, 1)[0]!;
    expect(model.probs[0]![0]![0]).toBeCloseTo(first.filter((code) => code === 1).length / 3000, 12);
    expect(model).toMatchObject({ shares: [1], npar: 8, replicated: true, warnings: [] });
  });

  test('classes come largest first', () => {
    const { shares } = fit(data, { classes: 4, starts: few });
    expect(shares).toEqual(shares.toSorted((a, b) => b - a));
  });

  test('three yes/no indicators with two classes fit their table exactly', () => {
    // A table made from the model itself: shares .6/.4, probabilities .9/.2, .8/.3, .7/.1, a thousand people.
    const cells = [1, 2].flatMap((a) => [1, 2].flatMap((b) => [1, 2].map((c) => [a, b, c] as const)));
    const p = (code: number, yes: number) => (code === 1 ? yes : 1 - yes);
    const weights = cells.map(
      ([a, b, c]) =>
        1000 * (0.6 * p(a, 0.9) * p(b, 0.8) * p(c, 0.7) + 0.4 * p(a, 0.2) * p(b, 0.3) * p(c, 0.1)),
    );
    const table = indicators(
      [0, 1, 2].map((i) => cells.map((cell) => cell[i]!)),
      { names: ['a', 'b', 'c'], weights, weighting: 'frequency', missing: 'fiml' },
    );
    const model = fit(table, { classes: 2, starts: few });
    expect(model.shares).toEqual([0.6, 0.4].map((share) => expect.closeTo(share, 5)));
    expect(model.probs.map((byClass) => byClass.map((probs) => probs[0]))).toEqual(
      [
        [0.9, 0.2],
        [0.8, 0.3],
        [0.7, 0.1],
      ].map((row) => row.map((value) => expect.closeTo(value, 4))),
    );
  });
});

group('same seed, same result', () => {
  test('two runs agree to the last bit', () => {
    const options: FitOptions = { classes: 4, starts: few, seed: 11 };
    expect(fit(data, options)).toEqual(fit(data, options));
  });

  test('starts shared out in ranges give the same model as one run', () => {
    const options = { classes: 3, starts: few, seed: 5 };
    const shared = { classes: 3, seed: 5, steps: few.steps };
    const screened = [
      ...screenStarts(data, { ...shared, from: 17, to: 30 }),
      ...screenStarts(data, { ...shared, from: 0, to: 17 }),
    ];
    const candidates = bestCandidates(screened, few.finished);
    const last = { classes: 3, tolerance: 1e-10, maxIterations: 5000 };
    const finished = [
      ...finishStarts(data, { ...last, candidates: candidates.slice(3) }),
      ...finishStarts(data, { ...last, candidates: candidates.slice(0, 3) }),
    ];
    expect(concludeFit(data, finished, options)).toEqual(fit(data, options));
  });

  test('a model survives being saved as JSON', () => {
    const model = fit(data, { classes: 3, starts: few });
    expect(JSON.parse(JSON.stringify(model))).toEqual(model);
  });
});

group('what may not be trusted', () => {
  test('a model that the table cannot identify is refused as such, though its starts agree', () => {
    const four = indicators(sample(3000, 1).slice(0, 4), { names: names.slice(0, 4), missing: 'fiml' });
    const model = fit(four, { classes: 3, starts: { screened: 40, finished: 20 } });
    expect(model).toMatchObject({ identified: false, rank: 13, npar: 14, replicated: true });
    expect(model.warnings).toContainEqual({ code: 'not-identified', data: { rank: 13, npar: 14 } });
    expect(model.spread).toBeGreaterThan(0.05);
    expect(model.warnings.map((warning) => warning.code)).toContain('equal-maxima-differ');
  });

  test('one finished start replicates nothing, and says so', () => {
    const model = fit(data, { classes: 3, starts: { screened: 5, finished: 1 } });
    expect(model.replicated).toBe(false);
    expect(model.warnings).toEqual([{ code: 'not-replicated', data: { hits: 1, finished: 1 } }]);
  });

  test('a start that ran out of steps is named', () => {
    const model = fit(data, { classes: 4, starts: few, maxIterations: 3 });
    expect(model.warnings.map((warning) => warning.code)).toContain('not-converged');
  });

  test('a probability of zero is listed as on the boundary', () => {
    const certain = {
      shares: [0.5, 0.5],
      probs: [0.7, 0.8, 0.9, 0.6].map((p) => [
        [p, 1 - p],
        [0, 1],
      ]),
    };
    const { columns } = simulate(certain, 500, 2);
    const model = fit(indicators(columns, { names: 'abcd'.split(''), missing: 'fiml' }), {
      classes: 2,
      starts: few,
    });
    expect(model.boundary.length).toBeGreaterThan(0);
    for (const { item, inClass, category } of model.boundary) {
      expect(model.probs[item]![inClass]![category - 1]).toBeLessThan(1e-5);
    }
  });

  test('a category that nobody chose is reported', () => {
    const rare = indicators(sample(300, 1), { names, categories: [3, 2, 2, 2, 2, 2, 2, 2], missing: 'fiml' });
    expect(fit(rare, { classes: 2, starts: few }).warnings).toContainEqual({
      code: 'unused-category',
      data: { item: 0, name: 'a', category: 3 },
    });
  });
});

group('running', () => {
  test('progress counts up through both stages', () => {
    const seen: Progress[] = [];
    fit(data, { classes: 2, starts: few, onProgress: (progress) => seen.push(progress) });
    expect(seen).toHaveLength(38);
    expect(seen[29]).toEqual({ stage: 'screen', done: 30, total: 30 });
    expect(seen.at(-1)).toEqual({ stage: 'finish', done: 8, total: 8 });
  });

  test('a stop signal is heard between starts', () => {
    const signal = { aborted: false };
    let done = 0;
    const run = () =>
      fit(data, {
        classes: 2,
        starts: few,
        signal,
        onProgress: () => {
          done++;
          signal.aborted = done === 3;
        },
      });
    expect(run).toThrow(LatentClassError);
    expect(done).toBe(3);
  });

  test.each<[string, Partial<FitOptions>]>([
    ['no class', { classes: 0 }],
    ['ten classes', { classes: 10 }],
    ['half a class', { classes: 1.5 }],
    ['no start', { starts: { screened: 0 } }],
    ['a negative seed', { seed: -1 }],
    ['a tolerance of nothing', { tolerance: 0 }],
  ])('%s is refused', (_, options) => {
    expect(() => fit(data, { classes: 2, ...options })).toThrow(LatentClassError);
  });
});
