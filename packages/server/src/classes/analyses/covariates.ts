import { BagomError, type CoefficientFound, type CovariatesFound } from '@bagom/core';
import {
  LatentClassError,
  oneStep,
  threeStep,
  twoStep,
  wald,
  type ClassRegression,
  type Covariate,
  type OneStep,
  type StructuralErrorKind,
  type ThreeStep,
  type TwoStep,
} from '@bagom/latent-class';
import { indicatorsOf } from '../class-data.js';
import { hasUnits } from '../survey-design.js';
import { finite, normalP, notesOf, testOf, withNormalInterval } from './figures.js';
import type { AnalysisGiven, HowToRun } from './given.js';

type Given = AnalysisGiven['covariates'];
type Column = Given['columns'][number];

/** What the classes depend on: a multinomial regression of class on covariates, in one, two or three steps. */
export async function covariatesOf(given: Given, { watch }: HowToRun = {}): Promise<CovariatesFound> {
  const { columns, data, design } = given;
  const found = regression(given);
  watch?.(1);
  const errors = shownErrors(found, data.weights !== null);
  return {
    terms: [
      { variableId: null, name: '(intercept)', label: '', category: null },
      ...columns.flatMap(termsOf),
    ],
    coefficients: coefficientsOf(found, errors),
    errors,
    tests: testsOf(found, errors, columns),
    loglik: found.loglik,
    npar: found.npar,
    n: found.n,
    rows: found.rows,
    dropped: { ...found.dropped },
    shares: 'shares' in found ? [...found.shares] : null,
    probs: 'probs' in found ? found.probs.map((item) => item.map((probs) => [...probs])) : null,
    shift: 'shift' in found ? found.shift : null,
    placement: 'placement' in found ? found.placement.map((parts) => [...parts]) : null,
    notes: [
      ...notesOf(found.warnings),
      ...(hasUnits(design) ? [{ code: 'design-not-counted', data: {} }] : []),
    ],
  };
}

/** The covariate that latent-class found wanting has a number for a name there. */
function regression(given: Given): OneStep | TwoStep | ThreeStep {
  try {
    return regressed(given);
  } catch (error) {
    if (!(error instanceof LatentClassError) || error.code !== 'bad-covariate') throw error;
    const at = Number.parseInt(String(error.data['name']), 10);
    const name = given.columns[at]?.name ?? given.columns.map((column) => column.name).join(', ');
    throw new BagomError('classes.bad-covariate', { name });
  }
}

function regressed({ model, data: answers, asked, columns }: Given): OneStep | TwoStep | ThreeStep {
  const data = indicatorsOf(answers);
  const covariates = columns.map(asCovariate);
  const { method, assignment, correction, referenceClass: reference, starts, seed } = asked;
  const options = { reference, ...(answers.weights ? { weights: answers.weights } : {}) };
  switch (method) {
    case 'one-step':
      return oneStep(model, data, covariates, { ...options, starts, seed });
    case 'two-step':
      return twoStep(model, data, covariates, options);
    case 'three-step':
      return threeStep(model, data, covariates, { ...options, assignment, correction, propagate: true });
  }
}

/** The place of the reference category among a variable's categories. */
function referenceOf({ categories, reference }: Column): number {
  return Math.max(
    0,
    categories.findIndex(({ value }) => value === reference),
  );
}

/** As latent-class takes it. Terms get numbers for names there: two labels may be alike. */
function asCovariate(column: Column, at: number): Covariate {
  const { as, values, categories } = column;
  if (as === 'numeric') return { name: `${at}`, values };
  const codeOf = new Map(categories.map(({ value }, index) => [value, index + 1]));
  return {
    name: `${at}`,
    codes: values.map((value) => codeOf.get(value) ?? NaN),
    labels: categories.map((_, index) => `${index}`),
    reference: referenceOf(column) + 1,
  };
}

function termsOf(column: Column): CovariatesFound['terms'] {
  const { variableId, name, label, as, categories } = column;
  if (as === 'numeric') return [{ variableId, name, label, category: null }];
  const reference = referenceOf(column);
  return categories.flatMap((category, index) =>
    index === reference ? [] : [{ variableId, name, label: category.label, category: category.value }],
  );
}

/** The most honest there are: what counts the first step, else what holds with weights, else the ordinary ones. */
function shownErrors({ uncertainty, method }: ClassRegression, weighted: boolean): StructuralErrorKind {
  const wanted: StructuralErrorKind[] =
    method === 'one-step' && !weighted
      ? ['observed', 'sandwich', 'bhhh']
      : ['propagated', 'sandwich', 'observed', 'bhhh'];
  return wanted.find((kind) => uncertainty[kind] !== undefined) ?? 'observed';
}

function coefficientsOf(found: ClassRegression, kind: StructuralErrorKind): CoefficientFound[][] {
  const errors = found.uncertainty[kind]?.errors;
  return found.coefficients.map((terms, k) =>
    terms.map((estimate, t): CoefficientFound => {
      const figure = withNormalInterval(estimate, k === found.reference ? null : errors?.[k]?.[t]);
      const odds = (log: number | null) => (log === null ? null : finite(Math.exp(log)));
      return {
        ...figure,
        odds: Math.min(Math.exp(estimate), Number.MAX_VALUE),
        oddsLow: odds(figure.low),
        oddsHigh: odds(figure.high),
        p: normalP(figure),
      };
    }),
  );
}

/** Each covariate at once: its terms in every class but the reference are all zero. */
function testsOf(
  found: ClassRegression,
  kind: StructuralErrorKind,
  columns: readonly Column[],
): CovariatesFound['tests'] {
  const covariance = found.uncertainty[kind]?.covariance;
  const estimates = found.coefficients.filter((_, k) => k !== found.reference).flat();
  const width = found.terms.length;
  let first = 1;
  return columns.map((column) => {
    const { variableId, name, label } = column;
    const own = termsOf(column).length;
    const from = first;
    first += own;
    const contrasts = estimates.flatMap((_, i) =>
      i % width >= from && i % width < from + own ? [estimates.map((__, j) => Number(i === j))] : [],
    );
    const test = covariance && contrasts.length > 0 ? wald(estimates, covariance, contrasts) : undefined;
    return { variableId, name, label, test: testOf(test) };
  });
}
