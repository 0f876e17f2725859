import {
  compareCoders,
  inSentences,
  type CodedText,
  type CodersCompared,
  type CompareOptions,
} from '@bagom/core';
import { Worker } from 'node:worker_threads';
import { workerFile } from './worker-file.js';

export type AgreementMessage = { progress: number } | { found: CodersCompared };

/** What a thread compares. */
export interface AgreementTask {
  readonly texts: readonly CodedText[];
  /** The words of texts that are still to be divided into sentences; null: they are divided as they should be. */
  readonly sentences: readonly { readonly text: string; readonly language: string }[] | null;
  readonly options: Omit<CompareOptions, 'onProgress'>;
}

/** The texts of a task in the units that are compared. */
export const dividedAs = ({ texts, sentences }: AgreementTask): readonly CodedText[] =>
  sentences ? inSentences(texts, sentences) : texts;

/** Compares coders on a thread: thousands of codings drawn anew a thousand times take seconds. `stop` ends it without an answer. */
export function compareOnThread(
  task: AgreementTask,
  onProgress: (share: number) => void,
): { found: Promise<CodersCompared>; stop: () => void } {
  const file = workerFile('agreement-worker');
  if (file === null)
    return {
      found: Promise.resolve().then(() => compareCoders(dividedAs(task), task.options)),
      stop: () => {},
    };
  const worker = new Worker(file, { workerData: task });
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
