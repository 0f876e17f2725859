/** Someone who codes. */
export interface Coder {
  id: string;
  name: string;
  initials: string;
}

export type CodeOrigin = 'theory' | 'research' | 'guide' | 'inductive';

/** A code of the codebook. Two codes may share a name under different parents. */
export interface Code {
  id: string;
  parentId: string | null;
  position: number;
  name: string;
  definition: string;
  /** When to use it, and when not: the neighbouring codes. */
  use: string;
  useNot: string;
  example: string;
  origin: CodeOrigin;
  /** Degrees on the OKLCH hue circle; lightness and chroma are the theme's. */
  hue: number;
  /** A few letters for the margin; null: the name is short enough. */
  shortName: string | null;
  /** Null counts as in use. A retired code keeps its codings and takes no new ones. */
  status: CodeStatus | null;
}

/** What a code says before anybody has written about it. */
export const NEW_CODE = {
  definition: '',
  use: '',
  useNot: '',
  example: '',
  origin: 'inductive',
  shortName: null,
  status: null,
} as const satisfies Partial<Code>;

export type CodeStatus = 'proposed' | 'active' | 'retired';

/** What has happened to a code, for the coding manual: the codebook's own history, in the researchers' words. */
export interface CodeEvent {
  id: string;
  /** The code, which may be gone since; its name then is in `detail`. */
  codeId: string;
  kind: CodeEventKind;
  /** Names and ids of the codes it was merged into or split into, names before and after. */
  detail: Record<string, string | string[]>;
  note: string;
  by: string;
  at: string;
}

export type CodeEventKind =
  | 'made'
  | 'renamed'
  | 'redefined'
  | 'recoloured'
  | 'moved'
  | 'merged'
  | 'split'
  | 'recoded'
  | 'status'
  | 'removed';

/** A stretch of a text that a coder gave a code. `from`/`to` are UTF-16 offsets in that version's text, half-open. */
export interface Coding {
  id: string;
  sourceId: string;
  version: number;
  from: number;
  to: number;
  codeId: string;
  coderId: string;
  /** SHA-256 of the words it stood on, so that a moved coding is noticed. */
  quoteHash: string;
  createdAt: string;
}

/**
 * A passage that shows what a code means. Its words are those that stand at the place now; `chosenHash` is the SHA-256 of those it
 * was chosen for, so that an example whose words a later version changed can say so.
 */
export interface Example {
  id: string;
  codeId: string;
  sourceId: string;
  version: number;
  from: number;
  to: number;
  quoteHash: string;
  chosenHash: string;
  /** Who chose it, where that is known. */
  coderId: string | null;
}

/** A thought, written down, tied to what it is about. */
export interface Memo {
  id: string;
  title: string;
  body: string;
  about: MemoSubject;
  aboutId: string;
  coderId: string | null;
  createdAt: string;
  /** An annotation is a memo about a source's words: their version and place, and the hash of what they said. Else null. */
  version: number | null;
  from: number | null;
  to: number | null;
  quoteHash: string | null;
}

/** A memo about something as a whole, not about words at a place. */
export const NO_PLACE = { version: null, from: null, to: null, quoteHash: null } as const;

export type MemoSubject =
  | 'study'
  | 'source'
  | 'code'
  | 'coding'
  | 'participant'
  | 'claim'
  | 'memo'
  | 'site'
  | 'interview'
  | 'wish';

/** What a memo is about besides its first subject. */
export interface MemoLink {
  id: string;
  memoId: string;
  about: MemoSubject;
  aboutId: string;
}

/** A place to come back to. */
export interface Bookmark {
  id: string;
  sourceId: string;
  version: number;
  from: number;
  to: number;
  name: string;
  coderId: string | null;
}
