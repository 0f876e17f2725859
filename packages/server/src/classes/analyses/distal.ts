import type { DistalFound } from '@bagom/core';
import { distalMeans, distalProportions, type Distal } from '@bagom/latent-class';
import { indicatorsOf } from '../class-data.js';
import { hasUnits } from '../survey-design.js';
import { finite, notesOf, testOf, withLogitInterval, withNormalInterval } from './figures.js';
import type { AnalysisGiven, HowToRun } from './given.js';

/** How an outcome differs between classes, with wrong placements undone. */
export async function distalOf(
  { model, data: answers, design, asked, outcome }: AnalysisGiven['distal'],
  { watch }: HowToRun = {},
): Promise<DistalFound> {
  const data = indicatorsOf(answers);
  const options = {
    assignment: asked.assignment,
    correction: asked.correction,
    propagate: true,
    ...(answers.weights ? { weights: answers.weights } : {}),
  };
  const about = (found: Distal) => ({
    outcome: { name: outcome.name, label: outcome.label },
    shares: [...found.shares],
    equal: testOf(found.equal),
    errors: found.errorKind,
    n: found.n,
    rows: found.rows,
    dropped: { ...found.dropped },
    placement: found.placement.map((parts) => [...parts]),
    notes: [
      ...notesOf(found.warnings),
      ...(hasUnits(design) ? [{ code: 'design-not-counted', data: {} }] : []),
    ],
  });
  if (asked.as === 'mean') {
    const found = distalMeans(model, data, outcome.values, options);
    watch?.(1);
    return {
      ...about(found),
      means: found.means.map((mean, k) => withNormalInterval(mean, found.errors[k])),
      variances: [...found.variances],
      proportions: null,
      categories: [],
      pairs: found.pairs.map(({ a, b, difference, error, p }) => ({
        a,
        b,
        difference,
        se: finite(error),
        p: finite(p),
      })),
    };
  }
  const codeOf = new Map(outcome.categories.map(({ value }, index) => [value, index + 1]));
  const codes = outcome.values.map((value) => codeOf.get(value) ?? NaN);
  const categories = outcome.categories.length;
  const found = distalProportions(model, data, codes, { ...options, categories });
  watch?.(1);
  return {
    ...about(found),
    means: null,
    variances: null,
    proportions: found.proportions.map((byCategory, k) =>
      byCategory.map((share, c) => withLogitInterval(share, found.errors[k]?.[c])),
    ),
    categories: outcome.categories,
    pairs: [],
  };
}
