import { compareCoders, type CodedText, type CodersCompared, type CompareOptions } from '@bagom/core';
import { Worker } from 'node:worker_threads';
import { workerFile } from './worker-file.js';

export type AgreementMessage = { progress: number } | { found: CodersCompared };

/** Compares coders on a thread: thousands of codings drawn anew a thousand times take seconds. `stop` ends it without an answer. */
export function compareOnThread(
  texts: readonly CodedText[],
  options: Omit<CompareOptions, 'onProgress'>,
  onProgress: (share: number) => void,
): { found: Promise<CodersCompared>; stop: () => void } {
  const file = workerFile('agreement-worker');
  if (file === null)
    return { found: Promise.resolve().then(() => compareCoders(texts, options)), stop: () => {} };
  const worker = new Worker(file, { workerData: { texts, options } });
  const found = new Promise<CodersCompared>((resolve, reject) => {
    worker.on('message', (message: AgreementMessage) => {
      if ('found' in message) resolve(message.found);
      else onProgress(message.progress);
    });
    worker.once('error', reject);
    worker.once('exit', () => reject(new Error('the comparison ended without an answer')));
  });
  return { found, stop: () => void worker.terminate() };
}
