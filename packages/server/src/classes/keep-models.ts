import { insert, type ClassModel, type FitSummary, type ModelSettings } from '@bagom/core';
import { matchClasses } from '@bagom/latent-class';
import { blobOf, newId, type StudyFile } from '@bagom/store';
import type { FittedModel } from './fit-classes.js';

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
  const blobs = models.map(({ posteriors }) => blobOf(new Uint8Array(posteriors.slice().buffer)));
  const rows = models.map((model, index): ClassModel => ({
    id: newId(),
    name: classesInWords(study, model.classes),
    classes: model.classes,
    ...kept,
    chosen: false,
    classNames: carriedNames(study, model, kept.indicators),
    fit: { ...model.fit, answers },
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
 * The names that the chosen model's classes have, where the same indicators were fitted anew with as many classes: each goes
 * to the class that answers most alike. Else every class is without a name.
 */
function carriedNames({ state }: StudyFile, { classes, fit }: FittedModel, indicators: string[]): string[] {
  const none = Array<string>(classes).fill('');
  const chosen = [...state.classModels.values()].find((model) => model.chosen);
  const same =
    chosen !== undefined &&
    chosen.classes === classes &&
    JSON.stringify([chosen.indicators, chosen.fit.categories]) ===
      JSON.stringify([indicators, fit.categories]);
  if (!same) return none;
  const named = ({ probs, categories }: FitSummary) => ({
    classes,
    names: indicators,
    categories: categories.map((values) => values.length),
    probs,
  });
  const { classOf } = matchClasses(named(chosen.fit), named(fit));
  for (const [k, at] of classOf.entries()) if (at !== null) none[at] = chosen.classNames[k] ?? '';
  return none;
}
