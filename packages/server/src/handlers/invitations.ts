import { BagomError, insert, remove, respondentLink, update, type Participant } from '@bagom/core';
import { newId } from '@bagom/store';
import { drawList } from '../fieldwork/draw-list.js';
import { shownInvitations } from '../fieldwork/shown-invitations.js';
import { api, brief, change, given, rowOf } from './api.js';
import { phaseFor } from './fieldwork.js';

export const invitations = {
  read: api.invitations.read.handler(async ({ context }) => ({
    invitations: await shownInvitations(context),
  })),

  draw: api.invitations.draw.handler(async ({ context, input }) => {
    const { cells, rows, subject } = await drawList(context, input);
    if (input.preview) return { cells, operation: null };
    if (rows.length === 0) throw new BagomError('invitations.none');
    const drafts = rows.map((row) => insert('invitations', row));
    return { cells, operation: brief(await context.study.commit('invitation.draw', subject, drafts)) };
  }),

  change: api.invitations.change.handler(async ({ context: { study }, input: { ids, ...values } }) => {
    const changedAt = new Date().toISOString();
    const rows = ids.map((id) => rowOf(study, 'invitations', id));
    const drafts = rows.map(({ id }) => update('invitations', id, { ...given(values), changedAt }));
    const kind = values.state === undefined ? 'invitation.note' : `invitation.${values.state}`;
    // The row of a respondent is not printed into the history's sentences: whom it was stands in the change itself.
    return change(study, kind, rows.length === 1 ? rows[0]!.className : `${rows.length}`, drafts, ids[0]);
  }),

  remove: api.invitations.remove.handler(async ({ context: { study }, input: { id } }) => {
    const { state, className } = rowOf(study, 'invitations', id);
    // Who was asked once must not be drawn again.
    if (state !== 'listed') throw new BagomError('invitation.contacted');
    return change(study, 'invitation.remove', className, [remove('invitations', id)], id);
  }),

  participate: api.invitations.participate.handler(
    async ({ context: { study, key }, input: { id, withoutLink, ...person } }) => {
      const invitation = rowOf(study, 'invitations', id);
      if (invitation.state !== 'agreed') throw new BagomError('invitation.not-agreed');
      const link = respondentLink(invitation);
      const already = await key.find('participants', 'respondent', link);
      if (already !== null && study.state.participants.has(already))
        throw new BagomError('invitation.has-participant', {
          name: study.state.participants.get(already)!.pseudonym,
        });
      const numbers = [...study.state.participants.values()].map(({ number }) => number);
      const row: Participant = {
        ...person,
        id: newId(),
        number: Math.max(0, ...numbers) + 1,
        phase: phaseFor(person),
        channel: 'respondent',
        siteId: null,
        surveyClass: invitation.className.slice(0, 80),
      };
      const entry = { table: 'participants', id: row.id, field: 'respondent' };
      const linked = await keyTook(() => key.write({ ...entry, value: link }));
      if (!linked && !withoutLink) throw new BagomError('invitation.no-link');
      try {
        // The history says that somebody joined, not which respondent it was: that is in the key file alone.
        const done = await change(
          study,
          'participant.save',
          row.pseudonym,
          [insert('participants', row)],
          row.id,
        );
        return { ...done, channel: 'respondent' as const, link: linked ? link : null };
      } catch (error) {
        if (linked) await key.write({ ...entry, value: null });
        throw error;
      }
    },
  ),
};

/** Whether the key file was open and took what was written. */
async function keyTook(write: () => Promise<unknown>): Promise<boolean> {
  try {
    await write();
    return true;
  } catch (error) {
    if (error instanceof BagomError && error.code === 'key.closed') return false;
    throw error;
  }
}
