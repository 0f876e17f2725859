/** How far an invitation has come. Who agreed becomes a participant; the link between the two is in the key file alone. */
export type InvitationState = 'listed' | 'contacted' | 'agreed' | 'refused' | 'unreachable';
export const INVITATION_STATES: readonly InvitationState[] = [
  'listed',
  'contacted',
  'agreed',
  'refused',
  'unreachable',
];

/**
 * A respondent of the survey whom the fieldwork may ask, because of the class they probably belong to. Known by the row in
 * the survey; a name is never here.
 */
export interface Invitation {
  id: string;
  waveId: string;
  modelId: string;
  /** The row in the wave, from 0. */
  row: number;
  /** The class at the time of listing, by name, and its posterior probability. */
  className: string;
  certainty: number;
  /** What the quota was drawn by, as the survey says it: `{ "Køn": "kvinde" }`. */
  quota: Record<string, string>;
  state: InvitationState;
  note: string;
  changedAt: string;
}

/** What the key file keeps of a participant who was invited: which respondent they are. */
export const respondentLink = ({ waveId, row }: Pick<Invitation, 'waveId' | 'row'>): string =>
  `${waveId} ${row}`;
