import { BagomError } from '@bagom/core';
import { Worker } from 'node:worker_threads';
import { doClassTask, type ClassMessage, type ClassTask, type ClassTasks } from './class-task.js';
import { workerFile } from './worker-file.js';

/** What becomes of a task under way. */
export interface TaskHearing<T> {
  progress(progress: number, classes: number | null): void;
  done(result: T): void;
  failed(error: BagomError): void;
}

/**
 * Starts a task on a thread, and gives how to stop it. Without a compiled worker it runs here, after the request that started
 * it was answered.
 */
export function startClassTask<K extends keyof ClassTasks>(
  kind: K,
  given: ClassTasks[K]['given'],
  hearing: TaskHearing<ClassTasks[K]['result']>,
): () => void {
  const task = { kind, given } as ClassTask;
  let ended = false;
  const hear = (message: ClassMessage) => {
    if (ended) return;
    if (message.kind === 'progress') return hearing.progress(message.progress, message.classes);
    ended = true;
    if (message.kind === 'done') hearing.done(message.result as ClassTasks[K]['result']);
    else hearing.failed(new BagomError(message.code, message.data));
  };
  const file = workerFile('class-worker');
  if (file === null) {
    const later = setImmediate(() => void doClassTask(task, hear));
    return () => {
      ended = true;
      clearImmediate(later);
    };
  }
  const worker = new Worker(file, { workerData: task });
  const lost = (reason: string) => hear({ kind: 'failed', code: 'unexpected', data: { reason } });
  worker.on('message', hear);
  worker.on('error', (error) => lost(error.name));
  worker.on('exit', (code) => lost(`exit ${code}`));
  return () => {
    ended = true;
    void worker.terminate();
  };
}

/** The result of a task that nobody follows; given up when the asker goes away. */
export function classTaskResult<K extends keyof ClassTasks>(
  kind: K,
  given: ClassTasks[K]['given'],
  signal: AbortSignal | undefined,
): Promise<ClassTasks[K]['result']> {
  return new Promise((resolve, reject) => {
    const stop = startClassTask(kind, given, { progress: () => {}, done: resolve, failed: reject });
    signal?.addEventListener('abort', () => {
      stop();
      reject(new BagomError('job.missing'));
    });
  });
}
