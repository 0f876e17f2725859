import { Worker } from 'node:worker_threads';
import { runFit, type FitMessage, type FitRequest } from './fit-classes.js';
import { workerFile } from './worker-file.js';

/** A fit under way, which can be stopped. */
export interface RunningFit {
  stop(): void;
}

/** Starts a fit on a thread. Without a compiled worker it runs here, after the request that started it was answered. */
export function startFit(request: FitRequest, hear: (message: FitMessage) => void): RunningFit {
  const file = workerFile('fit-worker');
  if (file === null) {
    const later = setImmediate(() => void runFit(request, hear));
    return { stop: () => clearImmediate(later) };
  }
  const worker = new Worker(file, { workerData: request });
  let ended = false;
  worker.on('message', (message: FitMessage) => {
    if (message.kind !== 'progress') ended = true;
    hear(message);
  });
  const failed = (reason: string) => {
    if (!ended) hear({ kind: 'failed', code: 'unexpected', reason, data: {} });
    ended = true;
  };
  worker.on('error', (error) => failed(error.name));
  worker.on('exit', (code) => failed(`exit ${code}`));
  return {
    stop() {
      ended = true;
      void worker.terminate();
    },
  };
}
