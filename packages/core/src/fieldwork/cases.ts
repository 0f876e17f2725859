import type { StudyState } from '../study/state.js';
import type { Consent, Judgement, Placement } from './interview.js';
import type { Participant } from './participant.js';

/** A person as comparison sees them: the participant with the judgement and consent that count. */
export interface Case {
  participant: Participant;
  /** Null: not judged. Never filled in from the survey class. */
  complexity: Placement | null;
  consent: Consent | null;
}

/** The latest row for each participant, by a date that sorts as text. */
function latestFor<R extends { participantId: string }>(
  rows: Iterable<R>,
  date: (row: R) => string,
): Map<string, R> {
  const latest = new Map<string, R>();
  for (const row of rows) {
    const known = latest.get(row.participantId);
    if (!known || date(known) <= date(row)) latest.set(row.participantId, row);
  }
  return latest;
}

/** Everyone in the study, by number. */
export function casesOf(state: StudyState): Case[] {
  const judgements = latestFor<Judgement>(state.judgements.values(), (j) => j.judgedAt);
  const consents = latestFor<Consent>(state.consents.values(), (c) => c.givenAt);
  return [...state.participants.values()]
    .sort((a, b) => a.number - b.number)
    .map((participant) => ({
      participant,
      complexity: judgements.get(participant.id)?.placement ?? null,
      consent: consents.get(participant.id) ?? null,
    }));
}

/** Whether a person's words may be analysed: not after a withdrawal, and not when the consent covers nothing. */
export function mayCount({ consent }: Case): boolean {
  return consent === null || (consent.withdrawnAt === null && consent.scope !== 'none');
}

/** The axes on which persons are compared, and the value of a case on each; null means not known. */
export const CASE_AXES = ['phase', 'complexity', 'gender', 'background', 'channel', 'site'] as const;
export type CaseAxis = (typeof CASE_AXES)[number];

export function caseValue({ participant, complexity }: Case, axis: CaseAxis): string | null {
  if (axis === 'complexity') return complexity;
  if (axis === 'site') return participant.siteId;
  return participant[axis];
}

/** Whether a case has all the values asked for; an absent or empty value asks for nothing. */
export function isInGroup(person: Case, group: Partial<Record<CaseAxis, string>>): boolean {
  return CASE_AXES.every((axis) => !group[axis] || caseValue(person, axis) === group[axis]);
}
