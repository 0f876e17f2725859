import type { Invitation, InvitationState } from './invitation.js';

/** Invitations by how far they have come, and how many of those who were reached said yes. */
export interface InvitationCounts {
  states: Record<InvitationState, number>;
  total: number;
  /** Who answered: agreed or refused. */
  answered: number;
  /** Who was asked or tried: everybody but those only listed. */
  asked: number;
}

export function invitationCounts(invitations: Iterable<Pick<Invitation, 'state'>>): InvitationCounts {
  const states = { listed: 0, contacted: 0, agreed: 0, refused: 0, unreachable: 0 };
  let total = 0;
  for (const { state } of invitations) {
    states[state]++;
    total++;
  }
  return {
    states,
    total,
    answered: states.agreed + states.refused,
    asked: total - states.listed,
  };
}
