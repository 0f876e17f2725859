import type { ClassModel } from './class-model.js';
import { parametersPerPerson } from './criteria.js';

/**
 * What a careful reader looks at before believing a fit. `good`: as it should be; `mind`: figures hold, but read them with
 * this in mind; `bad`: figures must not be used as they stand. `data` holds what a sentence needs.
 */
export interface FitCheck {
  code: FitCheckCode;
  state: 'good' | 'mind' | 'bad';
  data: Record<string, number>;
}
export type FitCheckCode =
  | 'identified'
  | 'converged'
  | 'replicated'
  | 'starts'
  | 'spread'
  | 'rival'
  | 'patterns'
  | 'weights'
  | 'empty-class'
  | 'smallest'
  | 'boundary'
  | 'sparse'
  | 'residuals'
  | 'unused-category';

/** Starts from which a search is thorough: as many as Bagom screens by default. */
export const THOROUGH_STARTS = 500;
/** Solutions of equal likelihood whose parameters differ by more than this are not the same solution. */
const SPREAD = 0.01;
/** Of the starts that were run to the end, fewer than this reaching the best is few: so in older fits, else by `MISSED`. */
const FEW_HITS = 0.1;
/** A better maximum, as easy to find as the best, is missed with a chance above this. */
const MISSED = 0.05;
/** More free parameters a person than this in the smallest class: fewer than five people for each figure. */
const MANY_PARAMETERS = 0.2;
/** Fewer people than this in a class is few, whatever the number of indicators. */
const FEW_PEOPLE = 30;
const LARGE_RESIDUAL = 4;

/** The checks of a model in the order in which they matter. What an older fit did not keep is not checked. */
export function fitChecks({
  fit,
  classes,
  starts,
}: Pick<ClassModel, 'fit' | 'classes' | 'starts'>): FitCheck[] {
  const checks: FitCheck[] = [];
  const told = (code: FitCheckCode) =>
    fit.warnings.find((one) => one.code === code || one.code === `not-${code}`);
  const check = (code: FitCheckCode, state: FitCheck['state'], data: Record<string, number> = {}) =>
    checks.push({ code, state, data });

  check('identified', fit.identified ? 'good' : 'bad', { npar: fit.npar, rank: rankOf(fit) });
  const converged = fit.converged ?? !told('converged');
  check('converged', converged ? 'good' : 'bad');
  if (classes > 1) {
    const hits = fit.maxima[0]?.hits ?? 0;
    const finished = fit.finished ?? fit.maxima.reduce((sum, one) => sum + one.hits, 0);
    const few = fit.missed === undefined ? hits / Math.max(1, finished) < FEW_HITS : fit.missed > MISSED;
    const missed = fit.missed ?? (1 - hits / Math.max(1, finished)) ** finished;
    check('replicated', hits <= 1 ? 'bad' : few ? 'mind' : 'good', { hits, finished, missed });
    check('starts', starts < THOROUGH_STARTS ? 'mind' : 'good', { starts, enough: THOROUGH_STARTS });
    if (fit.spread !== undefined && hits > 1)
      check('spread', fit.spread > SPREAD ? 'bad' : 'good', { spread: fit.spread });
  }
  for (const { code, data } of fit.warnings)
    if (code === 'empty-class') check('empty-class', 'bad', { inClass: Number(data['inClass']) });
  if (classes > 1) {
    const people = fit.smallestN ?? Math.min(...fit.shares) * fit.n;
    const perPerson = parametersPerPerson(fit.categories, people);
    check('smallest', people < FEW_PEOPLE || perPerson > MANY_PARAMETERS ? 'mind' : 'good', {
      inClass: fit.shares.indexOf(Math.min(...fit.shares)),
      people,
      perPerson,
    });
  }
  if (fit.boundary)
    check('boundary', fit.boundary.length > 0 ? 'mind' : 'good', { count: fit.boundary.length });
  if (fit.goodness) check('sparse', fit.goodness.sparse ? 'mind' : 'good');
  if (fit.residuals && fit.residuals.length > 0) {
    const large = fit.residuals.filter(({ bvr }) => bvr > LARGE_RESIDUAL).length;
    check('residuals', large > 0 ? 'mind' : 'good', { large, pairs: fit.pairs ?? fit.residuals.length });
  }
  const numbers = (code: string, ...keys: string[]): Record<string, number> | null => {
    const found = fit.warnings.find((one) => one.code === code);
    return found ? Object.fromEntries(keys.map((key) => [key, Number(found.data[key])])) : null;
  };
  const rival = numbers('close-rival', 'gap', 'distance');
  if (rival) check('rival', 'mind', rival);
  const weights = numbers('uneven-weights', 'n', 'effectiveN');
  if (weights) check('weights', 'mind', weights);
  const patterns = numbers('more-classes-than-patterns', 'classes', 'patterns');
  if (patterns) check('patterns', 'bad', patterns);
  for (const { code, data } of fit.warnings)
    if (code === 'unused-category')
      check('unused-category', 'mind', {
        indicator: Number(data['item']),
        category: Number(data['category']),
      });
  return checks;
}

/** What the table can tell apart: told by the fit, or by its warning in those fitted before it was kept. */
function rankOf({ rank, warnings, npar }: ClassModel['fit']): number {
  const said = warnings.find(({ code }) => code === 'not-identified')?.data['rank'];
  return rank ?? (typeof said === 'number' ? said : npar);
}

/** False where the model's shares and probabilities must not be read: it is not identified, or its fit did not settle. */
export const isReadable = (model: Pick<ClassModel, 'fit' | 'classes' | 'starts'>): boolean =>
  !fitChecks(model).some(
    ({ code, state }) => state === 'bad' && (code === 'identified' || code === 'converged'),
  );
