import { BagomError } from '@bagom/core';
import { errorSentence } from '@bagom/contract';
import { newId } from '@bagom/store';

type JobState = 'running' | 'done' | 'failed' | 'cancelled';

/** Work that takes time, as the page follows it. */
export interface Job {
  id: string;
  kind: string;
  state: JobState;
  progress: number;
  doing: string;
  /** What is left, as far as its pace so far tells; null before it can be told, and once it has ended. */
  secondsLeft: number | null;
  error: { da: string; en: string } | null;
  made: string[];
}

/** What a piece of work gets to tell how it goes. Nothing it says counts once the job is cancelled. */
export interface JobReport {
  progress(progress: number, doing: string): void;
  /** Carries out what the work came to; a failure in it fails the job. */
  finish(commit: () => Promise<string[]>): void;
  fail(error: BagomError): void;
}

const KEPT = 50;
/** A pace is known once this part is done, in so many milliseconds at least. */
const PACE = { part: 0.02, milliseconds: 500 };

/** The jobs of this start of the program. They are no part of the study: only what they commit is. */
export class Jobs {
  readonly #jobs = new Map<string, { job: Job; stop: () => void }>();

  /** Begins work. `begin` starts it and returns how to stop it. */
  start(kind: string, begin: (report: JobReport) => () => void): Job {
    const job: Job = {
      id: newId(),
      kind,
      state: 'running',
      progress: 0,
      doing: '',
      secondsLeft: null,
      error: null,
      made: [],
    };
    const began = Date.now();
    const running = () => job.state === 'running';
    const fail = (error: unknown) => {
      if (!running()) return;
      job.state = 'failed';
      job.secondsLeft = null;
      const { code, data } =
        error instanceof BagomError ? error : { code: 'unexpected', data: { reason: 'job' } };
      job.error = { da: errorSentence(code, data, 'da'), en: errorSentence(code, data, 'en') };
    };
    const entry = { job, stop: () => {} };
    this.#jobs.set(job.id, entry);
    entry.stop = begin({
      progress(progress, doing) {
        if (!running()) return;
        job.progress = Math.max(job.progress, Math.min(progress, 1));
        job.doing = doing;
        job.secondsLeft = secondsLeft(job.progress, Date.now() - began);
      },
      finish(commit) {
        if (!running()) return;
        commit().then((made) => {
          job.state = 'done';
          job.progress = 1;
          job.secondsLeft = null;
          job.made = made;
        }, fail);
      },
      fail,
    });
    for (const [id, { job: old }] of this.#jobs)
      if (this.#jobs.size > KEPT && old.state !== 'running') this.#jobs.delete(id);
    return job;
  }

  get(id: string): Job {
    const entry = this.#jobs.get(id);
    if (!entry) throw new BagomError('job.missing');
    return entry.job;
  }

  cancel(id: string): Job {
    const job = this.get(id);
    if (job.state !== 'running') return job;
    job.state = 'cancelled';
    job.secondsLeft = null;
    this.#jobs.get(id)!.stop();
    return job;
  }

  /** Stops everything, when the program ends. */
  close(): void {
    for (const id of this.#jobs.keys()) this.cancel(id);
  }
}

/** What is left at the same pace. */
function secondsLeft(progress: number, milliseconds: number): number | null {
  if (progress < PACE.part || milliseconds < PACE.milliseconds) return null;
  return Math.ceil((milliseconds / 1000) * (1 / progress - 1));
}
