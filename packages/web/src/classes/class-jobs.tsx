import { createContext, useCallback, useContext, useMemo, type ReactNode } from 'react';
import { JobProgress, type Job } from '../parts/job-progress.js';
import { useRemembered } from '../parts/remembered.js';

/** Work on the classes that is under way: a fit (`modelId` null), or an analysis of a model. */
export interface ClassJob {
  id: string;
  label: string;
  kind: string;
  modelId: string | null;
}

interface Running {
  jobs: ClassJob[];
  start: (job: ClassJob) => void;
  end: (id: string, ended: Job | null) => void;
}
const RunningContext = createContext<Running | null>(null);

/** Follows the work that was begun here, also after the page was left and opened again. `onFitted`: a fit ended well. */
export function ClassJobs({
  onFitted,
  children,
}: {
  onFitted: (made: string[]) => void;
  children: ReactNode;
}) {
  const [jobs, setJobs] = useRemembered<ClassJob[]>('classes.jobs', []);
  const running = useMemo<Running>(
    () => ({
      jobs,
      start: (job) => setJobs([...jobs, job]),
      end: (id, ended) => {
        const kind = jobs.find((one) => one.id === id)?.kind;
        setJobs(jobs.filter((one) => one.id !== id));
        if (kind === 'fit' && ended && ended.made.length > 0) onFitted(ended.made);
      },
    }),
    [jobs, setJobs, onFitted],
  );
  return <RunningContext value={running}>{children}</RunningContext>;
}

export function useClassJobs(): Running {
  const running = useContext(RunningContext);
  if (!running) throw new Error('missing ClassJobs');
  return running;
}

/** How far each piece of work is, with a way to stop it. */
export function JobBars() {
  const { jobs } = useClassJobs();
  if (jobs.length === 0) return null;
  return (
    <div className="classes-job">
      {jobs.map((job) => (
        <JobBar key={job.id} job={job} />
      ))}
    </div>
  );
}

function JobBar({ job }: { job: ClassJob }) {
  const { end } = useClassJobs();
  const onEnd = useCallback((ended: Job | null) => end(job.id, ended), [end, job.id]);
  return <JobProgress id={job.id} label={job.label} onEnd={onEnd} />;
}
