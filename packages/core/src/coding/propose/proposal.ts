import type { Span } from '../../text/spans.js';
import type { Turn } from '../../transcripts/source.js';

/** A text in which passages are looked for. */
export interface ProposalText {
  text: string;
  turns: readonly Turn[];
  language: string;
}

export type ProposalReason = 'words' | 'speaker' | 'question' | 'own-words';

/** A passage that could be coded, and why: found by rule, decided by a coder. */
export interface CodingProposal extends Span {
  reason: ProposalReason;
  /** What was found in it. */
  hits: Span[];
  /** Of a guide topic: how much of it was found, 0 to 1. */
  score: number | null;
}

/** How much of the text around what was found is proposed. */
export type ProposalContext = 'word' | 'sentence' | 'turn';
