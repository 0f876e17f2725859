import {
  finishStarts,
  replicateEstimates,
  replicateFits,
  replicateRatios,
  screenStarts,
  type Candidate,
  type Finished,
  type Indicators,
  type LatentClassModel,
  type RefitOptions,
  type ReplicateEstimate,
  type ReplicateFit,
  type ReplicateRatio,
} from '@bagom/latent-class';

/** A share of a search: starts to screen or to finish, samples of a test, or refits of a model. */
export interface StartTasks {
  screen: { options: Parameters<typeof screenStarts>[1]; result: Candidate[] };
  finish: { options: Parameters<typeof finishStarts>[1]; result: Finished[] };
  ratios: {
    options: Parameters<typeof replicateRatios>[2] & { models: Parameters<typeof replicateRatios>[1] };
    result: ReplicateRatio[];
  };
  refits: {
    options: { model: LatentClassModel; how: RefitOptions; from: number; to: number };
    result: ReplicateEstimate[];
  };
  fits: {
    options: { model: LatentClassModel; seed: number; from: number; to: number };
    result: ReplicateFit[];
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
    case 'refits':
      return replicateEstimates(options.model, data, options.how, options);
    case 'fits':
      return replicateFits(options.model, data, options);
  }
}
