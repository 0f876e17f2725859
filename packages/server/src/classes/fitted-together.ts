import type { ClassModel, StudyState } from '@bagom/core';

/** Everything that models of one computation have in common. */
const computation = ({
  waveId,
  indicators,
  weightId,
  missing,
  seed,
  starts,
  settings,
  fit,
}: ClassModel): string =>
  JSON.stringify([waveId, indicators, weightId, missing, seed, starts, settings, fit.n]);

/** The models out of the same computation as this one, itself among them: one for each number of classes, ascending. */
export function fittedTogether(state: StudyState, model: ClassModel): ClassModel[] {
  const same = computation(model);
  const byClasses = new Map<number, ClassModel>();
  for (const other of state.classModels.values())
    if (computation(other) === same) byClasses.set(other.classes, other);
  // Where the same was computed twice, the one that is asked about stands for its number of classes.
  byClasses.set(model.classes, model);
  return [...byClasses.values()].sort((a, b) => a.classes - b.classes);
}
