import { parentPort, workerData } from 'node:worker_threads';
import { auditPrinted } from '../report/audit-printed.js';

// oxlint-disable-next-line unicorn/require-post-message-target-origin -- threads have no origin
parentPort?.postMessage(auditPrinted(workerData as string));
