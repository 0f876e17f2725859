import {
  finishStarts,
  replicateRatios,
  screenStarts,
  type Candidate,
  type Finished,
  type Indicators,
  type ReplicateRatio,
} from '@bagom/latent-class';

/** A share of a search: starts to screen, starts to finish, or samples of a likelihood ratio test. */
export interface StartTasks {
  screen: { options: Parameters<typeof screenStarts>[1]; result: Candidate[] };
  finish: { options: Parameters<typeof finishStarts>[1]; result: Finished[] };
  ratios: {
    options: Parameters<typeof replicateRatios>[2] & { models: Parameters<typeof replicateRatios>[1] };
    result: ReplicateRatio[];
  };
}

/** A share as it is sent to a thread. */
export type StartTask = {
  [K in keyof StartTasks]: { kind: K; options: StartTasks[K]['options'] };
}[keyof StartTasks];

/** Does a share of a search. */
export function doStartTask(data: Indicators, { kind, options }: StartTask) {
  switch (kind) {
    case 'screen':
      return screenStarts(data, options);
    case 'finish':
      return finishStarts(data, options);
    case 'ratios':
      return replicateRatios(data, options.models, options);
  }
}
