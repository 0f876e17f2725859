import type { Span } from '../text/spans.js';

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
  /** Coders who said they are done: a text in which they coded nothing has nothing to code. Null: nobody. */
  doneCoderIds: string[] | null;
}

/** How a disagreement of coders was settled, and why. */
export interface Resolution {
  id: string;
  doubleCodingId: string;
  sourceId: string;
  version: number;
  /** The stretch that coders differed on. */
  from: number;
  to: number;
  codeId: string;
  decision: 'keep' | 'drop';
  reason: string;
  by: string;
  at: string;
  /** Of what is kept, the borders that were chosen; null: the whole stretch. */
  spans: Span[] | null;
}

/** The coder whose codings are what the others agreed on. One id in every copy of a study, so that a merge makes no second. */
export const CONSENSUS_CODER = 'consensus';
