import {
  insert,
  profileDistance,
  reorderedFit,
  reorderedPosteriors,
  type ClassModel,
  type ModelSettings,
} from '@bagom/core';
import { blobOf, newId, type StudyFile } from '@bagom/store';
import type { FittedModel } from './fit-classes.js';
import { orderLike } from './reorder-classes.js';

/** What the models of one fit have in common. */
export interface FitKept {
  waveId: string;
  indicators: string[];
  weightId: string | null;
  missing: 'fiml' | 'listwise';
  seed: number;
  starts: number;
  settings: ModelSettings;
  /** The fingerprint of the answers at the time they were read. */
  answers: string;
}

/** All models of one fit, in one operation. Gives their rows. */
export async function keepModels(
  study: StudyFile,
  models: readonly FittedModel[],
  { answers, ...kept }: FitKept,
): Promise<ClassModel[]> {
  const taken = models.map((model) => takenOver(study, model, kept.indicators));
  const blobs = taken.map(({ posteriors }) => blobOf(new Uint8Array(posteriors.slice().buffer)));
  const rows = taken.map(({ classes, classNames, fit }, index): ClassModel => ({
    id: newId(),
    name: classesInWords(study, classes),
    classes,
    ...kept,
    chosen: false,
    classNames,
    fit: { ...fit, answers },
    posteriors: blobs[index]!.hash,
    reason: null,
  }));
  await study.commit(
    'classes.fit',
    study.state.waves.get(kept.waveId)?.name ?? '',
    rows.map((row) => insert('classModels', row)),
    blobs,
  );
  return rows;
}

/** `3 klasser`: a model's name until it gets another, and what a job says it is at. */
export function classesInWords({ state }: StudyFile, n: number): string {
  const danish = [...state.studies.values()][0]?.language !== 'en';
  return `${n} ${danish ? (n === 1 ? 'klasse' : 'klasser') : n === 1 ? 'class' : 'classes'}`;
}

/**
 * Names and order of the chosen model's classes, where the same indicators were fitted anew with as many classes: each class
 * takes the place and the name of the one that answers most alike, and the fit says whose they were. Else every class is
 * without a name, the largest first.
 */
function takenOver(
  { state }: StudyFile,
  model: FittedModel,
  indicators: string[],
): FittedModel & { classNames: string[] } {
  const chosen = [...state.classModels.values()].find((one) => one.chosen);
  const same =
    chosen !== undefined &&
    chosen.classes === model.classes &&
    JSON.stringify([chosen.indicators, chosen.fit.categories]) ===
      JSON.stringify([indicators, model.fit.categories]);
  if (!same) return { ...model, classNames: Array<string>(model.classes).fill('') };
  const order = orderLike(chosen.fit, model.fit);
  const fit = reorderedFit(model.fit, order);
  return {
    classes: model.classes,
    classNames: chosen.classNames,
    fit: { ...fit, named: { from: chosen.name, distance: profileDistance(chosen.fit, fit) } },
    posteriors: reorderedPosteriors(model.posteriors, order),
  };
}
