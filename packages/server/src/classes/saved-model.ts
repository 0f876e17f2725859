import type { ClassModel, FitSummary } from '@bagom/core';
import type { LatentClassModel } from '@bagom/latent-class';
import { ORDINAL, startPlan } from './fit-classes.js';

/** A model that a study keeps, as latent-class knows it. `names` are the indicators' names in the data beside it. */
export function savedModel(
  names: readonly string[],
  fit: FitSummary,
  {
    missing,
    seed,
    starts,
    weighted,
    settings,
    indicators,
  }: Pick<ClassModel, 'missing' | 'seed' | 'starts' | 'settings' | 'indicators'> & { weighted: boolean },
): LatentClassModel {
  const plan = startPlan(starts);
  return {
    classes: fit.shares.length,
    names,
    categories: fit.categories.map((values) => values.length),
    labels: fit.categories.map((values) => values.map(String)),
    items: indicators.map((id) => (settings?.ordinal.includes(id) ? ORDINAL : 'free')),
    fixedShares: null,
    classNames: fit.shares.map(() => null),
    missing,
    rows: fit.n + (fit.dropped?.empty ?? 0) + (fit.dropped?.incomplete ?? 0),
    dropped: fit.dropped ?? { empty: 0, incomplete: 0 },
    n: fit.n,
    effectiveN: fit.effectiveN ?? fit.n,
    weighted,
    loglik: fit.loglik,
    npar: fit.npar,
    shares: fit.shares,
    probs: fit.probs,
    maxima: fit.maxima.map(({ loglik, hits, distance = 0 }) => ({ loglik, hits, spread: 0, distance })),
    replicated: fit.shares.length === 1 || (fit.maxima[0]?.hits ?? 0) > 1,
    missed: fit.missed ?? 0,
    unseen: fit.unseen ?? 0,
    identified: fit.identified,
    rank: fit.rank ?? fit.npar,
    spread: fit.spread ?? 0,
    boundary: boundaryOf(names, fit),
    starts: { ...plan, finished: settings?.finished ?? plan.finished },
    seed,
    tolerance: settings?.tolerance ?? 1e-10,
    iterations: 0,
    converged: fit.converged ?? true,
    warnings: [],
    notes: [],
  };
}

/** As the fit told them; of an older one, what its probabilities tell. */
function boundaryOf(names: readonly string[], fit: FitSummary): LatentClassModel['boundary'] {
  const told =
    fit.boundary ??
    fit.probs.flatMap((byClass, indicator) =>
      byClass.flatMap((probs, inClass) =>
        probs.flatMap((p, category) => (p < 1e-5 ? [{ indicator, class: inClass, category }] : [])),
      ),
    );
  return told.map(({ indicator, class: inClass, category }) => ({
    item: indicator,
    name: names[indicator] ?? '',
    inClass,
    category: category + 1,
  }));
}
