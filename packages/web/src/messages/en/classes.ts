import type { classes as danish } from '../da/classes.js';

export const classes: typeof danish = {
  title: 'Classes',
  lead: 'Latent classes over the indicators.',
  view: 'View',
  openView: (view) => `Show: ${view}`,
  views: {
    choose: 'Choose',
    profile: 'Profile',
    trust: 'Trust',
    explain: 'Explain',
    respondents: 'Respondents',
    methods: 'Methods',
  },
  models: 'Models',
  model: 'Model',
  modelName: 'Name of the model',
  chosen: 'chosen',
  choose: 'Use this model',
  search: (starts, seed) => `${starts} starts, seed ${seed}`,
  chooseHint:
    'The study uses one model. Its classes are those that are recruited from and shown in the report.',
  isChosen: 'The study uses this model.',
  removeModel: 'Remove the model',
  fit: 'Fit classes',
  fitLead:
    'Respondents are divided into classes that each answer in a way of their own. One model is fitted for each number of classes, so that they can be compared.',
  fitting: 'Fitting classes',
  wave: 'Wave',
  indicators: 'Indicators',
  indicatorsChosen: (n, total) => `${n} of ${total} variables chosen`,
  onlyIndicators: 'Only those that are indicators',
  find: 'Find a variable',
  from: 'From number of classes',
  to: 'To',
  starts: 'Random starts',
  startsHint:
    'More starts make it surer that the best solution was found. 100 often do; use 500 for what goes to print.',
  seed: 'Seed',
  seedHint: 'The same seed gives the same result.',
  missing: 'Missing answers',
  missingHint: {
    fiml: 'A respondent counts with an answer to at least one indicator.',
    listwise: 'Only respondents with answers to all indicators count.',
  },
  weight: 'Weight',
  noWeight: 'without weight',
  fewIndicators: 'Choose at least three indicators; with fewer, classes can rarely be told apart.',
  wrongRange: 'The first number of classes must not be larger than the last (1 to 9).',
  manyCategories: (names) => `These have more than ten different answers and rarely fit: ${names}.`,
  facts: (n, patterns, weighted, missing, seed, starts) =>
    `${n}, ${patterns}; ${weighted}; ${missing}; seed ${seed}, ${starts} starts`,
  weightedBy: 'weighted',
  enumeration: 'How many classes?',
  enumerationLead:
    'The lowest BIC is a good place to begin, but not the only one: the classes must also make sense, and the smallest must be large enough to speak of.',
  k: 'Classes',
  loglik: 'Log-likelihood',
  npar: 'Parameters',
  aic: 'AIC',
  bic: 'BIC',
  abic: 'aBIC',
  entropy: 'Entropy',
  smallest: 'Smallest class',
  lowest: 'lowest',
  shown: 'shown now',
  bicCaption: (k) => `BIC by number of classes. Lowest at ${k}.`,
  shares: 'Size of the classes',
  profile: 'Profile of the classes',
  answer: 'Answer',
  order: 'Order',
  byDifference: 'By difference',
  bySurvey: 'As in the survey',
  indicator: 'Indicator',
  unnamed: (n) => `Class ${n}`,
  difference: 'Difference',
  stale:
    'The model no longer fits the answers: a recode, a missing rule or the weight has changed since it was fitted. Fit it again.',
  notIdentified: 'The model is not identified: its shares and probabilities must not be used.',
  trust: 'Does the result hold?',
  maxima: 'Maxima that the random starts found',
  hits: 'Starts',
  below: 'Below the best',
  noWarnings: 'No warnings: the best solution was found more than once, and the model is identified.',
  warnings: {
    'not-replicated': (hits, finished) =>
      `The best solution was found ${hits} time among ${finished} starts. There may be a better one. Fit again with more starts, or choose fewer classes.`,
    'not-converged': (iterations) =>
      `The fit had not settled after ${iterations} steps. Do not use the figures; fit again with fewer classes or fewer indicators.`,
    'not-identified': (rank, npar) =>
      `The data can determine only ${rank} of the model’s ${npar} parameters. No share or probability may be used; choose fewer classes or take in more indicators.`,
    'equal-maxima-differ': (spread) =>
      `Starts of the same likelihood gave figures that differ by up to ${spread}. The profile is uncertain; choose fewer classes or take in more indicators.`,
    'empty-class': (name) => `${name} is empty. Choose a model with fewer classes.`,
    'more-classes-than-patterns': (classes, patterns) =>
      `The model has ${classes} classes, but there are only ${patterns} different sets of answers. Choose fewer classes.`,
    'few-hits': (hits, finished, missed) =>
      `The best solution was found by ${hits} of ${finished} starts. The chance of having missed a better one that is as easy to find is ${missed}. Fit again with more starts.`,
    'close-rival': (gap, distance) =>
      `Another solution is only ${gap} lower in log-likelihood, and its profile differs by up to ${distance}. The choice between the two rests on the interpretation; say so where you report it.`,
    'small-class': (name, people) =>
      `${name} stands for only ${people} respondents, counted by weight. Its figures are uncertain; do not lean on them alone.`,
    'uneven-weights': (n, effective) =>
      `The weights are so uneven that ${n} respondents say as much as ${effective} of equal weight. Consider trimming the largest weights.`,
    'unused-category': (name, category) =>
      `Nobody gave the answer ${category} to ‘${name}’. It does not count; mend the value list under Survey if that is a surprise.`,
    other: (code) => `A note from the fit: ${code}.`,
  },
  names: 'Names of the classes',
  namesHint: 'The name is the study’s own. The model knows only numbers.',
  nameOf: (n) => `Name of class ${n}`,
  respondents: 'Respondents of the class',
  respondentsLead: (n) => `${n}, the most certain first.`,
  ofClass: 'Class',
  row: 'Row',
  certainty: 'Certainty',
  otherClasses: 'Else',
  margin: 'The model',
  nextModel: 'Next model',
  previousModel: 'Previous model',
  emptyTitle: 'The classes will stand here',
  empty:
    'Latent class analysis finds groups of respondents who answer alike. Choose indicators, fit models with different numbers of classes, and choose the one that both the figures and the field can vouch for.',
  emptyNoSurvey: 'A survey has to be imported first.',
  emptyExample:
    'Fællesskabsmålingen became three classes: the majority group (78%), the risk group (18%) and the vulnerable group (4%). About 2, 35 and 86% of them were lonely.',
};
