/** Consent, signed in two copies at the end of the interview, with what it covers. */
export interface Consent {
  id: string;
  participantId: string;
  givenAt: string;
  /** `quote`: words may be printed; `use`: may be analysed, not printed; `none`: neither. */
  scope: 'quote' | 'use' | 'none';
  withdrawnAt: string | null;
}

export interface Interview {
  id: string;
  participantId: string;
  heldAt: string;
  minutes: number | null;
  place: string;
  interviewer: string;
  language: string;
  giftCard: boolean;
  /** `held` (recorded, not transcribed), `notes` (not recorded), `transcribed`. */
  state: 'held' | 'notes' | 'transcribed';
}

/** A topic of the interview guide, within one of its focus areas. */
export interface GuideTopic {
  id: string;
  focus: number;
  focusName: string;
  topic: string;
  question: string;
}

/** Not asked, not raised and denied are three different things. */
export type AnswerState = 'raised' | 'asked' | 'denied' | 'not-asked' | 'not-raised';

export interface GuideAnswer {
  id: string;
  participantId: string;
  topicId: string;
  state: AnswerState;
}

/** Where on the continuum of complexity a judgement places a person; `unplaceable` is a judgement too. */
export type Placement = 'lower' | 'border' | 'higher' | 'unplaceable';
export const PLACEMENTS: readonly Placement[] = ['lower', 'border', 'higher', 'unplaceable'];

/** The researcher's judgement after an interview. The latest one counts; earlier ones stay. */
export interface Judgement {
  id: string;
  participantId: string;
  placement: Placement;
  rationale: string;
  judgedBy: string;
  judgedAt: string;
}
