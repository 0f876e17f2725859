import type { Domain, Numbers } from '../design/columns.js';
import type { FigureOptions } from '../design/figure.js';
import type { SurveyDesign } from '../design/survey-design.js';
import { surveyRegression, type Coefficient } from './survey-regression.js';

/**
 * The difference in means between those in a group and those not, tested under the design: the slope on the group's
 * indicator, with the design's degrees of freedom less one.
 */
export function surveyTTest(
  design: SurveyDesign,
  values: Numbers,
  group: Domain,
  options: FigureOptions = {},
): Coefficient & { df: number } {
  // NaN is no answer, not a no.
  const inGroup = Float64Array.from(group, (one) => (Number.isNaN(Number(one)) ? NaN : Number(Boolean(one))));
  const { coefficients, df } = surveyRegression(
    design,
    values,
    [{ name: 'group', values: inGroup }],
    options,
  );
  return { ...coefficients[1]!, df };
}
