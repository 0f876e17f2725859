import { labelOf } from '../distribution.js';
import { validAnswers, type AnsweredColumn } from '../missing.js';
import { surveyRankTest } from '../statistics/comparing/survey-rank-test.js';
import { surveyTTest } from '../statistics/comparing/survey-t-test.js';
import { answered, levelsOf, type Codes } from '../statistics/design/columns.js';
import type { SurveyFigure } from '../statistics/design/figure.js';
import type { SurveyDesign } from '../statistics/design/survey-design.js';
import { surveyMean } from '../statistics/estimates/survey-mean.js';
import { surveyProportion } from '../statistics/estimates/survey-proportion.js';
import { raoScott } from '../statistics/tables/rao-scott.js';
import type { ValueLabel } from '../survey.js';
import { hiddenCells } from './hidden-cells.js';

/** A variable as tables read it. */
export interface TableColumn extends AnsweredColumn {
  labels: readonly ValueLabel[];
}

/** An answer's value, with the word for it. */
export interface TableLevel {
  value: number | string;
  label: string;
}

/** A share of one answer, or a mean, in one group. `n` is of the answer, unweighted; `base` of all who answered. */
export interface Estimate extends Omit<SurveyFigure, 'n'> {
  n: number;
  base: number;
  /** Too few persons behind it, or behind its neighbour, to be told outside. */
  hidden: boolean;
}

/** The shares of a variable's answers (or its mean), for everybody and by the groups of another. */
export interface EstimateTable {
  figure: 'share' | 'mean';
  /** The answers; none of a mean. */
  levels: TableLevel[];
  /** Everybody first (`level` null), then each group; `estimates` has one a level, or the mean alone. */
  groups: { level: TableLevel | null; estimates: Estimate[] }[];
  /** Whether the groups differ; null without groups. */
  test: EstimateTest | null;
}

/** Rao-Scott for shares; a t test of two means; ranks of more. `df2` is NaN where there is none. */
export interface EstimateTest {
  kind: 'rao-scott' | 't' | 'ranks';
  statistic: number;
  df1: number;
  df2: number;
  p: number;
}

export interface EstimateOptions {
  figure: 'share' | 'mean';
  by?: TableColumn | undefined;
  level?: number;
  smallCell: number;
}

/** Design-based figures of one variable. Shares have logit intervals, means symmetric ones. */
export function estimateTable(
  design: SurveyDesign,
  column: TableColumn,
  { figure, by, level = 0.95, smallCell }: EstimateOptions,
): EstimateTable {
  const answers: Codes = validAnswers(column);
  const groupOf: Codes | undefined = by && validAnswers(by);
  const seen = answered(design.weights, undefined, answers);
  const levels = figure === 'share' ? levelsOf(answers, seen) : [];
  const groupLevels = groupOf ? levelsOf(groupOf, answered(design.weights, undefined, answers, groupOf)) : [];
  const groups = [null, ...groupLevels].map((group) => {
    const within = group === null ? undefined : Array.from(groupOf!, (value) => value === group);
    return { group, figures: figuresOf(design, answers, levels, within, level) };
  });
  // The first row is the sum of the others: it is a line of the table only where it stands alone.
  const told = groups.length > 1 ? groups.slice(1) : groups;
  const small = hiddenCells(
    told.map(({ figures }) => figures.map(({ n }) => n)),
    smallCell,
  );
  return {
    figure,
    levels: levels.map((value) => levelIn(column, value)),
    groups: groups.map(({ group, figures }, i) => ({
      level: group === null ? null : levelIn(by!, group),
      estimates: figures.map((one, j) => ({
        ...one,
        hidden: groups.length > 1 ? i > 0 && small[i - 1]![j]! : small[0]![j]!,
      })),
    })),
    test: groupOf && groupLevels.length > 1 ? testOf(design, answers, groupOf, groupLevels, figure) : null,
  };
}

function figuresOf(
  design: SurveyDesign,
  answers: Codes,
  levels: readonly (number | string)[],
  within: boolean[] | undefined,
  level: number,
): Omit<Estimate, 'hidden'>[] {
  const options = within ? { within, level } : { level };
  const rows = answered(design.weights, within, answers);
  if (levels.length === 0) {
    const mean = surveyMean(design, answers as ArrayLike<number>, options);
    return [{ ...mean, base: mean.n }];
  }
  return levels.map((value) => {
    const share = surveyProportion(design, answers, value, options);
    const n = rows.reduce((sum, one, row) => sum + Number(one === 1 && answers[row] === value), 0);
    return { ...share, n, base: share.n };
  });
}

function testOf(
  design: SurveyDesign,
  answers: Codes,
  groupOf: Codes,
  groups: readonly (number | string)[],
  figure: 'share' | 'mean',
): EstimateTest {
  if (figure === 'share') {
    const { statistic, df1, df2, p } = raoScott(design, answers, groupOf).f;
    return { kind: 'rao-scott', statistic, df1, df2, p };
  }
  const numbers = answers as ArrayLike<number>;
  if (groups.length > 2) {
    const { f, df1, df2, p } = surveyRankTest(design, numbers, groupOf);
    return { kind: 'ranks', statistic: f, df1, df2, p };
  }
  const group = Array.from(groupOf, (value) => (groups.includes(value) ? Number(value === groups[1]) : NaN));
  const { t, df, p } = surveyTTest(design, numbers, group);
  return { kind: 't', statistic: t, df1: df, df2: NaN, p };
}

/** A value with its label; a value without one is its own. */
export function levelIn({ labels }: Pick<TableColumn, 'labels'>, value: number | string): TableLevel {
  const label = typeof value === 'number' ? labelOf(labels, value) : value;
  return { value, label: label || String(value) };
}
