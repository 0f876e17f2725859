import type { Person } from './fieldwork-types.js';

/** What a person may lack, named as the start page counts it, so that `/fieldwork?missing=consents` shows who it is. */
export const MISSING = ['interviewsToHold', 'consents', 'judgements'] as const;
export type Missing = (typeof MISSING)[number];

/** Consent is signed and complexity judged after an interview: before it, only the interview is missing. */
export function lacks(person: Pick<Person, 'interview' | 'consent' | 'complexity'>, what: Missing): boolean {
  if (what === 'interviewsToHold') return person.interview === null;
  if (person.interview === null) return false;
  return what === 'consents' ? person.consent === null : person.complexity === null;
}

/** Whether a count of the start page is one that the table of people can be narrowed to. */
export const isMissing = (what: string): what is Missing => MISSING.some((one) => one === what);
