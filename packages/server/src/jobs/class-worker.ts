import { parentPort, workerData } from 'node:worker_threads';
import { doClassTask, type ClassTask } from './class-task.js';

// A thread of its own, which shares the work among others: the page must be answered meanwhile. They end with it.
// oxlint-disable-next-line unicorn/require-post-message-target-origin -- threads have no origin
await doClassTask(workerData as ClassTask, (message) => parentPort?.postMessage(message));
