import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { runFit, type FitMessage, type FitRequest } from './fit-classes.js';

/** A fit under way, which can be stopped. */
export interface RunningFit {
  stop(): void;
}

/** The compiled worker: beside this file, or in `dist` when this file is run from its source. */
function workerFile(): string | null {
  const beside = fileURLToPath(new URL('./fit-worker.js', import.meta.url));
  const built = fileURLToPath(new URL('../../dist/jobs/fit-worker.js', import.meta.url));
  return existsSync(beside) ? beside : existsSync(built) ? built : null;
}

/** Starts a fit on a thread. Without a compiled worker it runs here, after the request that started it was answered. */
export function startFit(request: FitRequest, hear: (message: FitMessage) => void): RunningFit {
  const file = workerFile();
  if (file === null) {
    const later = setImmediate(() => runFit(request, hear));
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
