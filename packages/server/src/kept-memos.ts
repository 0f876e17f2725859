import { update, type Draft, type Memo, type StudyState } from '@bagom/core';

/** A memo outlives what it was written about: when that goes, it goes on at the study. */
export function keptMemos(state: StudyState, about: Memo['about'], ids: readonly string[]): Draft[] {
  const gone = new Set(ids);
  return [...state.memos.values()]
    .filter((memo) => memo.about === about && gone.has(memo.aboutId))
    .map(({ id }) => update('memos', id, { about: 'study', aboutId: '' }));
}
