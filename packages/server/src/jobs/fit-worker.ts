import { parentPort, workerData } from 'node:worker_threads';
import { runFit, type FitRequest } from './fit-classes.js';

// A thread of its own, which shares the starts among others: the page must be answered meanwhile. They end with it.
// oxlint-disable-next-line unicorn/require-post-message-target-origin -- threads have no origin
await runFit(workerData as FitRequest, (message) => parentPort?.postMessage(message));
