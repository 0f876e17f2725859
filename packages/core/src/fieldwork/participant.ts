/** Life phases of the field: 18-29, 30-49, 50-69. */
export type Phase = 'young' | 'adult' | 'older';
export const PHASES: readonly Phase[] = ['young', 'adult', 'older'];
export type Gender = 'f' | 'm' | 'x';
/** How a person was met: through a social offer, or as an earlier respondent of the survey. */
export type Channel = 'offer' | 'respondent';
export type Background = 'danish' | 'immigrant' | 'descendant' | 'refugee' | 'other';

/**
 * A person who agreed to take part. Everything here is the published value: the pseudonym, the age as it may be printed.
 * The true name, the true age and the link to a respondent are in the key file.
 */
export interface Participant {
  id: string;
  number: number;
  pseudonym: string;
  /** The age that may be printed; it may be shifted by a few years. Null: unknown. */
  age: number | null;
  /** The true life phase: a shifted age never moves a person into another. Null: unknown. */
  phase: Phase | null;
  gender: Gender | null;
  channel: Channel | null;
  siteId: string | null;
  background: Background | null;
  /** The class of the survey model, only for earlier respondents. Never derived from the complexity judgement. */
  surveyClass: string | null;
  situation: string;
}

/** The life phase of an age in years, or null outside 18 to 69. */
export function phaseOfAge(age: number): Phase | null {
  if (age >= 18 && age <= 29) return 'young';
  if (age >= 30 && age <= 49) return 'adult';
  if (age >= 50 && age <= 69) return 'older';
  return null;
}

/** Whether a true age lies in a phase. Those younger or older than the field belong to its first or last phase. */
export function isInPhase(age: number, phase: Phase): boolean {
  return phaseOfAge(Math.min(69, Math.max(18, age))) === phase;
}

/** A fact about a person beyond the fixed ones, as the study needs it; `source` says who says so. */
export interface Attribute {
  id: string;
  participantId: string;
  name: string;
  value: string;
  source: 'self' | 'researcher' | 'staff' | 'register';
}
