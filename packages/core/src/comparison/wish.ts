/** What a person wishes for. "No wish" is an answer: a wish with status `content`. */
export interface Wish {
  id: string;
  participantId: string;
  need: string;
  /** In society at large, or among people in the same situation. */
  arena: 'general' | 'peers';
  status: 'doing' | 'planned' | 'unmet' | 'dream' | 'conditional' | 'ended' | 'content';
  elicitation: 'spontaneous' | 'asked' | 'led';
  sourceId: string | null;
  from: number | null;
  to: number | null;
}

/** What stands in the way, and where: often in the offer itself. */
export interface Barrier {
  id: string;
  participantId: string;
  barrier: string;
  locus: 'person' | 'offer' | 'system' | 'money' | 'distance' | 'others';
  sourceId: string | null;
  from: number | null;
  to: number | null;
}
