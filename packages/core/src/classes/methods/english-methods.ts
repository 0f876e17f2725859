import type { danish } from './danish-methods.js';

/** The sentences of the methods section in English. */
export const english: typeof danish = {
  titles: {
    data: 'Data and indicators',
    estimation: 'Model and estimation',
    number: 'Number of classes',
    final: 'The final model',
    outward: 'How the classes go with other things',
    repeat: 'Repeating the analysis',
  },
  classes: (n) => (n === 1 ? '1 class' : `${n} classes`),
  unnamed: (n) => `Class ${n}`,
  criterion: { bic: 'BIC', abic: 'aBIC', caic: 'CAIC', aic: 'AIC', aic3: 'AIC3', icl: 'ICL' },

  sample: (wave, respondents, n) =>
    `The classes were fitted to ${wave} with ${respondents} respondents, ${
      n === respondents ? 'all' : n
    } of whom are in the model.`,
  dropped: (empty, incomplete, missing) =>
    missing === 'fiml'
      ? `${empty} who answered none of the indicators were left out.`
      : `${empty} without any answer and ${incomplete} with answers to only some of the indicators were left out.`,
  unweighted: 'The analysis is unweighted.',
  weighted: (weight) =>
    `Answers are weighted by ${weight}, and the model was estimated by pseudo maximum likelihood.`,
  design: (design, used) => {
    const parts = [
      ...(design.strata ? ['is stratified'] : []),
      ...(design.units ? ['was drawn in clusters'] : []),
      ...(design.replicates ? ['comes with replicate weights'] : []),
    ].join(' and ');
    return used
      ? `The sample ${parts}, which the standard errors take into account where they can.`
      : `The sample ${parts}; this was not taken into account.`;
  },
  indicators: (count, list) =>
    list === null
      ? `The model rests on ${count} indicators, listed in table 1.`
      : `The model rests on ${count} indicators: ${list}.`,
  nominal: 'All indicators were treated as nominal: each class has a probability of its own for each answer.',
  ordinal: (list, all) =>
    all
      ? 'All indicators were treated as ordered (adjacent-category logits).'
      : `The analysis treats ${list} as ordered (adjacent-category logits) and the others as nominal.`,
  distribution: 'Table 1 shows how the answers to each indicator are distributed.',
  fiml: 'Respondents with an answer to at least one indicator are included; missing answers were handled by full information maximum likelihood (FIML).',
  listwise: 'Only respondents with answers to all indicators are included.',
  userMissing: (list) =>
    `In ${list}, answers such as “don’t know” and “refused” count as categories of their own.`,
  missingRange: (low, high) =>
    low === high
      ? `${low} of the respondents lack an answer to each indicator.`
      : `Between ${low} and ${high} of the respondents lack an answer to an indicator.`,
  atRandom:
    'This assumes that answers are missing at random given those that were given (MAR). The assumption was not examined.',
  completelyAtRandom:
    'This assumes that those left out do not differ from those included (MCAR). The assumption was not examined.',

  program: (name, version) =>
    `The models were estimated in ${name} ${version} by maximum likelihood (EM algorithm).`,
  starts: (starts, finished, tolerance, seed) =>
    `Each model was estimated from ${starts} random starts of two kinds, with random answer probabilities or with respondents spread over the classes at random${
      finished === null ? '' : `; the best ${finished} were run to the end`
    }${tolerance === null ? '' : `, until a cycle improved the log-likelihood by less than ${tolerance}`} (seed ${seed}).`,
  hits: (hits, finished, maxima) =>
    `The best solution was reached by ${hits}${finished === null ? (hits === 1 ? ' start' : ' starts') : ` of the ${finished} starts that were run to the end`}; ${maxima === '1' ? 'a single maximum was' : `${maxima} maxima were`} found in all.`,
  identified: (rank, npar) =>
    `The model is identified${rank === null ? '' : `: the Jacobian has rank ${rank} for ${npar} parameters`}.`,
  notIdentified: (rank, npar) =>
    `The model is not identified${rank === null ? '' : `: the data can determine only ${rank} of ${npar} parameters`}, so its shares and probabilities cannot be interpreted.`,
  boundary: (count) =>
    `${count} answer probabilities were estimated as 0 and are held fixed where standard errors are computed.`,
  localIndependence: 'Within classes the indicators are assumed to be independent of each other.',
  residuals: (large, pairs, limit, a, b, bvr) =>
    `${large} of ${pairs} pairs have a bivariate residual above ${limit}; the largest is between ${a} and ${b} (${bvr}).`,
  residualsTested: (replicates, large, pairs, a, b, bvr) =>
    `In a parametric bootstrap of ${replicates} samples, ${large} of ${pairs} pairs have a bivariate residual larger than expected (p < 0.05); the largest is between ${a} and ${b} (${bvr}).`,
  sparse:
    'The table over all indicators is too sparse for G² and X² to follow a chi-square distribution; they were therefore not used.',
  goodness: (g2, x2, table, cases) =>
    `G² = ${g2} and X² = ${x2} on ${table} degrees of freedom (cells − 1 − parameters; ${cases} where the number of respondents sets the limit).`,
  otherwise: (n, count) =>
    `In addition, ${n === 1 ? 'one other specification was' : `${count} other specifications were`} tried on the same wave, with other indicators, scales, weights or rules for missing answers.`,

  compared: (first, last, one) =>
    `Models with ${first} to ${last} classes were compared${one ? ', the one-class model among them' : ''}.`,
  criteria: (list) => `They were compared by ${list} (table 2).`,
  minima: (parts) => `The lowest are ${parts.join('; ')}.`,
  minimum: (criteria, classes) => `${criteria} at ${classes === 1 ? '1 class' : `${classes} classes`}`,
  notReplicated: (list) => `In the model with ${list}, only one start reached the best solution.`,
  ratios: (list) => `The bootstrap likelihood ratio test (BLRT) gives ${list}.`,
  ratio: (k, statistic, p, error, replicates) =>
    `for ${k} against ${k + 1} classes ${statistic} (${p}, Monte Carlo error ${error}, ${replicates} samples)`,
  noRatio: 'The bootstrap likelihood ratio test (BLRT) was not used, as there is none for weighted answers.',
  sizes: 'The sizes of the classes in each model are given in table 2.',
  profiles: (n, count) =>
    n === 1
      ? 'The model’s profile is kept in the study’s file.'
      : `The profiles of all ${count} models are kept in the study’s file.`,
  reason: (classes, reason) => `The model with ${classes} was chosen. ${sentence(reason)}`,

  shares: (classes, shares) => `The final model has ${classes}: ${shares.join(', ')}.`,
  smallest: (name, n, perPerson) =>
    `The smallest, ${name}, amounts to ${n} respondents, and its profile has ${perPerson} free parameters per respondent.`,
  entropy: (entropy) =>
    `Entropy (R²) is ${entropy}. It says how surely respondents can be placed in classes, and was not used to choose their number.`,
  certainty: (low, high) =>
    `Among those placed in a class, the mean probability of belonging to it is ${low === high ? low : `between ${low} and ${high}`}.`,
  errors: (kind, level, replicates, scaling) =>
    `Standard errors are ${kind}${replicates === null ? '' : ` (${replicates} replicates)`}, and ${level} intervals were computed on the logit scale (table 3)${
      scaling === null ? '' : `; the scaling factor is ${scaling}`
    }.`,
  errorsKind: {
    observed: 'based on the observed information matrix',
    bhhh: 'based on the contributions of respondents (BHHH)',
    sandwich: 'robust (sandwich, as MLR in Mplus)',
    linearised: 'Taylor-linearised by the design of the sample',
    'replicate-weights': 'based on the replicate weights of the wave',
    jackknife: 'based on a jackknife over the units of the sample',
    bootstrap: 'bootstrapped, with classes matched to those of the model',
    'parametric-bootstrap': 'based on a parametric bootstrap, with classes matched to those of the model',
  },
  figure: 'The profile of the classes is drawn with intervals.',
  names: (list) =>
    `The names ${list} are shorthand for the profiles of the classes, not properties of persons.`,

  covariates: (method, list, reference, errors, n, dropped) =>
    `Class membership was related to ${list} by ${method}; ${reference} is the reference class, standard errors are ${errors}, ${n} respondents are included and ${dropped} were left out.`,
  numericCovariate: (name) => `${name} (numeric)`,
  categoricalCovariate: (name, reference) =>
    reference === null ? `${name} (categorical)` : `${name} (categorical, reference: ${reference})`,
  covariateMethod: (method, correction, assignment) => {
    if (method === 'one-step') return 'the one-step method';
    if (method === 'two-step') return 'the two-step method (Bakk & Kuha)';
    if (correction === 'none')
      return `three steps without correction for misplacement (${assignment} assignment)`;
    return `the three-step method with ${correction === 'bch' ? 'BCH' : 'ML'} correction (${assignment} assignment)`;
  },
  structuralErrors: {
    observed: 'based on the observed information matrix',
    bhhh: 'based on the contributions of respondents (BHHH)',
    sandwich: 'robust (sandwich)',
    propagated: 'robust and take into account that the classes were themselves estimated',
  },
  distal: (outcome, as, method, errors, p, n) =>
    `${outcome} was compared between the classes as ${as === 'mean' ? 'means' : 'shares'} by ${method}; standard errors are ${errors}${p === null ? '' : `, the Wald test of no difference gives ${p}`} (n = ${n}).`,
  waves: (compare, list, errors, changes) =>
    `The waves ${list} were compared ${
      compare === 'fixed'
        ? 'with the answer probabilities of the model held fixed'
        : compare === 'metric'
          ? 'with answer probabilities that are equal in both waves'
          : 'with free answer probabilities in each wave'
    }; standard errors are ${errors}. Change in percentage points: ${changes}.`,

  repeat: (version, seed) =>
    `The study’s file holds data, settings and all changes; Bagom ${version} gives the same figures again with seed ${seed}.`,
  table: {
    indicators: 'Table 1. Answers to the indicators',
    indicator: 'Indicator',
    answer: 'Answer',
    n: 'n',
    share: 'Share of answers',
    noAnswer: 'no answer',
    models: 'Table 2. The models compared',
    classes: 'Classes',
    loglik: 'Log-likelihood',
    npar: 'Parameters',
    entropy: 'Entropy',
    hits: 'Reached by',
    sizes: 'Sizes of the classes',
    modelsNote:
      'Lower is better for all criteria. Entropy only describes how surely respondents can be placed.',
    final: 'Table 3. The final model',
    finalNote: (level) =>
      `Probability (standard error) [${level} interval]. A dash: the estimate is on the boundary.`,
    finalPlain: 'Probabilities. Standard errors have not been computed.',
    classShare: 'Share of the class',
  },
  gaps: {
    distribution: 'The distribution of answers is not known for all indicators.',
    missingness: 'It has not been examined which variables go with missing answers. Write it if it is known.',
    residuals: 'The bivariate residuals have not been computed.',
    otherwise:
      'Only one specification of the model was tried. Fit it with other indicators or another scale as well, or write why not.',
    oneClass: 'The model with one class was not fitted.',
    single: 'There are no other models to compare with.',
    ratio: 'The BLRT has not been run for this model.',
    sizes: 'Some of the models were removed, so the sizes and profiles of their classes cannot be shown.',
    notChosen: 'The model is not the one the study uses.',
    reason: 'The reason for choosing the model has not been written.',
    errors: 'No standard errors have been computed yet.',
    figure: 'The profile cannot be drawn with intervals before standard errors are computed.',
    names: 'Not all classes have a name.',
    access: 'Write where data and the study’s file can be had, or why they cannot.',
  },
};

function sentence(words: string): string {
  const capital = words.charAt(0).toUpperCase() + words.slice(1);
  return /[.!?]$/u.test(capital) ? capital : `${capital}.`;
}
