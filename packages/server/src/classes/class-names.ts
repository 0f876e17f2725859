import type { ClassModel } from '@bagom/core';
import type { StudyFile } from '@bagom/store';

/** The classes' names; one without is called by its number, in the study's language. */
export function classNamesOf(
  { state }: StudyFile,
  model: Pick<ClassModel, 'classes' | 'classNames'>,
): string[] {
  const english = [...state.studies.values()][0]?.language === 'en';
  return Array.from(
    { length: model.classes },
    (_, k) => model.classNames[k]?.trim() || `${english ? 'Class' : 'Klasse'} ${k + 1}`,
  );
}
