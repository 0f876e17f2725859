/** What each warning about classes means, and what to do. Classes are numbered from 1, as everywhere a person reads. */
export const classNotes: Readonly<Record<string, string>> = {
  'not-identified':
    'the answers can tell only {rank} of the {npar} parameters apart: other shares fit as well. Do not report this model; use fewer classes, more indicators, or --ordinal',
  'more-classes-than-patterns':
    '{classes} classes but only {patterns} different sets of answers; use fewer classes',
  'equal-maxima-differ':
    'starts with the same likelihood disagree by up to {spread}: the answers do not determine the model. Do not report it; use fewer classes',
  'empty-class': 'class {class} has nobody in it; use fewer classes',
  'not-converged':
    'the best start was cut off after {iterations} steps, so the figures are rough; set a larger --tol, or use fewer classes',
  'not-replicated':
    'only {hits} of {finished} starts reached the best likelihood, and there may be a better one; use more --starts until several do',
  'few-hits':
    'only {hits} of {finished} starts reached the best likelihood; the chance of having missed one as easy to reach is {missed}. Use more --starts',
  'close-rival':
    'another solution is less likely by only {gap} but differs by up to {distance} in a probability; look at both, and tell that there are two',
  'small-class':
    'class {class} stands for {people} respondents, too few to lean on its figures; try fewer classes',
  'uneven-weights':
    'the weights are so uneven that {n} respondents count as {effectiveN}; trim the weights, or report the effective number',
  'unused-category':
    'nobody chose category {category} of {name}; merge it with another, or correct the list of values',
  'sparse-table':
    '{n} respondents for {cells} possible sets of answers: chi-square tests of fit do not hold. Look at the residuals of pairs instead',
  boundary:
    '{probabilities} probabilities are estimated as 0; read them as "not seen here", not as impossible',
  'pseudo-likelihood':
    'with weights the likelihood is a pseudo-likelihood: compare models by the criteria and by content, not by differences of likelihood',
  'zero-weights':
    '{rows} respondents have the weight 0: they are given a class, but the classes are not estimated from them',
  'rows-dropped':
    'respondents left out: {empty} without any answer, {incomplete} without an answer to all (listwise). Report them; --missing fiml keeps the incomplete ones',
  'boundary-fixed': '{fixed} estimates at 0 have no standard error; report them without one',
  'weights-ignored': 'these standard errors leave the weights out; use --errors sandwich or linearised',
  'not-at-maximum': 'the likelihood still rises where the errors were computed; fit with a smaller --tol',
  'nearly-singular':
    'a parameter can hardly be told from the others, so its error is unsure; use --errors bootstrap, or fewer classes',
  'lonely-units-adjusted':
    '{strata} strata have a single sampling unit; merge them with neighbours where that makes sense',
  'few-units': 'the errors rest on {df} degrees of freedom only; report them as rough',
  'replicates-not-converged':
    '{failed} of {replicates} refits were cut off; look whether the errors hold with more classes merged or fewer',
  'fit-not-replicated': 'a model of the test was reached by one start only; fit with more --starts first',
  'samples-not-replicated':
    'in few samples two starts agreed, so p may be too small; take p with care, or fit fewer classes',
  'negative-weights':
    'BCH gives some respondents negative weights; nothing is to be done, that is how it corrects',
  'negative-estimate': 'BCH made a variance or a share negative; use --threestep ml',
  'variance-collapse':
    'the outcome hardly varies within a class, so it is not normal there; use --threestep bch',
  separation:
    'a covariate decides a class outright (log-odds {logOdds}), so its figures mean nothing; leave it out, or merge its categories',
  'design-not-counted':
    'strata and sampling units do not count in these errors, which may be too small; the weights do',
  'weighted-no-p': 'with weights no samples can be drawn, so the residuals stand without a p',
  'fixed-as-known':
    'the classes are taken as known, not as estimated, so the test of meaning is somewhat too strict',
  'lower-maximum':
    'a test could not be made because a freer model stopped at a lower maximum; use more starts',
};
