/** A chapter or section of the report; sections have a parent. */
export interface Chapter {
  id: string;
  parentId: string | null;
  position: number;
  title: string;
}

/**
 * A piece of a chapter. `prose`: text written by the researchers. `excerpt`: a stretch of a source, printed as published.
 * `claim`: a finding of the claims, with its lead-in. `matrix`, `classes`: a table or figure made when the report is printed.
 */
export interface Block {
  id: string;
  chapterId: string;
  position: number;
  kind: 'prose' | 'excerpt' | 'claim' | 'matrix' | 'classes';
  /** Prose, or an excerpt's lead-in, or a table's caption. */
  text: string;
  sourceId: string | null;
  from: number | null;
  to: number | null;
  claimId: string | null;
  /** A matrix block's specification. */
  matrix: MatrixSpec | null;
}

export type MatrixAxis =
  | 'code'
  | 'section'
  | 'person'
  | 'phase'
  | 'complexity'
  | 'gender'
  | 'background'
  | 'channel'
  | 'site';

export interface MatrixSpec {
  rows: MatrixAxis;
  cols: MatrixAxis;
  /** Codes (with everything under them) when an axis is `code`; empty: the top codes. */
  codes: string[];
}
