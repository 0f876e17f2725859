import { keepMemos, type Draft, type Memo, type StudyState } from '@bagom/core';

/** A memo outlives what it was written about: when that goes, it goes on at the study. */
export function keptMemos(state: StudyState, about: Memo['about'], ids: readonly string[]): Draft[] {
  return keepMemos(state, about, new Set(ids));
}
