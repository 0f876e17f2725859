import { BagomError, type AnalysisKinds } from '@bagom/core';
import { LatentClassError } from '@bagom/latent-class';
import type { AnalysisGiven, HowToRun } from '../classes/analyses/given.js';
import { ANALYSES } from '../classes/analyses/analyses.js';
import { asBagomError } from '../classes/class-errors.js';
import { fitClasses, fitTime, type FitRequest, type FittedModel } from '../classes/fit-classes.js';

/** What a thread does for the classes: plain data there and back. */
export type ClassTasks = {
  fit: { given: FitRequest; result: FittedModel[] };
  time: { given: FitRequest; result: number };
} & { [K in keyof AnalysisGiven]: { given: AnalysisGiven[K]; result: AnalysisKinds[K]['result'] } };

export type ClassTask = {
  [K in keyof ClassTasks]: { kind: K; given: ClassTasks[K]['given'] };
}[keyof ClassTasks];

/** What a thread says. Errors cross it as a code and data, since a class does not. */
export type ClassMessage =
  | { kind: 'progress'; progress: number; classes: number | null }
  | { kind: 'done'; result: unknown }
  | { kind: 'failed'; code: string; data: BagomError['data'] };

/** Does a task and says everything there is to say, the end included. */
export async function doClassTask(task: ClassTask, say: (message: ClassMessage) => void): Promise<void> {
  try {
    say({ kind: 'done', result: await resultOf(task, say) });
  } catch (error) {
    const known = error instanceof LatentClassError ? asBagomError(error) : error;
    if (known instanceof BagomError) say({ kind: 'failed', code: known.code, data: known.data });
    else
      say({ kind: 'failed', code: 'unexpected', data: { reason: known instanceof Error ? known.name : '' } });
  }
}

function resultOf(task: ClassTask, say: (message: ClassMessage) => void): Promise<unknown> {
  const told = (progress: number, classes: number | null = null) =>
    say({ kind: 'progress', progress, classes });
  if (task.kind === 'time') return Promise.resolve(fitTime(task.given));
  if (task.kind === 'fit') return fitClasses(task.given, { watch: told });
  const analyse = ANALYSES[task.kind] as (given: unknown, how: HowToRun) => Promise<unknown>;
  return analyse(task.given, { watch: told });
}
