import { useMutation, useQuery } from '@tanstack/react-query';
import { useCallback, useMemo, useState } from 'react';
import { api, queries } from '../api.js';
import { errorText } from '../change.js';
import { useSpoken } from '../language.js';
import { Button } from '../parts/button.js';
import { JobProgress } from '../parts/job-progress.js';
import { useSay } from '../parts/status-line.js';
import type { Model } from './model.js';
import type { Intervals } from './profile-rows.js';

/** The intervals of a model's probabilities out of its latest standard errors; null where none were worked out. */
export function useIntervals(model: Model): { intervals: Intervals; level: number } | null {
  const { data } = useQuery(queries.classAnalyses(model.id));
  return useMemo(() => {
    const latest = data?.analyses
      .filter((one) => one.kind === 'standard-errors')
      .toSorted((a, b) => (a.createdAt < b.createdAt ? 1 : -1))[0];
    if (!latest) return null;
    const intervals = latest.result.probs.map((byClass) =>
      byClass.map((byCategory) =>
        byCategory.map(({ low, high }) => (low === null || high === null ? null : ([low, high] as const))),
      ),
    );
    return { intervals, level: latest.options.level };
  }, [data]);
}

/** Says what the lines of the profile are; without intervals, that there are none, and works them out when asked. */
export function IntervalNote({ model, level }: { model: Model; level: number | null }) {
  const { messages: m, format: f, language } = useSpoken();
  const say = useSay();
  const [job, setJob] = useState<string | null>(null);
  const onEnd = useCallback(() => setJob(null), []);
  const fit = useMutation({
    // With weights the likelihood is a pseudo-likelihood: only the sandwich's errors hold then.
    mutationFn: () =>
      api.classes.analyse({
        id: model.id,
        analysis: {
          kind: 'standard-errors',
          options: { errors: model.weightId === null ? 'observed' : 'sandwich' },
        },
      }),
    onSuccess: ({ id }) => setJob(id),
    onError: (error) => say({ text: errorText(error, language), tone: 'wrong' }),
  });
  if (job) return <JobProgress id={job} label={m.profile.fitting} onEnd={onEnd} />;
  if (level !== null) return <p className="hint">{m.profile.withIntervals(f.percent(level))}</p>;
  return (
    <p className="hint interval-note">
      {m.profile.noIntervals}
      <Button small isDisabled={fit.isPending || !model.fit.identified} onPress={() => fit.mutate()}>
        {m.profile.fit}
      </Button>
    </p>
  );
}
