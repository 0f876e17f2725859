import { exp, log } from './elementary.js';
import type { StandardErrors } from './inference/report.js';
import { reach } from './inference/quantile.js';
import type { LatentClassModel } from './model.js';
import { layout, position } from './parameters.js';

/** A proportion as it is drawn: a dot, and a line from `low` to `high`; null where there is no standard error. */
export interface DrawnFigure {
  readonly value: number;
  readonly se: number | null;
  readonly low: number | null;
  readonly high: number | null;
}

/** A model in the form of a profile plot or a heat map: an entry for each indicator, with a figure for each class. */
export interface DrawnProfile {
  readonly classes: readonly { readonly name: string | null; readonly share: DrawnFigure }[];
  readonly items: readonly {
    readonly name: string;
    /** What people answer on the whole, according to the model; then one figure a class. */
    readonly categories: readonly {
      readonly label: string;
      readonly overall: number;
      readonly byClass: readonly DrawnFigure[];
    }[];
    /**
     * Mean score of each class on a scale from 0 (lowest category) to 1 (highest): one line a class, for indicators
     * with two categories (the probability of the second) and ordinal ones. Null where categories have no order.
     */
    readonly levels: readonly DrawnFigure[] | null;
  }[];
}

/** A model, with standard errors where they are given, in the shape that a drawing needs. */
export function drawnProfile(model: LatentClassModel, errors?: StandardErrors): DrawnProfile {
  const shape = layout(model.classes, model.categories);
  const classes = Array.from({ length: model.classes }, (_, k) => k);
  const multiple = errors === undefined ? 0 : reach(errors.level, errors.df);
  const figure = (
    value: number,
    se: number | null | undefined,
    interval: readonly [number, number] | null | undefined,
  ): DrawnFigure => ({ value, se: se ?? null, low: interval?.[0] ?? null, high: interval?.[1] ?? null });
  const levelOf = (item: number, k: number, scores: readonly number[]): DrawnFigure => {
    const probs = model.probs[item]![k]!;
    const value = probs.reduce((sum, p, c) => sum + p * scores[c]!, 0);
    if (errors === undefined) return figure(value, null, null);
    const at = (c: number): number => position(shape, item, k, c + 1);
    let variance = 0;
    for (const [a, s] of scores.entries()) {
      for (const [b, t] of scores.entries()) variance += s * t * errors.covariance[at(a)]![at(b)]!;
    }
    const se = Math.sqrt(Math.max(0, variance));
    const inside = value > 1e-5 && value < 1 - 1e-5 && se > 0;
    if (!inside) return figure(value, null, null);
    // On the logit scale, so that no line leaves the drawing.
    const logit = log(value / (1 - value));
    const arm = (multiple * se) / (value * (1 - value));
    return figure(value, se, [1 / (1 + exp(arm - logit)), 1 / (1 + exp(-arm - logit))]);
  };
  return {
    classes: classes.map((k) => ({
      name: model.classNames[k] ?? null,
      share: figure(model.shares[k]!, errors?.se.shares[k], errors?.intervals.shares[k]),
    })),
    items: model.names.map((name, item) => {
      const scores = scoresOf(model, item);
      return {
        name,
        categories: model.labels[item]!.map((label, c) => ({
          label,
          overall: classes.reduce((sum, k) => sum + model.shares[k]! * model.probs[item]![k]![c]!, 0),
          byClass: classes.map((k) =>
            figure(
              model.probs[item]![k]![c]!,
              errors?.se.probs[item]![k]![c],
              errors?.intervals.probs[item]![k]![c],
            ),
          ),
        })),
        levels: scores === undefined ? null : classes.map((k) => levelOf(item, k, scores)),
      };
    }),
  };
}

/** Scores from 0 to 1 of an indicator whose categories have an order. */
function scoresOf(model: LatentClassModel, item: number): number[] | undefined {
  const count = model.categories[item]!;
  const rule = model.items[item]!;
  if (count === 2) return [0, 1];
  const own =
    rule === 'free'
      ? undefined
      : rule.like === undefined
        ? rule
        : model.items[model.names.indexOf(rule.like)];
  if (own === undefined || own === 'free' || own.scale !== 'ordinal') return undefined;
  const scores = own.scores ?? Array.from({ length: count }, (_, c) => c);
  return scores.map((s) => (s - scores[0]!) / (scores.at(-1)! - scores[0]!));
}
