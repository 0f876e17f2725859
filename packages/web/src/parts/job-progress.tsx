import { ORPCError } from '@orpc/client';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { ProgressBar } from 'react-aria-components';
import { api, queries, type Outputs } from '../api.js';
import { errorText } from '../change.js';
import type { Messages } from '../messages/da.js';
import { useFormat, useMessages, useSpoken } from '../language.js';
import { Button } from './button.js';
import { useSay } from './status-line.js';

export type Job = Outputs['classes']['job'];

/**
 * Work that takes time: how far it is, what it is doing, and a way to stop it. `onEnd` is called once, with what it
 * made, or with null when the program no longer knows the job (it was started again). `onEnd` must be stable.
 */
export function JobProgress({
  id,
  label,
  onEnd,
}: {
  id: string;
  label: string;
  onEnd: (job: Job | null) => void;
}) {
  const m = useMessages();
  const f = useFormat();
  const { language } = useSpoken();
  const say = useSay();
  const client = useQueryClient();
  const { data: job, error } = useQuery({
    ...queries.job(id),
    staleTime: 0,
    refetchInterval: ({ state }) => (state.data && state.data.state !== 'running' ? false : 500),
  });
  const ended = useRef(false);
  useEffect(() => {
    if (!job || job.state === 'running' || ended.current) return;
    ended.current = true;
    if (job.state === 'failed') say({ text: job.error?.[language] ?? m.shell.failed, tone: 'wrong' });
    else
      say({
        text: job.state === 'done' ? m.shell.jobDone : m.shell.jobCancelled,
        undo: job.state === 'done',
      });
    void client.invalidateQueries();
    onEnd(job);
  }, [job, client, say, language, m, onEnd]);
  useEffect(() => {
    // A program that does not answer may come back; one that answers "no such job" never will.
    if (!(error instanceof ORPCError) || ended.current) return;
    ended.current = true;
    say({ text: errorText(error, language), tone: 'wrong' });
    onEnd(null);
  }, [error, say, language, onEnd]);
  const progress = job?.progress ?? 0;
  return (
    <div className="job">
      <ProgressBar
        aria-label={label}
        value={progress * 100}
        className="job-bar"
        valueLabel={f.percent(progress)}
      >
        <span className="job-name">{label}</span>
        <span className="job-doing">
          {error
            ? errorText(error, language)
            : [job?.doing, timeLeft(job?.secondsLeft ?? null, m)].filter(Boolean).join(' · ')}
        </span>
        <span className="job-share">{f.percent(progress)}</span>
        <span className="job-track">
          <span className="job-done" style={{ width: `${progress * 100}%` }} />
        </span>
      </ProgressBar>
      <Button
        small
        isDisabled={job?.state !== 'running'}
        onPress={() => {
          void api.classes
            .cancel({ id })
            .then(() => client.invalidateQueries({ queryKey: queries.job(id).queryKey }));
        }}
      >
        {m.shell.jobStop}
      </Button>
    </div>
  );
}

/** What is left, in steps that do not flicker: seconds below a minute and a half, minutes above. */
function timeLeft(seconds: number | null, m: Messages): string {
  if (seconds === null) return '';
  if (seconds < 5) return m.shell.soonDone;
  if (seconds < 90) return m.shell.secondsLeft(String(Math.ceil(seconds / 5) * 5));
  return m.shell.minutesLeft(String(Math.round(seconds / 60)));
}
