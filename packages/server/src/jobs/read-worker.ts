import { BagomError } from '@bagom/core';
import { parentPort, workerData } from 'node:worker_threads';
import { readFile, type ReadFile, type ReadRequest } from '../imports/read-file.js';

/** What the thread says at its end. An error crosses it as a code and data, since a class does not. */
export type ReadAnswer = { done: ReadFile } | { failed: { code: string; data: BagomError['data'] } };

const answer: ReadAnswer = await readFile(workerData as ReadRequest).then(
  (done) => ({ done }),
  (error: unknown) => {
    if (error instanceof BagomError) return { failed: { code: error.code, data: error.data } };
    throw error;
  },
);
// Answers are handed over, not copied: there may be hundreds of megabytes of them.
const blobs = 'done' in answer && answer.done.as === 'survey' ? answer.done.read.blobs : [];
const buffers = new Set(blobs.map(({ bytes }) => bytes.buffer as ArrayBuffer));
parentPort?.postMessage(answer, [...buffers]);
