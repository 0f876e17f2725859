import { respondentLink } from '@bagom/core';
import type { Outputs } from '../api.js';
import type { Fieldwork } from './fieldwork-types.js';
import { nameKey, useNames } from './true-names.js';

export type Invitation = Outputs['invitations']['read']['invitations'][number];

/** Who takes part, by the respondent they are: known only while the key file is open. */
export function usePersonOf(
  fieldwork: Fieldwork,
): (invitation: Invitation) => Fieldwork['people'][number] | null {
  const { names } = useNames();
  const byLink = new Map<string, Fieldwork['people'][number]>();
  for (const person of fieldwork.people) {
    const link = names?.get(nameKey('participants', person.id, 'respondent'));
    if (link) byLink.set(link, person);
  }
  return (invitation) => byLink.get(respondentLink(invitation)) ?? null;
}
