import { parentPort, workerData } from 'node:worker_threads';
import { auditPrinted } from '../report/audit-printed.js';

const { text, known } = workerData as { text: string; known: readonly string[] };
// oxlint-disable-next-line unicorn/require-post-message-target-origin -- threads have no origin
parentPort?.postMessage(auditPrinted(text, known));
