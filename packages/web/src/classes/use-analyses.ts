import type { ClassAnalysis, ClassAnalysisKind } from '@bagom/core';
import { useMutation, useQueries, useQuery } from '@tanstack/react-query';
import { api, queries, type Inputs } from '../api.js';
import { errorText } from '../change.js';
import { useMessages, useSpoken } from '../language.js';
import { useSay } from '../parts/status-line.js';
import { useClassJobs } from './class-jobs.js';
import type { Model } from './model.js';

type Asked = Inputs['classes']['analyse']['analysis'];
export type AnalysisOf<K extends ClassAnalysisKind> = Extract<ClassAnalysis, { kind: K }>;

/** What was worked out on a model, of one kind, the newest first; undefined until it is read. */
export function useAnalyses<K extends ClassAnalysisKind>(model: Model, kind: K): AnalysisOf<K>[] | undefined {
  const { data } = useQuery(queries.classAnalyses(model.id));
  return data?.analyses
    .filter((one): one is AnalysisOf<K> => one.kind === kind)
    .toSorted((a, b) => b.createdAt.localeCompare(a.createdAt));
}

/** Everything that was worked out on some models; undefined until all is read. */
export function useAnalysesOf(models: readonly Model[]): ClassAnalysis[] | undefined {
  return useQueries({
    queries: models.map(({ id }) => queries.classAnalyses(id)),
    combine: (results) =>
      results.every(({ data }) => data) ? results.flatMap(({ data }) => data?.analyses ?? []) : undefined,
  });
}

/** Begins an analysis of a model as a job; `running` while one of its kind is under way. */
export function useAnalyse(model: Model, kind: ClassAnalysisKind) {
  const m = useMessages();
  const { language } = useSpoken();
  const say = useSay();
  const { jobs, start } = useClassJobs();
  const begin = useMutation({
    mutationFn: (analysis: Asked) => api.classes.analyse({ id: model.id, analysis }),
    onSuccess: (job) =>
      start({ id: job.id, label: `${m.judging.kinds[kind]}, ${model.name}`, kind, modelId: model.id }),
    onError: (error) => say({ text: errorText(error, language), tone: 'wrong' }),
  });
  return {
    run: (analysis: Asked) => begin.mutate(analysis),
    running: begin.isPending || jobs.some((job) => job.modelId === model.id && job.kind === kind),
  };
}
