import { existsSync, readFileSync } from 'node:fs';
import { describe as group, expect, test } from 'vitest';
import {
  assign,
  bestCandidates,
  bivariateResiduals,
  concludeFit,
  distalMeans,
  finishStarts,
  fit,
  fitGroups,
  goodness,
  indicators,
  informationCriteria,
  interaction,
  oneStep,
  score,
  screenStarts,
  threeStep,
  twoStep,
  type Indicators,
  type LatentClassModel,
  type OneStep,
} from '../index.js';

// Reference values by poLCA 1.6.0.2, StepMix 2.2.1 and independent arithmetic; they live beside the repository.
const folder = new URL('../../../../../shared/reference/lca/', import.meta.url);
const present = existsSync(new URL('README.md', folder));

interface Regression {
  data: string;
  missing: 'fiml' | 'listwise';
  N: number;
  nclass: number;
  items: string[];
  categories: number[];
  loglik: number;
  npar: number;
  aic: number;
  bic: number;
  abic: number;
  caic: number;
  aic3: number;
  icl_bic: number;
  entropy_r2: number;
  entropy_sum: number;
  G2: number;
  X2: number;
  shares: number[];
  probs: Record<string, number[][]>;
  coef: { names: string[]; b: number[][] };
  se_poLCA_bhhh: Errors;
  se_extra: { observed: Errors; sandwich: Errors };
  posterior_first10: number[][];
  bivariate: { a: string; b: string; x2: number | string; df: number }[];
}
interface Errors {
  shares: number[];
  probs: Record<string, number[][]>;
  coef: number[][];
}

function read<T>(path: string): T {
  return JSON.parse(readFileSync(new URL(path, folder), 'utf8')) as T;
}

function columnsOf(path: string, names: readonly string[]): number[][] {
  const [head, ...lines] = readFileSync(new URL(path, folder), 'utf8').trim().split('\n');
  const header = head!.replaceAll('"', '').split(',');
  const rows = lines.map((line) => line.split(',').map((cell) => (cell === '' ? NaN : Number(cell))));
  return names.map((name) => rows.map((row) => row[header.indexOf(name)]!));
}

/** For each class of the reference, the number of ours. */
function classOrder(ours: OneStepProbs, theirs: OneStepProbs): number[] {
  const classes = ours[0]!.map((_, k) => k);
  return classes.map((k) => {
    const far = (l: number) =>
      theirs.reduce(
        (sum, byClass, item) => sum + byClass[k]!.reduce((s, p, c) => s + (p - ours[item]![l]![c]!) ** 2, 0),
        0,
      );
    return classes.toSorted((a, b) => far(a) - far(b))[0]!;
  });
}
type OneStepProbs = readonly (readonly (readonly number[])[])[];

/** Relative agreement of standard errors, within a thousandth. */
function expectErrors(ours: readonly number[], theirs: readonly number[]): void {
  expect(ours.length).toBe(theirs.length);
  // Beside a probability of zero there is no error to compare.
  const gaps = theirs.map((error, i) => (error > 1e-5 ? Math.abs(ours[i]! - error) / error : 0));
  expect(Math.max(...gaps)).toBeLessThan(1e-3);
}

function answered(data: Indicators, row: number, item: number): boolean {
  return data.patternCodes[data.patternOfRow[row]! * data.names.length + item]! > 0;
}

/** Class probabilities by covariates alone, from the coefficients as reported. */
function priorsOf(
  found: OneStep,
  terms: readonly { values: ArrayLike<number> }[],
  data: Indicators,
): number[][] {
  return Array.from({ length: data.rows }, (_, row) => {
    const odds = found.coefficients.map((b) =>
      Math.exp(b.reduce((sum, slope, t) => sum + slope * (t === 0 ? 1 : terms[t - 1]!.values[row]!), 0)),
    );
    const total = odds.reduce((sum, value) => sum + value, 0);
    return odds.map((value) => value / total);
  });
}

/** The rows in which every named column has a value, as indicators and as those columns. */
function usable(file: string, items: string[], others: string[], missing: 'fiml' | 'listwise') {
  const values = columnsOf(file, others);
  const all = columnsOf(file, items);
  const rows = all[0]!
    .map((_, row) => row)
    .filter((row) => values.every((column) => !Number.isNaN(column[row])));
  const pick = (column: number[]) => rows.map((row) => column[row]!);
  return { data: indicators(all.map(pick), { names: items, missing }), values: values.map(pick) };
}

group.skipIf(!present)('one-step reference (skipped when the folder is absent)', () => {
  test.each([
    ['cheating_k2_gpa', ['GPA']],
    ['election_k3_party', ['PARTY']],
    ['election_k3_party_fiml', ['PARTY']],
    ['election_k3_partyage', ['PARTY', 'AGE']],
  ])('%s has the likelihood, coefficients, profile and three kinds of errors', (name, covariates) => {
    const expected = read<Regression>(`expected/${name}.json`);
    const { data, values } = usable(expected.data, expected.items, covariates, expected.missing);
    const plain = covariates.map((term, i) => ({ name: term, values: values[i]! }));
    const terms = plain.length === 2 ? [...plain, interaction(plain[0]!, plain[1]!)] : plain;
    const model = fit(data, { classes: expected.nclass, starts: { screened: 30, finished: 6 } });
    const probsOf = (from: Record<string, number[][]>) => expected.items.map((item) => from[item]!);
    const reference = classOrder(model.probs, probsOf(expected.probs))[0]!;
    const found = oneStep(model, data, terms, { reference, starts: 2 });
    const order = classOrder(found.probs, probsOf(expected.probs));
    expect(new Set(order).size).toBe(expected.nclass);
    expect(order[0]).toBe(reference);

    expect(Math.abs(found.loglik - expected.loglik)).toBeLessThan(1e-6);
    expect(found).toMatchObject({
      npar: expected.npar,
      n: expected.N,
      converged: true,
      hits: expect.any(Number),
    });
    const close = (list: readonly number[], digits = 4) => list.map((value) => expect.closeTo(value, digits));
    expect(order.map((k) => found.shares[k])).toEqual(close(expected.shares));
    expect(order.map((k) => found.probs.map((byClass) => byClass[k]!)).flat(2)).toEqual(
      close(order.map((_, k) => probsOf(expected.probs).map((byClass) => byClass[k]!)).flat(2)),
    );
    for (const [t, byClass] of expected.coef.b.entries()) {
      expect(order.slice(1).map((k) => found.coefficients[k]![t])).toEqual(close(byClass));
    }

    for (const [kind, theirs] of [
      ['bhhh', expected.se_poLCA_bhhh],
      ['observed', expected.se_extra.observed],
      ['sandwich', expected.se_extra.sandwich],
    ] as const) {
      const { errors } = found.uncertainty[kind]!;
      for (const [t, byClass] of theirs.coef.entries())
        expectErrors(
          order.slice(1).map((k) => errors[k]![t]!),
          byClass,
        );
      const profile = found.profileErrors[kind]!;
      expectErrors(
        order.map((k) => profile.shares[k]!),
        theirs.shares,
      );
      for (const [item, byClass] of probsOf(theirs.probs).entries()) {
        for (const [k, row] of byClass.entries()) expectErrors(profile.probs[item]![order[k]!]!, row);
      }
    }

    const { aic, bic, abic, caic, aic3, icl } = informationCriteria(
      found.loglik,
      found.npar,
      found.n,
      found.entropy,
    );
    expect([aic, bic, abic, caic, aic3]).toEqual(
      close([expected.aic, expected.bic, expected.abic, expected.caic, expected.aic3], 5),
    );
    expect(icl).toBeCloseTo(expected.icl_bic, 1);
    expect(1 - found.entropy / (found.n * Math.log(found.classes))).toBeCloseTo(expected.entropy_r2, 5);
    // The reference lists the people in use.
    const used = Array.from({ length: data.rows }, (_, row) => row).filter(
      (row) => data.patternOfRow[row]! >= 0,
    );
    for (const [i, theirs] of expected.posterior_first10.entries()) {
      const at = used[i]! * found.classes;
      expect(order.map((k) => found.probabilities[at + k])).toEqual(close(theirs));
    }

    // The table that the model predicts has its mean class sizes.
    const marginal: LatentClassModel = {
      ...model,
      shares: found.shares,
      probs: found.probs,
      npar: found.npar,
    };
    const { g2, x2 } = goodness(marginal, data);
    expect(g2).toBeCloseTo(expected.G2, 2);
    expect(x2 / expected.X2).toBeCloseTo(1, 3);
    // With covariates, a pair is compared with the classes of those who answered both.
    const prior = priorsOf(found, terms, data);
    let whole = bivariateResiduals(marginal, data);
    for (const [i, { x2: theirs }] of expected.bivariate.entries()) {
      if (expected.missing === 'fiml' && i > 5) break;
      const { a: first, b: second } = whole[i]!;
      const both = used.filter((row) => [first, second].every((item) => answered(data, row, item)));
      const shares = found.shares.map(
        (_, k) => both.reduce((sum, row) => sum + prior[row]![k]!, 0) / both.length,
      );
      if (expected.missing === 'fiml') whole = bivariateResiduals({ ...marginal, shares }, data);
      // "NaN" there is a cell of 0 expected and 0 observed, which adds nothing here.
      expect(Math.abs(whole[i]!.x2 - (typeof theirs === 'number' ? theirs : whole[i]!.x2))).toBeLessThan(
        0.05,
      );
    }
  });
});

test.skipIf(!present)('values with two classes has the statistic that Goodman (1974) printed', () => {
  const names = ['A', 'B', 'C', 'D'];
  const data = indicators(columnsOf('values.csv', names), { names, missing: 'fiml' });
  const model = fit(data, { classes: 2, starts: { screened: 20, finished: 5 } });
  // G2 = 2.720 with 6 degrees of freedom; one group with nothing fixed is that model.
  expect(goodness(model, data)).toMatchObject({ g2: expect.closeTo(2.72, 3), df: { table: 6, cases: 6 } });
  const one = fitGroups(model, data, { items: 'free', starts: 1 });
  expect(one.loglik).toBeCloseTo(model.loglik, 7);
  expect(one.groups[0]!.shares).toEqual(model.shares.map((share) => expect.closeTo(share, 4)));
});

interface ThreeSteps {
  N: number;
  K: number;
  loglik: number;
  shares: number[];
  [key: string]: unknown;
}
interface Means {
  means: number[];
  variances: number[];
}
interface Placed extends Means {
  D: number[][];
  class_shares: number[];
}

/** StepMix stopped at this maximum; where a higher one exists, the reference belongs to the lower. */
function modelAt(data: Indicators, classes: number, loglik: number): LatentClassModel {
  const plan = { screened: 60, finished: 30, steps: 20 };
  const screened = screenStarts(data, { classes, seed: 1, from: 0, to: plan.screened, steps: plan.steps });
  const finished = finishStarts(data, {
    classes,
    candidates: bestCandidates(screened, plan.finished),
    tolerance: 1e-10,
    maxIterations: 5000,
  });
  const there = finished.filter((run) => Math.abs(run.loglik - loglik) < 1e-3);
  return concludeFit(data, there, { classes, starts: plan });
}

group.skipIf(!present)('stepwise reference', () => {
  const all = present ? read<Record<string, ThreeSteps>>('threestep.json') : {};
  const election = present ? read<Regression>('expected/election_k3_fiml.json').items : [];
  test.each([
    ['cheating_gpa', 'cheating.csv', 'GPA', ['LIEEXAM', 'LIEPAPER', 'FRAUD', 'COPYEXAM'], 3],
    ['election_age_fiml', 'election.csv', 'AGE', election, 2],
  ])('%s has the placements, means, variances and slopes', (key, file, name, items, digits) => {
    const expected = all[key]!;
    const { data, values } = usable(file, items, [name], 'fiml');
    expect(data.n).toBe(expected.N);
    const model = modelAt(data, expected.K, expected.loglik);
    // StepMix stops 5e-8 and more below the maximum, which moves shares by some 2.5e-5: hence four digits and not six.
    expect(Math.abs(model.loglik - expected.loglik)).toBeLessThan(1e-5);
    expect(model.shares).toEqual(expected.shares.map((share) => expect.closeTo(share, 4)));

    const close = (list: number[], places = digits) => list.map((value) => expect.closeTo(value, places));
    const outcome = values[0]!;
    const x = [{ name, values: outcome }];
    const slopes = (word: string) =>
      (expected[word] as { beta_vs_largest_class: number[][] }).beta_vs_largest_class.map((row) =>
        close(row),
      );
    expect(twoStep(model, data, x).coefficients).toEqual(slopes('stepmix_covariate_two_modal'));
    for (const [assignment, word] of [
      ['modal', 'modal'],
      ['proportional', 'soft'],
    ] as const) {
      const { D, means, class_shares } = expected[`independent_BCH_${word}`] as Placed;
      expect(assign(model, data, assignment).errors).toEqual(D.map((row) => close(row)));
      const bch = distalMeans(model, data, outcome, { assignment, correction: 'bch' });
      expect(bch.means).toEqual(close(means));
      expect(bch.shares).toEqual(close(class_shares, 4));
      expect(bch.variances).toEqual(close((expected[`stepmix_BCH_${word}`] as Means).variances));
      const naive = distalMeans(model, data, outcome, { assignment, correction: 'none' });
      expect(naive.means).toEqual(close((expected[`stepmix_naive_${word}`] as Means).means));
      expect(naive.variances).toEqual(close((expected[`stepmix_naive_${word}`] as Means).variances));
      expect(threeStep(model, data, x, { assignment, correction: 'none' }).coefficients).toEqual(
        slopes(`stepmix_covariate_naive_${word}`),
      );
    }
    const ml = distalMeans(model, data, outcome, { correction: 'ml', shares: 'fixed' });
    expect(ml.means).toEqual(close((expected['stepmix_ML_modal'] as Means).means));
    expect(ml.variances).toEqual(close((expected['stepmix_ML_modal'] as Means).variances));
    expect(threeStep(model, data, x).coefficients).toEqual(slopes('stepmix_covariate_ML_modal'));
  });

  test('the proportional ML of StepMix is another likelihood, and not the one of Vermunt (2010)', () => {
    const expected = all['cheating_gpa']!;
    const { data, values } = usable(
      'cheating.csv',
      ['LIEEXAM', 'LIEPAPER', 'FRAUD', 'COPYEXAM'],
      ['GPA'],
      'fiml',
    );
    const model = modelAt(data, 2, expected.loglik);
    const placed = assign(model, data, 'proportional');
    // It takes log(sum P(class) product of D^part) where Vermunt has sum part log(sum P(class) D).
    const theirs = ([b0, b1]: readonly number[]) =>
      values[0]!.reduce((sum, gpa, row) => {
        const odds = Math.exp(b0! + b1! * gpa);
        const likelihood = [1, odds].reduce((total, prior, k) => {
          const known = placed.errors[k]!.reduce(
            (log, d, a) => log + placed.parts[row * 2 + a]! * Math.log(d),
            0,
          );
          return total + (prior / (1 + odds)) * Math.exp(known);
        }, 0);
        return sum + Math.log(likelihood);
      }, 0);
    const [, slopes] = (expected['stepmix_covariate_ML_soft'] as { beta_vs_largest_class: number[][] })
      .beta_vs_largest_class;
    const here = theirs(slopes!);
    for (const [d0, d1] of [
      [0.01, 0],
      [-0.01, 0],
      [0, 0.01],
      [0, -0.01],
    ]) {
      expect(theirs([slopes![0]! + d0!, slopes![1]! + d1!])).toBeLessThan(here);
    }
    // Ours stays with BCH and two steps, theirs is far from both.
    const x = [{ name: 'GPA', values: values[0]! }];
    const ours = threeStep(model, data, x, { assignment: 'proportional' }).coefficients[1]![1]!;
    const two = twoStep(model, data, x).coefficients[1]![1]!;
    expect(Math.abs(ours - two)).toBeLessThan(0.05);
    expect(Math.abs(slopes![1]! - two)).toBeGreaterThan(0.5);
  });
});

group.skipIf(!present)('scoring reference', () => {
  interface Person {
    pattern: (number | null)[];
    posterior: number[];
    modal: number;
    loglik: number;
  }
  const file = present
    ? read<Record<string, { items: string[]; new: Person[] }>>('scoring/expected_scoring.json')
    : {};

  test.each(['carcinoma_k3', 'election_k3_fiml', 'gss82_k3'])(
    '%s: new people are classified alike',
    (name) => {
      const { items, new: people } = file[name]!;
      const model = scoringModel(name, items);
      const scores = score(
        model,
        items.map((_, item) => people.map(({ pattern }) => pattern[item] ?? NaN)),
      );
      const { classes } = model;
      for (const [row, person] of people.entries()) {
        // What lies at estimated zeros depends on how far an optimiser went; such people are marked instead.
        if (scores.unlike[row] === 1) continue;
        const found = [...scores.probabilities.subarray(row * classes, (row + 1) * classes)];
        expect(found).toEqual(person.posterior.map((p) => expect.closeTo(p, 4)));
        expect(scores.modal[row]).toBe(person.modal - 1);
        expect(scores.loglik[row]).toBeCloseTo(person.loglik, 3);
      }
      expect([...scores.unlike].filter((mark) => mark === 1).length).toBeLessThan(2);
    },
  );

  function scoringModel(name: string, items: string[]) {
    if (name !== 'gss82_k3') {
      const { categories, shares, probs } = read<Regression>(`expected/${name}.json`);
      return { classes: 3, names: items, categories, shares, probs: items.map((item) => probs[item]!) };
    }
    const data = indicators(columnsOf('gss82.csv', items), { names: items, missing: 'fiml' });
    const model = fit(data, { classes: 3, starts: { screened: 60, finished: 15 } });
    return model;
  }

  test('a code that the model does not know is refused', () => {
    const { items } = file['carcinoma_k3']!;
    expect(() =>
      score(
        scoringModel('carcinoma_k3', items),
        items.map(() => [3]),
      ),
    ).toThrow('use whole numbers 1 to 2');
  });
});

test.skipIf(present)(
  'the reference is not here: put it in ../shared/reference/lca to compare with it',
  () => {
    expect(present).toBe(false);
  },
);
