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
}

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

/** A thought, written down, tied to what it is about. */
export interface Memo {
  id: string;
  title: string;
  body: string;
  about: 'study' | 'source' | 'code' | 'coding' | 'participant' | 'claim';
  aboutId: string;
  coderId: string | null;
  createdAt: string;
}
