import { describe as group, expect, test } from 'vitest';
import {
  bivariateResiduals,
  fit,
  goodness,
  informationCriteria,
  interaction,
  oneStep,
  type Indicators,
  type LatentClassModel,
  type OneStep,
} from '../index.js';
import { present, read, usable, type Regression } from './reference.fixture.js';

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
