import { BagomError, type AnalysisKinds } from '@bagom/core';
import type { EnumerationRow } from '@bagom/latent-class';
import type { ClassData } from '@bagom/server';
import { errorsAsked, stepsOf, type AskedAnswers, type ClassesAsked } from './asked.js';

type Found<K extends keyof AnalysisKinds> = AnalysisKinds[K]['result'];

/** What was worked out on one model beyond its fit. */
export interface Analysed {
  errors?: Found<'standard-errors'>;
  blrt?: Found<'likelihood-ratio'>;
  covariates?: Found<'covariates'>;
  threestep?: Found<'covariates'>;
  distal?: Found<'distal'>;
  /** What could not be worked out on this model, and why. */
  refused: { what: keyof Omit<Analysed, 'refused'>; error: BagomError }[];
}

export interface AnalyseOptions {
  readonly asked: ClassesAsked & { readonly blrt: number | undefined };
  readonly seed: number;
  readonly threads: number | undefined;
  /** Whether it is the only model of the line. */
  readonly alone: boolean;
  readonly watch: (classes: number, what: string, progress: number) => void;
}

/** Random starts of a sample in the likelihood ratio test, and of one-step regressions. */
const STARTS = { ratio: 60, oneStep: 20 };
const REPLICATES = 500;

/**
 * Works out on one model whatever the line asks for. What this model cannot have (standard errors where it is not identified,
 * a test where there is one class) is kept as refused, so that the other models still have theirs.
 */
export async function analyseModel(
  { model }: EnumerationRow,
  data: ClassData,
  answers: AskedAnswers,
  { asked, seed, threads, alone, watch }: AnalyseOptions,
): Promise<Analysed> {
  const { ANALYSES, inStudyWords } = await import('@bagom/server');
  const { design, covariates, outcome } = answers;
  const given = { model, data, design };
  const found: Analysed = { refused: [] };
  const work = async <T>(what: keyof Omit<Analysed, 'refused'>, of: () => Promise<T>) => {
    try {
      return await inStudyWords(of);
    } catch (error) {
      if (!(error instanceof BagomError)) throw error;
      found.refused.push({ what, error });
      return undefined;
    }
  };
  const how = (what: string) => ({
    threads,
    watch: (progress: number) => watch(model.classes, what, progress),
  });
  const { method, assignment, correction } = stepsOf(asked);
  const errors = errorsAsked(asked);
  const kept: Omit<Analysed, 'refused'> = {};
  if (errors) {
    const options = { errors, replicates: REPLICATES, seed, level: 0.95 };
    const result = await work('errors', () =>
      ANALYSES['standard-errors']({ ...given, asked: options }, how('errors')),
    );
    if (result) kept.errors = result;
  }
  // In a table of models the first has nothing to be tested against; alone it is told so.
  if (asked.blrt !== undefined && (model.classes > 1 || alone)) {
    const options = { replicates: asked.blrt, starts: STARTS.ratio, seed };
    const result = await work('blrt', () =>
      ANALYSES['likelihood-ratio']({ ...given, asked: options }, how('blrt')),
    );
    if (result) kept.blrt = result;
  }
  if (covariates.length > 0 && model.classes > 1) {
    const what = method === 'one-step' ? 'covariates' : 'threestep';
    const options = {
      method,
      assignment,
      correction,
      covariates,
      referenceClass: 0,
      starts: STARTS.oneStep,
      seed,
    };
    const result = await work(what, () =>
      ANALYSES.covariates({ ...given, asked: options, columns: covariates }, how(what)),
    );
    if (result) kept[what] = result;
  }
  if (outcome) {
    const { as, ...column } = outcome;
    const undone = asked.threestep ?? (as === 'mean' ? 'bch' : 'ml');
    const options = { outcomeId: column.name, as, assignment, correction: undone };
    const result = await work('distal', () =>
      ANALYSES.distal({ ...given, asked: options, outcome: column }, how('distal')),
    );
    if (result) kept.distal = result;
  }
  return { ...kept, ...found };
}
