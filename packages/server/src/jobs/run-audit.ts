import type { Finding } from '@bagom/core';
import { Worker } from 'node:worker_threads';
import { auditPrinted } from '../report/audit-printed.js';
import { workerFile } from './worker-file.js';

/** Audits a report's text on a thread: a long report takes seconds, and the page must answer meanwhile. */
export function auditOnThread(text: string, known: readonly string[]): Promise<Finding[]> {
  const file = workerFile('audit-worker');
  if (file === null) return Promise.resolve().then(() => auditPrinted(text, known));
  return new Promise((resolve, reject) => {
    const worker = new Worker(file, { workerData: { text, known } });
    worker.once('message', resolve);
    worker.once('error', reject);
    worker.once('exit', () => reject(new Error('the audit ended without an answer')));
  });
}
