import { LatentClassError, type Indicators } from '@bagom/latent-class';
import { parentPort, workerData } from 'node:worker_threads';
import { doStartTask, type StartTask } from './start-task.js';
import type { StartAnswer } from './start-threads.js';

/** What became of a task. Errors cross as a code and data, since a class does not. */
function answer(task: StartTask): StartAnswer {
  try {
    return { done: doStartTask(workerData as Indicators, task) };
  } catch (error) {
    if (!(error instanceof LatentClassError)) throw error;
    return { failed: { code: error.code, message: error.message, data: error.data } };
  }
}

// One share of a search after the other, as they are sent.
// oxlint-disable-next-line unicorn/require-post-message-target-origin -- threads have no origin
parentPort?.on('message', (task: StartTask) => parentPort?.postMessage(answer(task)));
