import { useMemo } from 'react';
import { useFormat, useMessages } from '../language.js';
import { Button } from '../parts/button.js';
import type { Model } from './model.js';
import type { Intervals } from './profile-rows.js';
import { useAnalyse, useAnalyses } from './use-analyses.js';
import { USUAL_ERRORS } from './usual-errors.js';

/** The intervals of a model's probabilities out of its latest standard errors; null where none were worked out. */
export function useIntervals(model: Model): { intervals: Intervals; level: number } | null {
  const latest = useAnalyses(model, 'standard-errors')?.[0];
  return useMemo(() => {
    if (!latest) return null;
    const intervals = latest.result.probs.map((byClass) =>
      byClass.map((byCategory) =>
        byCategory.map(({ low, high }) => (low === null || high === null ? null : ([low, high] as const))),
      ),
    );
    return { intervals, level: latest.options.level };
  }, [latest]);
}

/** Says what the lines of the profile are; without intervals, that there are none, and works them out when asked. */
export function IntervalNote({ model, level }: { model: Model; level: number | null }) {
  const m = useMessages();
  const f = useFormat();
  const { run, running } = useAnalyse(model, 'standard-errors');
  if (level !== null) return <p className="hint">{m.profile.withIntervals(f.percent(level))}</p>;
  return (
    <p className="hint interval-note">
      {m.profile.noIntervals}
      <Button
        small
        isDisabled={running || !model.fit.identified}
        onPress={() => run({ kind: 'standard-errors', options: { errors: USUAL_ERRORS } })}
      >
        {m.profile.fit}
      </Button>
    </p>
  );
}
