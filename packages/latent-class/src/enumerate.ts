import { log } from './elementary.js';
import type { Indicators } from './data.js';
import { fit, type FitOptions } from './fit.js';
import type { LatentClassModel } from './model.js';
import { goodness, type Goodness } from './goodness.js';
import { certainty } from './posterior.js';

export interface EnumerateOptions extends Omit<FitOptions, 'classes'> {
  /** Least and greatest number of classes, both fitted. */
  readonly from: number;
  readonly to: number;
  /** Called when a number of classes is done. */
  readonly onModel?: (row: EnumerationRow) => void;
}

/** One number of classes, with all that is used to choose among them. Lower is better for every criterion. */
export interface EnumerationRow extends InformationCriteria {
  readonly classes: number;
  readonly loglik: number;
  readonly npar: number;
  /** Quality of classification, 0 to 1; never a reason to choose a number of classes. Null for one class. */
  readonly entropyR2: number | null;
  /** Share of the smallest class, and the number of people that is. */
  readonly smallestShare: number;
  readonly smallestN: number;
  /** People of the smallest class for each free parameter of a class: below 1, a class has more to say than people to say it. */
  readonly peoplePerParameter: number;
  readonly goodness: Goodness;
  readonly replicated: boolean;
  readonly identified: boolean;
  readonly model: LatentClassModel;
}

export interface InformationCriteria {
  /** -2 loglik + 2 npar (Akaike 1974). */
  readonly aic: number;
  /** -2 loglik + 3 npar (Bozdogan 1994). */
  readonly aic3: number;
  /** -2 loglik + npar log n (Schwarz 1978): the usual first choice for latent classes (Nylund et al. 2007). */
  readonly bic: number;
  /** BIC with (n + 2) / 24 for n (Sclove 1987). */
  readonly abic: number;
  /** -2 loglik + npar (log n + 1) (Bozdogan 1987). */
  readonly caic: number;
  /** BIC + 2 entropy: asks for classes that are also well told apart (Biernacki, Celeux & Govaert 2000). */
  readonly icl: number;
}

/** The information criteria of a log-likelihood; `entropy` is the sum over people of -p log p. */
export function informationCriteria(
  loglik: number,
  npar: number,
  n: number,
  entropy: number,
): InformationCriteria {
  const deviance = -2 * loglik;
  const bic = deviance + npar * log(n);
  return {
    aic: deviance + 2 * npar,
    aic3: deviance + 3 * npar,
    bic,
    abic: deviance + npar * log((n + 2) / 24),
    caic: bic + npar,
    icl: bic + 2 * entropy,
  };
}

/**
 * Fits every number of classes from `from` to `to`. The table is for a person to read, with the profiles beside
 * it: no row is marked as the right one.
 */
export function enumerate(data: Indicators, options: EnumerateOptions): EnumerationRow[] {
  const { from, to, onModel, ...rest } = options;
  const rows: EnumerationRow[] = [];
  for (let classes = from; classes <= to; classes++) {
    const row = describe(fit(data, { ...rest, classes }), data);
    rows.push(row);
    onModel?.(row);
  }
  return rows;
}

/** The row of one fitted model in the table of `enumerate`. */
export function describe(model: LatentClassModel, data: Indicators): EnumerationRow {
  const { entropy, entropyR2 } = certainty(model, data);
  const smallestShare = Math.min(...model.shares);
  return {
    classes: model.classes,
    loglik: model.loglik,
    npar: model.npar,
    ...informationCriteria(model.loglik, model.npar, model.n, entropy),
    entropyR2,
    smallestShare,
    smallestN: smallestShare * model.n,
    peoplePerParameter: (smallestShare * model.n * model.classes) / Math.max(1, model.npar),
    goodness: goodness(model, data),
    replicated: model.replicated,
    identified: model.identified,
    model,
  };
}
