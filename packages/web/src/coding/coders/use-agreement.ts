import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { useState } from 'react';
import { api, queries, type Inputs, type Outputs } from '../../api.js';
import type { Found } from './sample.js';

type Question = Omit<Inputs['doubleCodings']['agreement'], 'replicates' | 'seed'>;
type Answer = Outputs['doubleCodings']['agreement'];

/** Times that turns are drawn anew for the intervals. */
export const REPLICATES = 1000;

/**
 * Agreement on a question: the figures first, their intervals when they are worked out, which may take seconds. `stop` lets the
 * work be, `start` begins it again.
 */
export function useAgreement(question: Question, enabled: boolean) {
  const key = JSON.stringify(question);
  const [stopped, setStopped] = useState<string | null>(null);
  const asking = enabled && stopped !== key;
  const figures = useAnswer({ ...question, replicates: 0 }, enabled);
  const intervals = useAnswer({ ...question, replicates: REPLICATES }, asking);
  const found: Found | null = intervals.data?.found ?? figures.data?.found ?? null;
  const busy = asking && intervals.data?.found == null && intervals.error === null;
  return {
    read: figures as UseQueryResult<Answer>,
    found,
    busy,
    progress: intervals.data?.progress ?? 0,
    stopped: stopped === key && !intervals.data?.found,
    stop: () => {
      setStopped(key);
      if (intervals.data?.jobId) void api.classes.cancel({ id: intervals.data.jobId });
    },
    start: () => setStopped(null),
  };
}

/** An answer that is asked for again until it is there. */
function useAnswer(input: Inputs['doubleCodings']['agreement'], enabled: boolean) {
  return useQuery({
    ...queries.agreement(input),
    enabled,
    retry: false,
    refetchInterval: ({ state }) => (state.data && state.data.found === null ? 200 : false),
  });
}
