import { BagomError } from '@bagom/core';
import { Worker } from 'node:worker_threads';
import type { ReadAnswer } from '../jobs/read-worker.js';
import { workerFile } from '../jobs/worker-file.js';
import { readFile, type ReadFile, type ReadRequest } from './read-file.js';

/** Files below this are read before a thread has started. */
const SMALL = 100_000;

/**
 * `readFile` on a thread, because others must be answered meanwhile. Once `signal` is aborted the thread is ended and
 * `import.cancelled` thrown. A small file is read right here.
 */
export async function readOnThread(request: ReadRequest, signal?: AbortSignal): Promise<ReadFile> {
  const file = workerFile('read-worker');
  if (file === null || request.bytes.length < SMALL) return readFile(request);
  if (signal?.aborted) throw new BagomError('import.cancelled', { file: request.fileName });
  return new Promise((resolve, reject) => {
    const worker = new Worker(file, { workerData: request });
    const stop = () => {
      reject(new BagomError('import.cancelled', { file: request.fileName }));
      void worker.terminate();
    };
    signal?.addEventListener('abort', stop, { once: true });
    worker.once('message', (answer: ReadAnswer) => {
      if ('done' in answer) resolve(answer.done);
      else reject(new BagomError(answer.failed.code, answer.failed.data));
    });
    worker.once('error', reject);
    worker.once('exit', () => {
      signal?.removeEventListener('abort', stop);
      reject(new Error('reading ended without an answer'));
    });
  });
}
