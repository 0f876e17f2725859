import type { ClassAnalysis, ClassAnalysisKind } from './class-analysis.js';

/** The newest analysis of a kind on a model; undefined when there is none. */
export function latestAnalysis<K extends ClassAnalysisKind>(
  analyses: readonly ClassAnalysis[],
  modelId: string,
  kind: K,
): Extract<ClassAnalysis, { kind: K }> | undefined {
  return analyses
    .filter((one): one is Extract<ClassAnalysis, { kind: K }> => one.kind === kind && one.modelId === modelId)
    .toSorted((a, b) => a.createdAt.localeCompare(b.createdAt))
    .at(-1);
}
