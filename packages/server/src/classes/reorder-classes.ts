import {
  BagomError,
  isOrder,
  reorderedAnalysis,
  reorderedFit,
  reorderedPosteriors,
  update,
  type ClassAnalysis,
  type ClassModel,
  type Draft,
  type FitSummary,
} from '@bagom/core';
import { matchClasses } from '@bagom/latent-class';
import { blobOf, type Blob, type StudyFile } from '@bagom/store';

/** What changes when a model's classes are put in another order: the model, its posteriors, and all that was worked out on it. */
export async function reorderClasses(
  study: StudyFile,
  model: ClassModel,
  order: readonly number[],
): Promise<{ set: Pick<ClassModel, 'fit' | 'posteriors' | 'classNames'>; analyses: Draft[]; blob: Blob }> {
  if (!isOrder(order, model.classes))
    throw new BagomError('input.invalid', { reason: `classOrder: ${order.join()}` });
  const bytes = await study.blob(model.posteriors);
  const posteriors = reorderedPosteriors(new Float32Array(bytes.slice().buffer), order);
  const blob = blobOf(new Uint8Array(posteriors.buffer as ArrayBuffer));
  const analyses = [...study.state.classAnalyses.values()].filter(({ modelId }) => modelId === model.id);
  return {
    set: {
      fit: reorderedFit(model.fit, order),
      posteriors: blob.hash,
      classNames: order.map((k) => model.classNames[k] ?? ''),
    },
    analyses: analyses.map((analysis) => {
      const { options, result } = reorderedAnalysis(analysis, order);
      return update('classAnalyses', analysis.id, { options, result } as Partial<ClassAnalysis>);
    }),
    blob,
  };
}

/**
 * An analysis that was begun on a model whose classes have been put in another order since: the same figures, where the
 * classes are now.
 */
export function inPresentOrder<A extends ClassAnalysis>(
  analysis: A,
  begun: ClassModel,
  present: ClassModel,
): ClassAnalysis {
  if (begun.posteriors === present.posteriors) return analysis;
  return reorderedAnalysis(analysis, orderLike(present.fit, begun.fit));
}

/** Which class of a model stands for each class of an earlier one with as many classes, by their answers. */
export function orderLike(earlier: FitSummary, fit: FitSummary): number[] {
  const named = ({ shares, probs, categories }: FitSummary) => ({
    classes: shares.length,
    names: categories.map((_, i) => String(i)),
    categories: categories.map((values) => values.length),
    probs,
  });
  return matchClasses(named(earlier), named(fit)).classOf.map((k, place) => k ?? place);
}
