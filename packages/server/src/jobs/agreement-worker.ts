import { compareCoders, type CodedText, type CompareOptions } from '@bagom/core';
import { parentPort, workerData } from 'node:worker_threads';
import type { AgreementMessage } from './agreement-on-thread.js';

const { texts, options } = workerData as { texts: readonly CodedText[]; options: CompareOptions };
// oxlint-disable-next-line unicorn/require-post-message-target-origin -- threads have no origin
const say = (message: AgreementMessage) => parentPort?.postMessage(message);
say({ found: compareCoders(texts, { ...options, onProgress: (progress) => say({ progress }) }) });
