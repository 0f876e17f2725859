import type { ClassAnalysis } from './class-analysis.js';
import type { ClassNote, FitSummary } from './class-model.js';

/** Classes by size, the largest first: the order in which they come out of a fit. `order[new place]` is the class's old place. */
export const orderBySize = ({ shares }: Pick<FitSummary, 'shares'>): number[] =>
  shares.map((_, k) => k).sort((a, b) => shares[b]! - shares[a]!);

/** Classes by how likely they give an answer to an indicator, the least likely first. */
export function orderByAnswer({ probs, shares }: FitSummary, indicator: number, category: number): number[] {
  const likely = (k: number): number => probs[indicator]?.[k]?.[category] ?? 0;
  return shares.map((_, k) => k).sort((a, b) => likely(a) - likely(b));
}

/** One class moved up (-1) or down (1); at the end nothing moves. */
export function orderMoved(classes: number, from: number, to: number): number[] {
  const order = Array.from({ length: classes }, (_, k) => k);
  if (from < 0 || from >= classes || to < 0 || to >= classes) return order;
  const [moved] = order.splice(from, 1);
  order.splice(to, 0, moved!);
  return order;
}

/** Every class once. */
export const isOrder = (order: readonly number[], classes: number): boolean =>
  order.length === classes && order.toSorted((a, b) => a - b).every((k, i) => k === i);

const pick = <T>(values: readonly T[], order: readonly number[]): T[] => order.map((k) => values[k]!);
/** Rows and columns are both classes. */
const square = <T>(rows: readonly (readonly T[])[], order: readonly number[]): T[][] =>
  pick(rows, order).map((row) => pick(row, order));

/** A fit with its classes in another order: the same model. */
export function reorderedFit(fit: FitSummary, order: readonly number[]): FitSummary {
  const placeOf = (k: number): number => order.indexOf(k);
  return {
    ...fit,
    shares: pick(fit.shares, order),
    probs: fit.probs.map((byClass) => pick(byClass, order)),
    warnings: notesIn(fit.warnings, placeOf),
    ...(fit.notes ? { notes: notesIn(fit.notes, placeOf) } : {}),
    ...(fit.boundary ? { boundary: fit.boundary.map((one) => ({ ...one, class: placeOf(one.class) })) } : {}),
    ...(fit.quality
      ? {
          quality: {
            ...fit.quality,
            modalShares: pick(fit.quality.modalShares, order),
            averageByModal: pick(fit.quality.averageByModal, order).map((row) => row && pick(row, order)),
            classification: square(fit.quality.classification, order),
          },
        }
      : {}),
  };
}

/** A note that is about a class names it by its place. */
const notesIn = (notes: readonly ClassNote[], placeOf: (k: number) => number): ClassNote[] =>
  notes.map(({ code, data }) => ({
    code,
    data: typeof data['inClass'] === 'number' ? { ...data, inClass: placeOf(data['inClass']) } : data,
  }));

/** What was worked out on a model, after its classes were put in another order. Figures are the same, in other places. */
export function reorderedAnalysis(analysis: ClassAnalysis, order: readonly number[]): ClassAnalysis {
  const placeOf = (k: number): number => order.indexOf(k);
  switch (analysis.kind) {
    case 'likelihood-ratio':
    case 'residuals':
      return analysis;
    case 'standard-errors':
      return {
        ...analysis,
        result: {
          ...analysis.result,
          shares: pick(analysis.result.shares, order),
          probs: analysis.result.probs.map((byClass) => pick(byClass, order)),
        },
      };
    case 'covariates': {
      const { coefficients, shares, probs, placement } = analysis.result;
      return {
        ...analysis,
        options: { ...analysis.options, referenceClass: placeOf(analysis.options.referenceClass) },
        result: {
          ...analysis.result,
          coefficients: pick(coefficients, order),
          shares: shares && pick(shares, order),
          probs: probs && probs.map((byClass) => pick(byClass, order)),
          placement: placement && square(placement, order),
          notes: notesIn(analysis.result.notes, placeOf),
        },
      };
    }
    case 'distal': {
      const { shares, means, variances, proportions, pairs, placement } = analysis.result;
      return {
        ...analysis,
        result: {
          ...analysis.result,
          shares: pick(shares, order),
          means: means && pick(means, order),
          variances: variances && pick(variances, order),
          proportions: proportions && pick(proportions, order),
          placement: square(placement, order),
          pairs: pairs
            .map((pair) => {
              const [a, b] = [placeOf(pair.a), placeOf(pair.b)];
              // A difference is that of the earlier class minus the later one.
              return a < b ? { ...pair, a, b } : { ...pair, a: b, b: a, difference: -pair.difference };
            })
            .sort((x, y) => x.a - y.a || x.b - y.b),
          notes: notesIn(analysis.result.notes, placeOf),
        },
      };
    }
    case 'waves':
      return {
        ...analysis,
        result: {
          ...analysis.result,
          waves: analysis.result.waves.map((wave) => ({
            ...wave,
            shares: pick(wave.shares, order),
            probs: wave.probs.map((byClass) => pick(byClass, order)),
          })),
          changes: pick(analysis.result.changes, order),
        },
      };
  }
}

/** Posteriors row by row, with their columns in another order. */
export function reorderedPosteriors(posteriors: Float32Array, order: readonly number[]): Float32Array {
  const classes = order.length;
  return posteriors.map((_, i) => posteriors[i - (i % classes) + order[i % classes]!]!);
}

/** Largest difference in any share or probability between two models of the same indicators, class by class as they stand. */
export function profileDistance(one: FitSummary, other: FitSummary): number {
  const figures = ({ shares, probs }: FitSummary): number[] => [...shares, ...probs.flat(2)];
  const others = figures(other);
  return figures(one).reduce((most, value, i) => Math.max(most, Math.abs(value - others[i]!)), 0);
}
