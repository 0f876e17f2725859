/** Something that two copies of a study changed in different ways. Ours stands until somebody decides; both are kept here. */
export interface MergeConflict {
  id: string;
  /** A table of the study, by name. */
  table: string;
  rowId: string;
  /** The column that differs; empty: the row itself, which one copy removed and the other still needed. */
  column: string;
  /** The value, or the row; null: removed. */
  ours: unknown;
  theirs: unknown;
  /** Who changed it in the other copy, and when. */
  by: string;
  at: string;
  /** `other`: a third value was written; `both`: of two texts, theirs was laid over ours. */
  state: 'open' | 'ours' | 'theirs' | 'other' | 'both';
}
