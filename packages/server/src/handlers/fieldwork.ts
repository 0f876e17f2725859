import {
  BagomError,
  casesOf,
  consentSummary,
  insert,
  phaseOfAge,
  quotaGrid,
  remove,
  rowsWhere,
  update,
  type Case,
  type Interview,
  type Participant,
  type Source,
  type StudyState,
} from '@bagom/core';
import { newId, openKeyFile } from '@bagom/store';
import { api, change, given, put, rowOf } from './api.js';

export const fieldwork = {
  read: api.fieldwork.read.handler(({ context: { study } }) => {
    const { state } = study;
    const asPerson = personOf(state);
    return {
      sites: [...state.sites.values()],
      visits: [...state.visits.values()].sort((a, b) => (a.from < b.from ? -1 : 1)),
      people: casesOf(state).map(asPerson),
      guideTopics: [...state.guideTopics.values()].sort((a, b) => a.focus - b.focus),
      quota: quotaGrid(state),
      consent: consentSummary(state),
    };
  }),

  person: api.fieldwork.person.handler(({ context: { study }, input: { id } }) => {
    rowOf(study, 'participants', id);
    const { state } = study;
    const known = casesOf(state).find(({ participant }) => participant.id === id)!;
    const own = { participantId: id };
    return {
      person: personOf(state)(known),
      attributes: rowsWhere(state, 'attributes', own),
      judgements: rowsWhere(state, 'judgements', own).sort((a, b) => (a.judgedAt < b.judgedAt ? 1 : -1)),
      consents: rowsWhere(state, 'consents', own).sort((a, b) => (a.givenAt < b.givenAt ? 1 : -1)),
      guideAnswers: rowsWhere(state, 'guideAnswers', own),
    };
  }),

  saveSite: api.fieldwork.saveSite.handler(async ({ context: { study }, input }) => {
    if (input.id) rowOf(study, 'sites', input.id);
    const row = { ...input, id: input.id ?? newId() };
    return change(study, 'site.save', row.name, [put(study, 'sites', row)], row.id);
  }),

  saveVisit: api.fieldwork.saveVisit.handler(async ({ context: { study }, input }) => {
    if (input.id) rowOf(study, 'visits', input.id);
    const site = rowOf(study, 'sites', input.siteId);
    const row = { ...input, id: input.id ?? newId() };
    return change(study, 'visit.save', `${site.name} ${row.from}`, [put(study, 'visits', row)], row.id);
  }),

  saveParticipant: api.fieldwork.saveParticipant.handler(async ({ context: { study }, input }) => {
    const known = input.id ? rowOf(study, 'participants', input.id) : undefined;
    const numbers = [...study.state.participants.values()].map(({ number }) => number);
    const row: Participant = {
      ...input,
      id: known?.id ?? newId(),
      number: input.number ?? known?.number ?? Math.max(0, ...numbers) + 1,
      phase: phaseFor(input),
    };
    return change(study, 'participant.save', row.pseudonym, [put(study, 'participants', row)], row.id);
  }),

  removeParticipant: api.fieldwork.removeParticipant.handler(
    async ({ context: { study }, input: { id } }) => {
      const { pseudonym } = rowOf(study, 'participants', id);
      const own = { participantId: id };
      // What is only about the person goes with them; interviews, consents and texts must be dealt with first.
      const drafts = [
        ...rowsWhere(study.state, 'attributes', own).map((row) => remove('attributes', row.id)),
        ...rowsWhere(study.state, 'guideAnswers', own).map((row) => remove('guideAnswers', row.id)),
        remove('participants', id),
      ];
      return change(study, 'participant.remove', pseudonym, drafts, id);
    },
  ),

  saveAttribute: api.fieldwork.saveAttribute.handler(async ({ context: { study }, input }) => {
    if (input.id) rowOf(study, 'attributes', input.id);
    rowOf(study, 'participants', input.participantId);
    const row = { ...input, id: input.id ?? newId() };
    return change(study, 'attribute.save', row.name, [put(study, 'attributes', row)], row.id);
  }),

  removeAttribute: api.fieldwork.removeAttribute.handler(async ({ context: { study }, input: { id } }) => {
    const { name } = rowOf(study, 'attributes', id);
    return change(study, 'attribute.remove', name, [remove('attributes', id)], id);
  }),

  judge: api.fieldwork.judge.handler(async ({ context: { study }, input }) => {
    const { pseudonym } = rowOf(study, 'participants', input.participantId);
    const row = { ...input, id: newId(), judgedAt: new Date().toISOString() };
    return change(study, 'judgement.add', pseudonym, [insert('judgements', row)], row.id);
  }),

  saveInterview: api.fieldwork.saveInterview.handler(async ({ context: { study }, input }) => {
    if (input.id) rowOf(study, 'interviews', input.id);
    const { pseudonym } = rowOf(study, 'participants', input.participantId);
    const row = { ...input, id: input.id ?? newId() };
    return change(study, 'interview.save', pseudonym, [put(study, 'interviews', row)], row.id);
  }),

  giveConsent: api.fieldwork.giveConsent.handler(async ({ context: { study }, input }) => {
    const { pseudonym } = rowOf(study, 'participants', input.participantId);
    const row = { ...input, id: newId(), withdrawnAt: null };
    return change(study, 'consent.give', pseudonym, [insert('consents', row)], row.id);
  }),

  withdrawConsent: api.fieldwork.withdrawConsent.handler(
    async ({ context: { study }, input: { id, withdrawnAt } }) => {
      const consent = rowOf(study, 'consents', id);
      const { pseudonym } = rowOf(study, 'participants', consent.participantId);
      return change(study, 'consent.withdraw', pseudonym, [update('consents', id, { withdrawnAt })], id);
    },
  ),

  answerGuide: api.fieldwork.answerGuide.handler(async ({ context: { study }, input }) => {
    rowOf(study, 'participants', input.participantId);
    const { topic } = rowOf(study, 'guideTopics', input.topicId);
    const known = rowsWhere(study.state, 'guideAnswers', {
      participantId: input.participantId,
      topicId: input.topicId,
    })[0];
    const row = { ...input, id: known?.id ?? newId() };
    return change(study, 'guide.answer', topic, [put(study, 'guideAnswers', row)], row.id);
  }),

  setQuotas: api.fieldwork.setQuotas.handler(async ({ context: { study }, input: { quotas } }) => {
    const row = [...study.state.studies.values()][0]!;
    return change(study, 'quota.set', '', [
      update('studies', row.id, { quotas: quotas.map((quota) => given(quota)) }),
    ]);
  }),

  names: api.fieldwork.names.handler(async ({ context: { keyPath }, input: { passphrase } }) => {
    if (keyPath === null) throw new BagomError('key.not-found', { location: '—' });
    const key = await openKeyFile(keyPath, passphrase);
    return { names: key.all() };
  }),
};

/** The phase that goes with an age; one that was given must be the age's own. Ages outside the field's say nothing. */
function phaseFor({ age, phase }: Pick<Participant, 'age' | 'phase'>): Participant['phase'] {
  const own = age === null ? null : phaseOfAge(age);
  if (phase !== null && own !== null && own !== phase)
    throw new BagomError('age.outside-phase', { age, phase });
  return phase ?? own;
}

/** Makes persons as the fieldwork table shows them; what is looked up for all of them is looked up once. */
function personOf(state: StudyState) {
  const interviews = new Map<string, Interview>();
  for (const interview of state.interviews.values()) {
    const known = interviews.get(interview.participantId);
    if (!known || known.heldAt <= interview.heldAt) interviews.set(interview.participantId, interview);
  }
  const codings = new Map<string, number>();
  for (const { sourceId } of state.codings.values()) codings.set(sourceId, (codings.get(sourceId) ?? 0) + 1);
  const sources = new Map<string | null, Source[]>();
  for (const source of state.sources.values()) {
    const list = sources.get(source.participantId);
    if (list) list.push(source);
    else sources.set(source.participantId, [source]);
  }
  return ({ participant, complexity, consent }: Case) => ({
    ...participant,
    complexity,
    consent,
    interview: interviews.get(participant.id) ?? null,
    sources: (sources.get(participant.id) ?? []).map(({ id, title, kind }) => ({
      id,
      title,
      kind,
      codings: codings.get(id) ?? 0,
    })),
  });
}
