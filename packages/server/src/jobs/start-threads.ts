import { LatentClassError, type Indicators, type LatentClassErrorCode } from '@bagom/latent-class';
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { doStartTask, type StartTask, type StartTasks } from './start-task.js';
import { workerFile } from './worker-file.js';

/** More threads than this are idle more than they work: the longest start of a search is a share by itself. */
export const THREAD_LIMIT = 8;

export type StartAnswer =
  | { done: unknown }
  | {
      failed: {
        code: LatentClassErrorCode;
        message: string;
        data: Readonly<Record<string, string | number>>;
      };
    };

interface Waiting {
  task: StartTask;
  resolve: (result: never) => void;
  reject: (error: unknown) => void;
}

/** As many threads as there are cores. */
export function threadsHere(): number {
  return Math.min(THREAD_LIMIT, availableParallelism());
}

/**
 * Threads that share a search. Every start has its own random numbers, and every thread does the same arithmetic, so
 * the result is the same for any number of them. With one thread, or where no worker is compiled, the work is done
 * right here.
 */
export class StartThreads {
  readonly #data: Indicators;
  readonly #workers: Worker[] = [];
  readonly #idle: Worker[] = [];
  readonly #working = new Map<Worker, Waiting>();
  readonly #queue: Waiting[] = [];

  constructor(data: Indicators, threads = threadsHere()) {
    const file = workerFile('start-worker');
    this.#data = data;
    if (file === null || threads < 2) return;
    const shared = inSharedMemory(data);
    for (let i = 0; i < Math.min(threads, THREAD_LIMIT); i++) {
      const worker = new Worker(file, { workerData: shared });
      worker.on('message', (answer: StartAnswer) => this.#hear(worker, answer));
      worker.on('error', (error) => this.#lost(error));
      worker.on('exit', () => this.#lost(new Error('a thread of the search ended')));
      this.#workers.push(worker);
      this.#idle.push(worker);
    }
  }

  /** Threads at work; 1 when there is only this one. */
  get size(): number {
    return Math.max(1, this.#workers.length);
  }

  run<K extends keyof StartTasks>(
    kind: K,
    options: StartTasks[K]['options'],
  ): Promise<StartTasks[K]['result']> {
    const task = { kind, options } as StartTask;
    if (this.#workers.length === 0) {
      // Each share at its turn, so that what else waits here is not kept from its own for the whole search.
      return new Promise((resolve) => setImmediate(resolve)).then(
        () => doStartTask(this.#data, task) as StartTasks[K]['result'],
      );
    }
    return new Promise((resolve, reject) => {
      this.#queue.push({ task, resolve, reject });
      this.#next();
    });
  }

  async close(): Promise<void> {
    const workers = this.#workers.splice(0);
    for (const worker of workers) worker.removeAllListeners('exit');
    await Promise.all(workers.map((worker) => worker.terminate()));
    this.#lost(new LatentClassError('aborted', 'the search was stopped, as asked'));
  }

  #next(): void {
    while (this.#queue.length > 0 && this.#idle.length > 0) {
      const worker = this.#idle.pop()!;
      const waiting = this.#queue.shift()!;
      this.#working.set(worker, waiting);
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- threads have no origin
      worker.postMessage(waiting.task);
    }
  }

  #hear(worker: Worker, answer: StartAnswer): void {
    const waiting = this.#working.get(worker);
    this.#working.delete(worker);
    this.#idle.push(worker);
    if ('done' in answer) waiting?.resolve(answer.done as never);
    else {
      const { code, message, data } = answer.failed;
      waiting?.reject(new LatentClassError(code, message, { ...data }));
    }
    this.#next();
  }

  /** Without a thread its share is missing, and with it the result. */
  #lost(error: unknown): void {
    for (const { reject } of [...this.#working.values(), ...this.#queue.splice(0)]) reject(error);
    this.#working.clear();
  }
}

/** What estimation reads of the data, once in memory for all threads. */
function inSharedMemory(data: Indicators): Indicators {
  return {
    ...data,
    patternWeights: shared(data.patternWeights),
    patternCodes: shared(data.patternCodes),
    patternOfRow: shared(data.patternOfRow),
  };
}

/** The same numbers in memory that threads share, so that to send them is to send where they are. */
export function shared<T extends Float64Array | Uint8Array | Int32Array>(values: T): T {
  const Kind = values.constructor as new (buffer: SharedArrayBuffer) => T;
  const copy = new Kind(new SharedArrayBuffer(values.byteLength));
  copy.set(values);
  return copy;
}
