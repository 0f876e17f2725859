import { answered, isMissing, levelsOf, type Codes } from '../design/columns.js';
import { figuresOf, type FigureOptions, type SurveyFigure } from '../design/figure.js';
import type { SurveyDesign } from '../design/survey-design.js';
import { proportionInterval, type ProportionMethod } from './proportion-interval.js';
import { meansOf } from './survey-mean.js';

export interface ProportionOptions extends FigureOptions {
  /** `logit` where absent. */
  method?: ProportionMethod;
}

/** The share of the population with one answer, among those who answered: the mean of an indicator. */
export function surveyProportion(
  design: SurveyDesign,
  codes: Codes,
  answer: number | string,
  options: ProportionOptions = {},
): SurveyFigure {
  return sharesOf(design, codes, [answer], options)[0]!;
}

/** The share of each answer of a variable, in the order of its levels. */
export function surveyProportions(
  design: SurveyDesign,
  codes: Codes,
  options: ProportionOptions = {},
): (SurveyFigure & { level: number | string })[] {
  const levels = levelsOf(codes, answered(design.weights, options.within, codes));
  return sharesOf(design, codes, levels, options).map((figure, j) => ({ ...figure, level: levels[j]! }));
}

function sharesOf(
  design: SurveyDesign,
  codes: Codes,
  levels: readonly (number | string)[],
  options: ProportionOptions,
): SurveyFigure[] {
  const rows = answered(design.weights, options.within, codes);
  const indicators = levels.map((level) =>
    Float64Array.from({ length: codes.length }, (_, row) =>
      Number(!isMissing(codes[row]) && codes[row] === level),
    ),
  );
  return withShareIntervals(figuresOf(design, meansOf(design, indicators, rows), rows, options), options);
}

/** Figures that are shares, with the interval of a share in place of the symmetric one. */
export function withShareIntervals(
  figures: readonly SurveyFigure[],
  options: ProportionOptions,
): SurveyFigure[] {
  const { level = 0.95, method = 'logit' } = options;
  return figures.map((figure) => ({
    ...figure,
    ...proportionInterval(figure.estimate, figure.error, { n: figure.n, df: figure.df, level, method }),
  }));
}
