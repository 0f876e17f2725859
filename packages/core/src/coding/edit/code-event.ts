import { insert, type Draft } from '../../study/state.js';
import type { CodeEventKind } from '../coding.js';

/** Who edits the codebook, when and why, and where new ids come from: what a pure function cannot know. */
export interface Stamp {
  by: string;
  at: string;
  /** The researcher's reason; may be empty. */
  note: string;
  newId: () => string;
}

/** The line of the codebook's history that an edit leaves. */
export function codeEvent(
  { by, at, note, newId }: Stamp,
  codeId: string,
  kind: CodeEventKind,
  detail: Record<string, string | string[]> = {},
): Draft {
  return insert('codeEvents', { id: newId(), codeId, kind, detail, note: note.trim(), by, at });
}
