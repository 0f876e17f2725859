/** A sample of texts that several coders code without seeing each other, so that their agreement can be measured. */
export interface DoubleCoding {
  id: string;
  name: string;
  /** The texts were drawn with this seed. */
  seed: number;
  sourceIds: string[];
  coderIds: string[];
  /** The codes compared; empty: all. */
  codeIds: string[];
  /** While blind, no coder of the sample sees the others' codings of these texts. */
  blind: boolean;
  createdAt: string;
}

/** How a disagreement of coders was settled, and why. */
export interface Resolution {
  id: string;
  doubleCodingId: string;
  sourceId: string;
  version: number;
  from: number;
  to: number;
  codeId: string;
  decision: 'keep' | 'drop';
  reason: string;
  by: string;
  at: string;
}
