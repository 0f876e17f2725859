import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Jobs, type JobReport } from './jobs.js';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('a job says what is left of it as far as its pace tells, and nothing once it has ended', async () => {
  const jobs = new Jobs();
  let report!: JobReport;
  const job = jobs.start('x', (given) => {
    report = given;
    return () => undefined;
  });
  const left = [job.secondsLeft];
  report.progress(0.01, '');
  left.push(job.secondsLeft);
  vi.advanceTimersByTime(10_000);
  report.progress(0.25, '');
  left.push(job.secondsLeft);
  vi.advanceTimersByTime(10_000);
  report.progress(0.8, '');
  left.push(job.secondsLeft);
  report.finish(() => Promise.resolve(['id']));
  await vi.runAllTimersAsync();
  left.push(jobs.get(job.id).secondsLeft);
  // 10 s for a quarter leave 30 s; 20 s for four fifths leave 5.
  expect(left).toEqual([null, null, 30, 5, null]);
});

test('a job that was cancelled hears no more of its work', () => {
  const jobs = new Jobs();
  let report!: JobReport;
  const stopped: string[] = [];
  const job = jobs.start('x', (given) => {
    report = given;
    return () => stopped.push('stopped');
  });
  vi.advanceTimersByTime(1000);
  report.progress(0.5, 'half');
  jobs.cancel(job.id);
  report.progress(0.9, 'more');
  report.finish(() => Promise.reject(new Error('never called')));
  expect([stopped, job.state, job.progress, job.secondsLeft]).toEqual([['stopped'], 'cancelled', 0.5, null]);
});
