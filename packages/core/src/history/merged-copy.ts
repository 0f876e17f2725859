/** That a copy of the study was merged into this one: which file, and what of it was new here. */
export interface MergedCopy {
  id: string;
  /** The file's name. */
  name: string;
  /** The operations that came along, by id, in order: they say from which copy they are, and are undone together. */
  operations: string[];
}
