import { parentPort, workerData } from 'node:worker_threads';
import { runFit, type FitRequest } from './fit-classes.js';

// A thread of its own: fitting takes every cycle it can get, and the page must answer meanwhile.
// oxlint-disable-next-line unicorn/require-post-message-target-origin -- threads have no origin
runFit(workerData as FitRequest, (message) => parentPort?.postMessage(message));
