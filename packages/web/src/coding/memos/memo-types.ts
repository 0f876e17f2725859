import type { Inputs, Outputs } from '../../api.js';

export type MemoEntry = Outputs['coding']['memos']['memos'][number];
export type MemoSubject = Inputs['coding']['saveMemo']['about'];
export interface About {
  about: MemoSubject;
  aboutId: string;
}

/** Words of a text that a note is about. */
export interface Place {
  version: number;
  from: number;
  to: number;
}

export const sameSubject = (a: About, b: About): boolean => a.about === b.about && a.aboutId === b.aboutId;

/** Where a subject is looked at: a page and its choices; null: nowhere of its own. */
export function placeOfSubject(
  { about, aboutId }: About,
  place?: { from: number | null; to: number | null },
) {
  switch (about) {
    case 'source':
      return {
        to: '/coding' as const,
        search: {
          source: aboutId,
          ...(place && place.from !== null && place.to !== null
            ? { from: String(place.from), to: String(place.to) }
            : {}),
        },
      };
    case 'code':
      return { to: '/coding' as const, search: { code: aboutId } };
    case 'participant':
      return { to: '/fieldwork' as const, search: { participant: aboutId } };
    case 'site':
      return { to: '/fieldwork' as const, search: { view: 'sites', site: aboutId } };
    case 'interview':
      return { to: '/fieldwork' as const, search: {} };
    case 'claim':
      return { to: '/claims' as const, search: { claim: aboutId } };
    case 'memo':
      return { to: '/coding' as const, search: { view: 'memos', memo: aboutId } };
    case 'wish':
      return { to: '/comparison' as const, search: { view: 'wishes' } };
    case 'coding':
    case 'study':
      return null;
  }
}
