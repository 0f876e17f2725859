import type { StudyState } from '../study/state.js';
import { codePath } from './codebook.js';
import type { MemoSubject } from './coding.js';

/** What a memo is about, as it is called: a code by its path, a coding by its code and person. Empty: it is gone. */
export function memoSubjectName(state: StudyState, about: MemoSubject, aboutId: string): string {
  const personOf = (id: string | null | undefined) =>
    (id ? state.participants.get(id)?.pseudonym : undefined) ?? '';
  const joined = (...names: (string | undefined)[]) => names.filter((name) => name).join(', ');
  switch (about) {
    case 'study':
      return [...state.studies.values()][0]?.title ?? '';
    case 'source': {
      const source = state.sources.get(aboutId);
      return personOf(source?.participantId) || (source?.title ?? '');
    }
    case 'code':
      return codePath(state, aboutId);
    case 'coding': {
      const coding = state.codings.get(aboutId);
      if (!coding) return '';
      const source = state.sources.get(coding.sourceId);
      return joined(codePath(state, coding.codeId), personOf(source?.participantId) || source?.title);
    }
    case 'participant':
      return personOf(aboutId);
    case 'claim':
      return state.claims.get(aboutId)?.statement ?? '';
    case 'site':
      return state.sites.get(aboutId)?.name ?? '';
    case 'interview': {
      const interview = state.interviews.get(aboutId);
      return interview ? joined(personOf(interview.participantId), interview.heldAt) : '';
    }
    case 'wish': {
      const wish = state.wishes.get(aboutId);
      return wish ? joined(wish.need, personOf(wish.participantId)) : '';
    }
    case 'memo': {
      const memo = state.memos.get(aboutId);
      return memo ? memo.title || memo.body.slice(0, 60) : '';
    }
  }
}

/** Whatever a memo can be linked to, but codings, which are too many to choose from by name. */
export function memoSubjects(state: StudyState): { about: MemoSubject; id: string; name: string }[] {
  const tables = {
    source: state.sources,
    code: state.codes,
    participant: state.participants,
    claim: state.claims,
    site: state.sites,
    interview: state.interviews,
    wish: state.wishes,
    memo: state.memos,
  } as const;
  return Object.entries(tables).flatMap(([about, rows]) =>
    [...rows.keys()].map((id) => {
      const subject = about as keyof typeof tables;
      return { about: subject, id, name: memoSubjectName(state, subject, id) };
    }),
  );
}
