import { compareCoders } from '@bagom/core';
import { parentPort, workerData } from 'node:worker_threads';
import { dividedAs, type AgreementMessage, type AgreementTask } from './agreement-on-thread.js';

const task = workerData as AgreementTask;
// oxlint-disable-next-line unicorn/require-post-message-target-origin -- threads have no origin
const say = (message: AgreementMessage) => parentPort?.postMessage(message);
say({
  found: compareCoders(dividedAs(task), { ...task.options, onProgress: (progress) => say({ progress }) }),
});
