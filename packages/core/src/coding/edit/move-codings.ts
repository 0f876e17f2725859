import { remove, update, type Draft, type StudyState } from '../../study/state.js';
import type { Coding } from '../coding.js';
import { followMemos } from './follow-memos.js';

export interface MovedCodings {
  drafts: Draft[];
  /** How many have the other code now. */
  moved: number;
  /** How many stood on the same words by the same coder, and became one with the coding that was there. */
  joined: number;
}

const place = ({ sourceId, version, from, to, coderId }: Coding) =>
  `${sourceId} ${version} ${from} ${to} ${coderId}`;
const byAge = (a: Coding, b: Coding) =>
  a.createdAt < b.createdAt ? -1 : a.createdAt > b.createdAt ? 1 : a.id < b.id ? -1 : 1;

/**
 * Gives codings another code. They stay where they stand, with their coder; only where the coder gave the same words that code
 * already do two codings become one, the older, and evidence and memos at the other go on at it.
 */
export function moveCodings(state: StudyState, codings: Iterable<Coding>, toCodeId: string): MovedCodings {
  const kept = new Map<string, Coding>();
  for (const coding of [...state.codings.values()].sort(byAge))
    if (coding.codeId === toCodeId && !kept.has(place(coding))) kept.set(place(coding), coding);
  const drafts: Draft[] = [];
  const intoKept = new Map<string, string>();
  let moved = 0;
  for (const coding of [...codings].sort(byAge)) {
    if (coding.codeId === toCodeId) continue;
    const there = kept.get(place(coding));
    if (there) intoKept.set(coding.id, there.id);
    else {
      kept.set(place(coding), coding);
      drafts.push(update('codings', coding.id, { codeId: toCodeId }));
      moved++;
    }
  }
  drafts.push(...followEvidence(state, intoKept), ...followMemos(state, 'coding', intoKept));
  for (const id of intoKept.keys()) drafts.push(remove('codings', id));
  return { drafts, moved, joined: intoKept.size };
}

/** Evidence at a coding that became another: the same passage for the same claim is one piece of evidence, with both notes. */
function followEvidence(state: StudyState, into: ReadonlyMap<string, string>): Draft[] {
  if (into.size === 0) return [];
  const key = (claimId: string, codingId: string, stance: string) => `${claimId} ${codingId} ${stance}`;
  const there = new Map<string, { id: string; note: string }>();
  for (const { id, claimId, codingId, stance, note } of state.evidence.values())
    if (!into.has(codingId)) there.set(key(claimId, codingId, stance), { id, note });
  const drafts: Draft[] = [];
  for (const { id, claimId, codingId, stance, note } of state.evidence.values()) {
    const to = into.get(codingId);
    if (to === undefined) continue;
    const same = there.get(key(claimId, to, stance));
    if (!same) {
      there.set(key(claimId, to, stance), { id, note });
      drafts.push(update('evidence', id, { codingId: to }));
      continue;
    }
    if (note.trim() !== '' && !same.note.includes(note)) {
      same.note = [same.note, note].filter((text) => text !== '').join('\n');
      drafts.push(update('evidence', same.id, { note: same.note }));
    }
    drafts.push(remove('evidence', id));
  }
  return drafts;
}
