import type { judging as danish } from '../da/judging.js';

export const judging: typeof danish = {
  kinds: {
    'standard-errors': 'Standard errors',
    'likelihood-ratio': 'BLRT',
    residuals: 'Bivariate residuals',
    covariates: 'Covariates',
    distal: 'Outcomes',
    waves: 'Waves',
  },
  run: 'Run',
  runAgain: 'Run again',
  runs: 'Running…',
  compute: 'Compute',
  notRun: 'not run',
  interval: (low, high) => `${low} to ${high}`,
  intervalOf: (level) => `${level} interval`,
  se: 'SE',
  class: 'Class',
  share: 'Share',
  means: 'What it means',
  dfShort: 'df',

  startsHint:
    'The starts are of two kinds: half begin with random answer probabilities, half with people spread over the classes at random. Each kind finds solutions that the other misses. The best 30, and ten others spread evenly over the rest, are run to the end.',
  fewStarts:
    'With fewer than 100 starts the best solution is easily missed. Use so few only to try things out.',
  moreSettings: 'More settings',
  tolerance: 'Go on until the log-likelihood grows less than',
  tolerances: {
    '0.000001': '10⁻⁶, fastest',
    '1e-8': '10⁻⁸',
    '1e-10': '10⁻¹⁰, the usual',
    '1e-12': '10⁻¹², strictest',
  },
  useDesign: 'Let strata and clusters of the sample count in standard errors',
  time: {
    moment: 'Takes a moment',
    seconds: (n) => `Takes about ${n} seconds`,
    minutes: (n) => `Takes about ${n} min`,
  },
  answerCount: { one: 'answer', other: 'answers' },
  scaleOf: (name) => `Scale of ${name}`,
  scales: { nominal: 'nominal', ordinal: 'ordered' },
  scaleHint:
    'Nominal: each class has a probability of its own for each answer. Ordered: classes differ only in how far up the scale they answer (adjacent-category logits); that takes fewer parameters.',
  manyAnswers: 'over 30 answers',
  userMissing: (n, of) => `“Don’t know” and the like as answers: ${n} of ${of} indicators`,
  userMissingHint:
    'Otherwise they count as missing. Tick those where answering so says something about the person.',
  answerN: (label, n) => `${label} (${n})`,

  enumerationLead:
    'No figure settles the number alone. See where the criteria are lowest and where they stop falling by much; whether the smallest class is large enough; and whether the extra class says something the field recognises. Always look at the profile before you choose.',
  criteriaTable: 'Criteria. Lower is better; the lowest in each column is marked',
  sizesTable: 'Classes and search',
  criterion: { bic: 'BIC', abic: 'aBIC', caic: 'CAIC', aic: 'AIC', aic3: 'AIC3', icl: 'ICL' },
  loglik: 'LL',
  npar: 'Par.',
  showModel: (name) => `Show the model with ${name}`,
  shareAndN: (share, n) => `${share} (${n})`,
  perPerson: 'Par. per person in smallest class',
  perPersonMeans:
    'Free answer probabilities of the smallest class divided by its people. Above 0.2 there are fewer than five people behind each figure of its profile.',
  reached: 'Reached by',
  ofFinished: (hits, finished) => `${hits} of ${finished}`,
  df: 'Degrees of freedom',
  dfTable: 'df (Mplus)',
  dfCases: 'df (poLCA)',
  dfMeans:
    'Two conventions: cells − 1 − parameters (Mplus and Latent GOLD), and the lesser of the number of people and cells − 1, minus parameters (poLCA). Write which one you use.',
  entropyMeans:
    'Only says how surely people can be placed in the classes (0 to 1). It is no reason to choose a number: more classes may well give a higher entropy and a worse model.',
  minimum: (criteria, classes) => `${criteria} at ${classes}`,
  criteriaCaption: (minima) =>
    `The criteria by number of classes, each on its own scale. Lowest: ${minima}. BIC is the usual first choice; AIC often picks too many classes, ICL often too few.`,
  lowestTable: 'Where the criteria are lowest',
  lowestHere: 'Lowest here',
  blrt: 'Is one more class needed? (BLRT)',
  blrtLead:
    'The bootstrap likelihood ratio test draws new samples from the model with one class fewer and sees how often an extra class improves the fit as much there. A small p speaks for the extra class. In large surveys it may go on doing so.',
  blrtWeighted:
    'The models are weighted, and then there is no such test: it draws people, and a weighted likelihood is not that of people. Fit the same models without the weight to have the test, and hold it against BIC.',
  samples: 'Samples',
  samplesHint: (error) => `At p = 0.05 this gives a Monte Carlo error of ${error}.`,
  step: 'Step',
  stepOf: (from, to) => `${from} against ${to}`,
  runStep: (from, to) => `Run the BLRT of ${from} against ${to} classes`,
  ratio: '2 × difference in LL',
  monteCarlo: 'Monte Carlo error',
  stepSupported: (from, to) => `${to} classes fit better than ${from}.`,
  stepNotSupported: (from, to) => `${to} classes fit no better than ${from} than chance can explain.`,
  stepUnsure: 'Too close to 0.05 to tell; use more samples.',

  choice: 'Your choice',
  choiceLead:
    'Write why it is this model: criteria, size of the classes, and that they make sense. It goes into the methods section.',
  reason: (name) => `Why ‘${name}’?`,
  reasonHint: 'Write whole sentences; they are printed as they stand.',
  chooseAnyway:
    'I know that the data do not determine the model’s shares and probabilities, and want to use it all the same.',

  states: { good: 'In order', mind: 'Keep in mind', bad: 'Wrong' },
  checks: {
    identified: (rank, npar) =>
      `The model is identified: the data can determine all ${npar} parameters (rank ${rank}).`,
    notIdentified: (rank, npar) =>
      `The model is not identified: the data can determine only ${rank} of ${npar} parameters.`,
    notIdentifiedAct:
      'Shares and probabilities might as well have been others and must not be used, even where the starts agree. Choose fewer classes or take in more indicators.',
    converged: 'The fit settled.',
    notConverged: 'The fit did not settle.',
    notConvergedAct: 'Do not use the figures. Fit again with fewer classes or indicators.',
    replicated: (hits, finished) => `The best solution was reached by ${hits} of ${finished} starts.`,
    fewHits: (hits, finished) => `Only ${hits} of ${finished} starts reached the best solution.`,
    fewHitsAct: (missed) =>
      `There may be a better one that no start came upon; the chance of having missed one as easy to find is ${missed}. Fit again with more starts; if that does not help, choose fewer classes.`,
    starts: (starts) => `The search was made from ${starts} starts.`,
    fewStarts: (starts) => `The search was made from only ${starts} starts.`,
    fewStartsAct: (enough) => `Fit again with at least ${enough} before anything goes to print.`,
    spread: (spread) =>
      `Starts that agree on the likelihood agree on the figures as well (difference at most ${spread}).`,
    wideSpread: (spread) => `Starts of the same likelihood give figures that differ by up to ${spread}.`,
    wideSpreadAct:
      'The profile is not unique: several different answers are equally good. Choose fewer classes or take in more indicators.',
    rival: (gap, distance) =>
      `Another solution lies only ${gap} lower in log-likelihood, and its profile differs by up to ${distance}.`,
    rivalAct:
      'The data can hardly choose between the two. Let interpretation do it, and say so where the figures are given.',
    weights: (n, effective) =>
      `The weights are so uneven that ${n} respondents say only as much as ${effective} of equal weight.`,
    weightsAct: 'Consider trimming the largest weights.',
    patterns: (classes, patterns) =>
      `The model has ${classes} classes, but there are only ${patterns} different sets of answers.`,
    emptyClass: (name) => `${name} is empty.`,
    emptyClassAct: 'Choose a model with fewer classes.',
    smallest: (name, people, perPerson) =>
      `The smallest class, ${name}, amounts to ${people}, with ${perPerson} parameters per person.`,
    smallestAct:
      'So few make its profile uncertain. Look at the intervals, and consider fewer classes or fewer indicators.',
    noBoundary: 'No probability is estimated as 0 or 1.',
    boundary: (count) =>
      `${count} ${count === '1' ? 'probability is' : 'probabilities are'} estimated as exactly 0.`,
    boundaryAct:
      'That answer does not occur in the class in these data. This is not wrong in itself, but such a figure has no standard error. See the list below.',
    notSparse: 'There are people enough in the table for G² and X² to be used.',
    sparse: 'The table over all indicators is too sparse for G² and X².',
    sparseAct: 'Do not use them as tests; look at the bivariate residuals instead.',
    residuals: (pairs) => `None of ${pairs} pairs of indicators has a residual above 4.`,
    largeResiduals: (large, pairs) =>
      `${large} of ${pairs} pairs of indicators have more in common than the classes explain.`,
    largeResidualsAct:
      'See whether they ask the same thing. If so, merge them or leave one out; if not, try one more class.',
    unused: (category, name) => `Nobody gave the answer ${category} to ${name}.`,
    unusedAct: 'It does not count. Mend the value list under Survey if that is a surprise.',
  },
  search: 'The search',
  searchLead: (starts, finished) =>
    `${starts} starts of two kinds, the best ${finished} of which were run to the end. The solution that most starts find is not always the best.`,
  distance: 'Largest difference from the best',
  shareOfStarts: 'Share of the starts',
  boundaryTitle: 'Answers that nobody in the class gives',
  boundaryLead: 'The probability is estimated as 0.',
  neverIn: 'Never in',
  residuals: 'What the classes do not explain',
  residualsLead:
    'Within a class two indicators should no longer go together. The bivariate residual says how much they still do; above about 4 it is worth a look.',
  residualsTable: (n) => `The ${n} largest residuals`,
  pair: 'Pair',
  and: 'and',
  bvr: 'Residual',
  bootstrapP: 'Bootstrap p',
  residualSamplesHint: '0: residuals only, no p.',
  allPairs: 'Compute all pairs',
  mapCaption:
    'Bivariate residuals of all pairs. The numbers on top are those of the indicators; residuals above 4 are written in their cell.',
  notReadable: 'The model is not identified',
  notReadableWhy: (rank, npar) =>
    `The data can determine only ${rank} of ${npar} parameters. The model’s figures might as well have been others: do not use them. Choose fewer classes, or fit with more indicators.`,
  notSettled: 'The fit did not settle',
  showAnyway: 'Show the figures all the same',

  explain: 'What do you want to know?',
  keptAnalyses: 'Analyses',
  removeAnalysis: 'Remove this analysis',
  errorsLead: 'How far shares and probabilities may be off, as they come from a sample.',
  estimator: 'Estimator',
  replicates: 'Replicates',
  errorKinds: {
    observed: 'Observed information',
    bhhh: 'BHHH (as poLCA)',
    sandwich: 'Sandwich (MLR in Mplus)',
    linearised: 'Taylor by the design',
    'replicate-weights': 'Replicate weights',
    jackknife: 'Jackknife over units',
    bootstrap: 'Bootstrap',
    'parametric-bootstrap': 'Parametric bootstrap',
  },
  errorHints: {
    observed: 'The classical one: right where the model is, and without weights.',
    bhhh: 'From people’s contributions to the score. To compare with poLCA.',
    sandwich: 'Robust where the model does not fit perfectly. What Mplus prints by default (MLR).',
    linearised: 'Takes weights, strata and clusters into account.',
    'replicate-weights': 'The model is refitted with each of the wave’s replicate weights.',
    jackknife: 'The model is refitted without each unit of the sample.',
    bootstrap: 'The model is refitted to people drawn anew; classes are matched to the model’s each time.',
    'parametric-bootstrap':
      'The model is refitted to data drawn from the model itself; classes are matched to the model’s each time.',
  },
  noErrors:
    'No standard errors have been computed yet. Without them the profile cannot be drawn with intervals.',
  errorsFacts: (kind, level, weighted, n) =>
    `${kind}, ${level} intervals on the logit scale; ${weighted}; n = ${n}.`,
  scaling: (figure) => `Scaling factor of the log-likelihood: ${figure}.`,
  errorsDf: (df) => `Intervals rest on ${df} degrees of freedom.`,
  sharesCaption: (level) => `Shares of the classes with ${level} intervals.`,
  probsTable: (level) => `Probability of each answer, ± standard error and ${level} interval`,
  onBoundary: 'on the boundary',

  covariatesLead:
    'Who belongs to which class? The classes are related to what else was asked, without changing the profile (except in one step).',
  findCovariate: 'Find a covariate',
  more: (n) => `and ${n} more; search to find them`,
  noneFound: 'None found.',
  takeAway: (name) => `Remove ${name}`,
  asOf: (name) => `${name} counts as`,
  numeric: 'number',
  categorical: 'groups',
  referenceOf: (name) => `Reference of ${name}`,
  against: (label) => `against ${label}`,
  method: 'Method',
  methods: {
    'three-step-ml': 'Three-step, ML (Vermunt)',
    'three-step-bch': 'Three-step, BCH',
    'three-step-none': 'Three-step, uncorrected',
    'two-step': 'Two-step (Bakk & Kuha)',
    'one-step': 'One-step',
  },
  methodHints: {
    'three-step-ml':
      'People are placed in classes, and the misplaced are reckoned with. The classes stay as they are. The same as R3STEP in Mplus.',
    'three-step-bch':
      'Like ML, but by weights instead of a model of the misplacing. Stands more, but may give negative weights.',
    'three-step-none':
      'As if everybody were placed rightly. Relations come out too weak; only to see what the correction does.',
    'two-step':
      'Answer probabilities are held fixed and the relation is estimated on the answers themselves. Nobody is placed.',
    'one-step':
      'Everything is estimated at once. May move the classes when covariates enter; the result says by how much.',
  },
  placing: 'Placing',
  modal: 'in the likeliest',
  proportional: 'by probability',
  referenceClass: 'Reference class',
  noCovariates: 'No covariates have been used yet. Choose one or more, and compute.',
  covariatesFacts: (method, errors, n, covariate, answers, weighted) =>
    `${method}; standard errors ${errors}. ${n} in use; ${covariate} lack a covariate and ${answers} all indicators; ${weighted}.`,
  structuralErrors: {
    observed: 'from the observed information',
    bhhh: 'from people’s contributions (BHHH)',
    sandwich: 'robust (sandwich)',
    propagated: 'robust, with the uncertainty of the classes themselves counted in',
  },
  shift: (figure) => `Answer probabilities moved by at most ${figure} from the model without covariates.`,
  covariate: 'Covariate',
  intercept: 'Intercept',
  wald: 'Wald',
  waldTable: 'Does the covariate matter? All its terms in all classes at once',
  oddsCaption: (reference) =>
    `Odds ratio of belonging to the class rather than to ${reference}, with 95% intervals, on a log scale. The line at 1: no difference.`,
  oddsTable: (reference) => `The class rather than ${reference}`,
  logOdds: 'Log-odds',
  oddsRatio: 'Odds ratio',

  distalLead:
    'What goes with the classes? A mean or a distribution in each class, corrected for people placed wrongly.',
  outcome: 'Outcome',
  noOutcomes: 'The wave has no other variables than indicators and weights.',
  compareBy: 'Compare',
  meansOf: 'Means',
  sharesOf: 'Shares',
  correction: 'Correction',
  corrections: { bch: 'BCH', ml: 'ML', none: 'no correction' },
  correctionHints: {
    bch: 'Recommended for means: assumes nothing of the outcome’s distribution.',
    ml: 'Recommended for shares. For means it assumes a normal distribution in each class.',
    none: 'As if everybody were placed rightly. Differences come out too small; for comparison only.',
  },
  noDistal: 'No outcome has been worked out yet.',
  distalFacts: (correction, assignment, errors, n, outcome, answers, weighted) =>
    `Three-step, ${correction}, placing ${assignment}; standard errors ${errors}. ${n} in use; ${outcome} lack the outcome and ${answers} all indicators; ${weighted}.`,
  equalTest: (wald, df, p) =>
    `Are the classes alike? Wald = ${wald}, df = ${df}, p ${/^[<]/u.test(p) ? p : `= ${p}`}.`,
  noTest: 'The test cannot be made.',
  distalCaption: (outcome, mean) =>
    `${outcome}: ${mean ? 'means' : 'shares'} in each class with 95% intervals.`,
  pairsTable: 'The classes two by two',
  minus: (a, b) => `${a} − ${b}`,

  wavesLead:
    'Have the classes grown or shrunk since? The classes of this model are looked for in another wave, and it is tested whether they still mean the same.',
  noOtherWave: 'There is only one wave. Import another to compare.',
  otherWave: 'Other wave',
  heldEqual: 'Compare',
  itsWeight: 'Its weight',
  comparisons: {
    fixed: 'with the model’s classes held fixed',
    metric: 'with the same classes in both',
    configural: 'with classes of their own',
  },
  comparisonHints: {
    fixed:
      'Answer probabilities are those of the model. Only the shares are estimated in the other wave: 2017 seen again in 2022.',
    metric:
      'The classes are estimated from both waves and mean the same in them. Tested against free classes.',
    configural:
      'Each wave has classes of its own, equally many. Shares compare only where profiles look alike.',
  },
  wavesMissing: (names) => `The other wave lacks ${names}. Give the variables the same name under Survey.`,
  wavesUnknown: (names) =>
    `The other wave has answers that the model does not know: ${names}. Recode them under Survey.`,
  noWaves: 'The waves have not been compared yet.',
  wavesFacts: (compare, errors, waves) => `Compared ${compare}; standard errors ${errors}; ${waves}.`,
  waveN: (name, n) => `${name}: ${n}`,
  wavesCaption: 'Shares of the classes in each wave, with 95% intervals.',
  wavesTable: 'Shares, and change in percentage points',
  change: 'Change',
  wavesTests: 'Are they the same classes?',
  question: 'Question',
  test: 'Test',
  testNames: { 'likelihood-ratio': 'likelihood ratio', wald: 'Wald' },
  waveQuestions: { meaning: 'Do the classes mean the same?', shares: 'Are they of equal size?' },
  waveAnswers: {
    meaning: {
      differ: 'No, the profiles differ. Shares cannot be compared just like that.',
      alike: 'Nothing speaks against it.',
    },
    shares: { differ: 'No, the shares have changed.', alike: 'The change may be chance.' },
  },

  notes: {
    'not-identified': (n) =>
      `The model is not identified: the data can determine only ${n('rank')} of ${n('npar')} parameters. Do not use the figures; choose fewer classes or more indicators.`,
    'more-classes-than-patterns': (n) =>
      `The model has ${n('classes')} classes, but there are only ${n('patterns')} different sets of answers. Choose fewer classes.`,
    'equal-maxima-differ': (n) =>
      `Starts of the same likelihood give figures that differ by up to ${n('spread', 2)}. Do not use them; choose fewer classes.`,
    'empty-class': (n) => `${n('inClass')} is empty. Choose fewer classes.`,
    'few-hits': (n) =>
      `Only ${n('hits')} of ${n('finished')} starts reached the best solution. Compute again with more starts.`,
    'close-rival': (n) =>
      `Another solution lies only ${n('gap', 3)} lower in log-likelihood, and its profile differs by up to ${n('distance', 2)}. Look at both, and say that there are two.`,
    'small-class': (n) =>
      `${n('inClass')} amounts to only ${n('people')} respondents. Do not lean on its figures; consider fewer classes.`,
    'uneven-weights': (n) =>
      `The weights are so uneven that ${n('n')} respondents say only as much as ${n('effectiveN')} of equal weight. Consider trimming the largest weights.`,
    'unused-category': (n) =>
      `An indicator has an answer (number ${n('category')}) that nobody gave. It does not count; mend the value list under Survey if that is a surprise.`,
    'sparse-table': (n) =>
      `${n('n')} respondents are too few for ${n('cells')} possible sets of answers, so G² and X² cannot be used as tests. Look at the bivariate residuals.`,
    'boundary-fixed': (n) =>
      `${n('fixed')} of ${n('npar')} parameters are on the boundary (0 or 1) and held fixed. They have no standard error; those of the others are a little too small.`,
    'weights-ignored': () =>
      'Weights were used for the estimates but not for the standard errors, which come out too small. Use Taylor or replicate weights.',
    'not-at-maximum': () =>
      'The model is not quite at its maximum, so the standard errors are rough. Fit it again with a smaller tolerance.',
    'nearly-singular': () =>
      'Some parameters can hardly be told apart, so their standard errors are very uncertain. Consider fewer classes.',
    'lonely-units-adjusted': (n) =>
      `${n('strata')} strata have a single unit and were set against the mean of all units.`,
    'few-units': (n) =>
      `The design has only ${n('df')} degrees of freedom, so the standard errors are rough.`,
    'replicates-not-converged': (n) =>
      `${n('failed')} replicates did not settle and do not count (${n('replicates')} do). If they are many, choose fewer classes.`,
    'fit-not-replicated': (n) =>
      `Only one start reached the model with ${n('classes')} classes, so the test may rest on a wrong solution. Fit with more starts.`,
    'samples-not-replicated': (n) =>
      `In many of the samples only one start reached the best solution (more than one in a share of ${n('replicated', 2)} of them), so p is too small. Use more starts.`,
    'not-converged': () => 'The fit did not settle. Do not use the figures.',
    'not-replicated': () => 'Only one start reached the best solution. Compute again with more starts.',
    'negative-weights': () =>
      'Some BCH weights are negative. That is expected, but if they are many, ML is safer.',
    'negative-estimate': () =>
      'An estimate fell outside what is possible (a negative variance or share). Use ML instead.',
    'variance-collapse': (n) =>
      `In ${n('inClass')} nearly everybody has the same outcome, so the variance went to zero. Use BCH instead.`,
    'pseudo-likelihood': () =>
      'Answers are weighted, so the likelihood is a pseudo-likelihood, and likelihood ratio tests do not hold.',
    separation: (n) =>
      `A covariate predicts a class almost with certainty (log-odds ${n('logOdds', 1)}), so the figure and its error mean nothing. Merge groups or take the covariate out.`,
    boundary: () => 'Some shares are estimated as 0 and have no standard error.',
    'zero-weights': (n) => `${n('rows')} respondents have weight 0 and do not count.`,
    'rows-dropped': (n) =>
      `Left out: ${n('empty')} without an answer to any indicator and ${n('incomplete')} who lacked at least one answer.`,
    'design-not-counted': () =>
      'Strata and clusters of the sample are not counted in these standard errors, which may therefore be too small.',
    'weighted-no-p': () =>
      'Answers are weighted, and samples drawn from the model are not. There is therefore no p.',
    'fixed-as-known': () =>
      'The profile of the classes is taken as known. That it was itself estimated is not counted in the intervals.',
    'lower-maximum': () =>
      'The free model reached a lower likelihood than the bound one, so the search was not good enough. Compute with more starts.',
  },

  otherNote: (code) => `A note from the fit: ${code}.`,
  methodsTitle: 'Methods section',
  methodsLead:
    'Written in the study’s language out of what was done. What was not done stands in the list beside it.',
  copy: 'Copy',
  copied: 'The methods section was copied with its tables.',
  notCopied: 'The browser would not copy. Select the text and copy it yourself.',
  putIntoReport: 'Put into the report',
  put: 'Put in',
  putHint:
    'The text goes last in the chapter and can be edited there. It does not follow when the model changes.',
  chapter: 'Chapter',
  noChapters: 'The report has no chapters yet. Make one under Report.',
  withFigure: 'Put in the figure of the chosen model’s classes as well',
  figureCaption: 'Profile of the classes',
  checklist: 'What readers ask for',
  checklistLead: (gaps) => `GRoLTS, adapted to classes at one point in time. ${gaps}.`,
  gapCount: { one: 'item lacks something', other: 'items lack something' },
  itemStates: { answered: 'Answered', gap: 'Missing', 'not-asked': 'Does not apply' },
  showSentence: 'Show',
  showAnswer: (item) => `Show the sentence on: ${item}`,
  gapActs: {
    fit: 'Fit classes',
    'standard-errors': 'Compute standard errors',
    'likelihood-ratio': 'Run the BLRT',
    residuals: 'Compute residuals',
    choose: 'Choose the model',
    reason: 'Write the reason',
    names: 'See the classes',
  },
  groltsSource:
    'Van de Schoot et al. 2017, Structural Equation Modeling 24:451-467, in our words. The last three items are added.',

  move: (name) => `Move ${name}: drag, or use arrow up and down`,
  orderBy: 'Order',
  namesHint:
    'The name is the study’s own. The order follows the classes everywhere. When the model is fitted again with the same indicators, names and order come along.',
  bySize: 'By size',
  byAnswer: 'By an answer…',
  byAnswerLead: 'Classes are ordered by how likely the answer is in them, the least likely first.',
  order: 'Order',
  namesFrom: (name, distance) =>
    `Names and order were taken from ${name}, which the classes resemble (largest difference in the profile ${distance}).`,
};
