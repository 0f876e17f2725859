import { remove, update, type Draft, type StudyState } from '../../study/state.js';
import { NO_PLACE, type MemoSubject } from '../coding.js';

/** Memos about rows that became others are about those now; a link that would say the same thing twice goes. */
export function followMemos(
  state: StudyState,
  about: MemoSubject,
  into: ReadonlyMap<string, string>,
): Draft[] {
  if (into.size === 0) return [];
  const drafts: Draft[] = [];
  const subjects = new Map<string, string>();
  for (const memo of state.memos.values()) {
    const to = memo.about === about ? into.get(memo.aboutId) : undefined;
    if (to !== undefined) drafts.push(update('memos', memo.id, { aboutId: to }));
    if (memo.about === about) subjects.set(memo.id, to ?? memo.aboutId);
  }
  const links = [...state.memoLinks.values()].filter((link) => link.about === about);
  const said = new Set(
    links.filter(({ aboutId }) => !into.has(aboutId)).map(({ memoId, aboutId }) => `${memoId} ${aboutId}`),
  );
  for (const { id, memoId, aboutId } of links) {
    const to = into.get(aboutId) ?? aboutId;
    const twice = subjects.get(memoId) === to || (to !== aboutId && said.has(`${memoId} ${to}`));
    if (twice) drafts.push(remove('memoLinks', id));
    else if (to !== aboutId) {
      said.add(`${memoId} ${to}`);
      drafts.push(update('memoLinks', id, { aboutId: to }));
    }
  }
  return drafts;
}

/** Memos about rows that go: they live on at what `heir` names, or at the study; links to the rows go. */
export function keepMemos(
  state: StudyState,
  about: MemoSubject,
  gone: ReadonlySet<string>,
  heir: (id: string) => { about: MemoSubject; aboutId: string } = () => ({ about: 'study', aboutId: '' }),
): Draft[] {
  const drafts: Draft[] = [];
  for (const memo of state.memos.values())
    if (memo.about === about && gone.has(memo.aboutId))
      // Words at a place are words of one text: what goes on elsewhere has no place.
      drafts.push(update('memos', memo.id, { ...heir(memo.aboutId), ...NO_PLACE }));
  for (const link of state.memoLinks.values())
    if (link.about === about && gone.has(link.aboutId)) drafts.push(remove('memoLinks', link.id));
  return drafts;
}
