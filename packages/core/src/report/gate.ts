import { casesOf } from '../fieldwork/cases.js';
import { rowsBy } from '../study/rows-by.js';
import type { StudyState } from '../study/state.js';

/** `place-lost`: an excerpt whose words a correction of the text took away. */
export type GateReason =
  | 'no-person'
  | 'no-consent'
  | 'consent-does-not-cover'
  | 'withdrawn'
  | 'not-masked'
  | 'place-lost';

export interface GateAnswer {
  allowed: boolean;
  reasons: GateReason[];
  /** The open mentions that must be decided first. */
  open: number;
}

/** Whether a person's words may be printed at all: consent given, for quoting, and not withdrawn. */
export function mayPrint(state: StudyState, participantId: string | null): GateAnswer {
  const reasons: GateReason[] = [];
  if (participantId === null || !state.participants.has(participantId)) reasons.push('no-person');
  else {
    let consent;
    for (const row of rowsBy(state, 'consents', 'participantId', participantId).values())
      if (!consent || consent.givenAt <= row.givenAt) consent = row;
    if (!consent) reasons.push('no-consent');
    else {
      if (consent.scope !== 'quote') reasons.push('consent-does-not-cover');
      if (consent.withdrawnAt !== null) reasons.push('withdrawn');
    }
  }
  return { allowed: reasons.length === 0, reasons, open: 0 };
}

/**
 * The gate: the one function that every quote passes on its way out. Besides consent, no undecided mention of someone or
 * something recognisable may lie in the passage. Excerpts of an already published report are published as they stand.
 */
export function gate(state: StudyState, passage: { sourceId: string; from: number; to: number }): GateAnswer {
  const source = state.sources.get(passage.sourceId);
  if (!source) return { allowed: false, reasons: ['no-person'], open: 0 };
  if (source.kind === 'excerpt') return { allowed: true, reasons: [], open: 0 };
  const answer = mayPrint(state, source.participantId);
  let open = 0;
  for (const mention of rowsBy(state, 'mentions', 'sourceId', source.id).values())
    if (
      mention.version === source.version &&
      mention.decision === 'open' &&
      mention.from < passage.to &&
      passage.from < mention.to
    )
      open++;
  const reasons: GateReason[] = open > 0 ? [...answer.reasons, 'not-masked'] : answer.reasons;
  return { allowed: reasons.length === 0, reasons, open };
}

/** Participants by how their words may leave: for the start page and the data protection officer. */
export function consentSummary(state: StudyState): {
  quotable: number;
  useOnly: number;
  withdrawn: number;
  missing: number;
} {
  const summary = { quotable: 0, useOnly: 0, withdrawn: 0, missing: 0 };
  const interviewed = new Set([...state.interviews.values()].map((i) => i.participantId));
  for (const { participant, consent } of casesOf(state)) {
    if (consent?.withdrawnAt) summary.withdrawn++;
    else if (consent?.scope === 'quote') summary.quotable++;
    else if (consent?.scope === 'use') summary.useOnly++;
    else if (consent === null && interviewed.has(participant.id)) summary.missing++;
  }
  return summary;
}
