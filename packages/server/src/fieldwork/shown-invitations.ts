import type { ServerContext } from '../context.js';
import { respondentNames } from '../survey/respondent-names.js';

/** Invitations in the order of the survey's rows. */
export async function shownInvitations(context: ServerContext) {
  const names = new Map<string, (row: number) => string | null>();
  const shown = [];
  for (const invitation of context.study.state.invitations.values()) {
    const { waveId, row } = invitation;
    if (!names.has(waveId)) names.set(waveId, await respondentNames(context, waveId));
    shown.push({ ...invitation, respondent: names.get(waveId)!(row) });
  }
  return shown.sort((a, b) => (a.waveId < b.waveId ? -1 : a.waveId > b.waveId ? 1 : a.row - b.row));
}
