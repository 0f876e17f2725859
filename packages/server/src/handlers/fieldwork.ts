import {
  BagomError,
  casesOf,
  consentSummary,
  guideCounts,
  insert,
  isInPhase,
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
import { newId, type StudyFile } from '@bagom/store';
import { existsSync } from 'node:fs';
import { keptMemos } from '../kept-memos.js';
import { seenStudy } from '../seen-study.js';
import { api, change, given, put, rowOf } from './api.js';

export const fieldwork = {
  read: api.fieldwork.read.handler(async ({ context }) => {
    const { study, keyPath } = context;
    const { state } = study;
    const guide = guideCounts(state);
    const asPerson = personOf(state, (await seenStudy(context)).codings);
    return {
      sites: [...state.sites.values()],
      visits: [...state.visits.values()].sort((a, b) => (a.from < b.from ? -1 : 1)),
      people: casesOf(state).map(asPerson),
      guideTopics: [...state.guideTopics.values()]
        .sort((a, b) => a.focus - b.focus)
        .map((topic) => ({
          ...topic,
          answers: guide.byTopic.get(topic.id)!,
          marked: rowsWhere(state, 'guideAnswers', { topicId: topic.id }).length,
        })),
      guidePersons: guide.persons,
      key:
        keyPath === null
          ? ('nowhere' as const)
          : existsSync(keyPath)
            ? ('there' as const)
            : ('missing' as const),
      quota: quotaGrid(state),
      consent: consentSummary(state),
    };
  }),

  person: api.fieldwork.person.handler(async ({ context, input: { id } }) => {
    const { study } = context;
    rowOf(study, 'participants', id);
    const { state } = study;
    const known = casesOf(state).find(({ participant }) => participant.id === id)!;
    const own = { participantId: id };
    return {
      person: personOf(state, (await seenStudy(context)).codings)(known),
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

  removeSite: api.fieldwork.removeSite.handler(async ({ context: { study }, input: { id } }) => {
    const { name } = rowOf(study, 'sites', id);
    refuseInUse('site.in-use', {
      visits: rowsWhere(study.state, 'visits', { siteId: id }).length,
      participants: rowsWhere(study.state, 'participants', { siteId: id }).length,
    });
    return change(
      study,
      'site.remove',
      name,
      [...keptMemos(study.state, 'site', [id]), remove('sites', id)],
      id,
    );
  }),

  removeVisit: api.fieldwork.removeVisit.handler(async ({ context: { study }, input: { id } }) => {
    const { siteId, from } = rowOf(study, 'visits', id);
    const { name } = rowOf(study, 'sites', siteId);
    return change(study, 'visit.remove', `${name} ${from}`, [remove('visits', id)], id);
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
      const { state } = study;
      refuseInUse('participant.in-use', {
        interviews: rowsWhere(state, 'interviews', own).length,
        consents: rowsWhere(state, 'consents', own).length,
        sources: rowsWhere(state, 'sources', own).length,
        wishes: rowsWhere(state, 'wishes', own).length,
        barriers: rowsWhere(state, 'barriers', own).length,
      });
      // What is only about the person goes with them.
      const drafts = [
        ...rowsWhere(state, 'judgements', own).map((row) => remove('judgements', row.id)),
        ...keptMemos(state, 'participant', [id]),
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

  removeInterview: api.fieldwork.removeInterview.handler(async ({ context: { study }, input: { id } }) => {
    const { participantId } = rowOf(study, 'interviews', id);
    const { pseudonym } = rowOf(study, 'participants', participantId);
    const drafts = [...keptMemos(study.state, 'interview', [id]), remove('interviews', id)];
    return change(study, 'interview.remove', pseudonym, drafts, id);
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

  removeConsent: api.fieldwork.removeConsent.handler(async ({ context: { study }, input: { id } }) => {
    const { participantId, withdrawnAt } = rowOf(study, 'consents', id);
    const { pseudonym } = rowOf(study, 'participants', participantId);
    // Without it an earlier consent would hold again.
    if (withdrawnAt !== null) throw new BagomError('consent.withdrawn');
    return change(study, 'consent.remove', pseudonym, [remove('consents', id)], id);
  }),

  saveTopic: api.fieldwork.saveTopic.handler(async ({ context: { study }, input }) => {
    if (input.id) rowOf(study, 'guideTopics', input.id);
    const row = { ...input, id: input.id ?? newId() };
    const { focus, focusName } = row;
    const renamed = rowsWhere(study.state, 'guideTopics', { focus })
      .filter((other) => other.id !== row.id && other.focusName !== focusName)
      .map((other) => update('guideTopics', other.id, { focusName }));
    return change(study, 'topic.save', row.topic, [put(study, 'guideTopics', row), ...renamed], row.id);
  }),

  removeTopic: api.fieldwork.removeTopic.handler(
    async ({ context: { study }, input: { id, withAnswers } }) => {
      const { topic } = rowOf(study, 'guideTopics', id);
      const answers = rowsWhere(study.state, 'guideAnswers', { topicId: id });
      if (!withAnswers) refuseInUse('topic.in-use', { answers: answers.length });
      const drafts = [...answers.map((row) => remove('guideAnswers', row.id)), remove('guideTopics', id)];
      return change(study, 'topic.remove', topic, drafts, id);
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

  makeKey: api.fieldwork.makeKey.handler(async ({ context: { key, keyPath }, input: { passphrase } }) => {
    if (keyPath === null) throw new BagomError('key.nowhere');
    return { names: await key.make(keyPath, passphrase) };
  }),

  names: api.fieldwork.names.handler(async ({ context: { key, keyPath }, input: { passphrase } }) => {
    if (keyPath === null) throw new BagomError('key.nowhere');
    return { names: await key.open(keyPath, passphrase) };
  }),

  saveName: api.fieldwork.saveName.handler(async ({ context: { study, key }, input }) => {
    checkTrueValue(study, input);
    return { entries: await key.write(input) };
  }),

  hideNames: api.fieldwork.hideNames.handler(async ({ context: { key } }) => {
    await key.close();
    return { open: false as const };
  }),
};

/** The row must be there to be written about; a true age is a whole number in the person's own phase, a link a row of a wave. */
function checkTrueValue(
  study: StudyFile,
  {
    table,
    id,
    field,
    value,
  }: { table: 'participants' | 'sites'; id: string; field: string; value: string | null },
): void {
  // What is about a row that is gone may still be removed.
  if (value === null) return;
  rowOf(study, table, id);
  if (field === 'respondent') {
    const [waveId = '', row = ''] = value.split(' ');
    const wave = rowOf(study, 'waves', waveId);
    if (!/^\d+$/.test(row) || Number(row) >= wave.respondents)
      throw new BagomError('input.invalid', { reason: 'value: respondent' });
  }
  if (table === 'sites' || field !== 'age') return;
  const { phase } = rowOf(study, 'participants', id);
  if (!/^\d{1,3}$/.test(value)) throw new BagomError('input.invalid', { reason: 'value: age' });
  if (phase !== null && !isInPhase(Number(value), phase))
    throw new BagomError('age.outside-phase', { age: Number(value), phase });
}

/** Refuses when anything is counted. */
function refuseInUse(code: string, counts: Record<string, number>): void {
  if (Object.values(counts).some((n) => n > 0)) throw new BagomError(code, counts);
}

/** The phase that goes with an age; one that was given must be the age's own. Ages outside the field's say nothing. */
export function phaseFor({ age, phase }: Pick<Participant, 'age' | 'phase'>): Participant['phase'] {
  const own = age === null ? null : phaseOfAge(age);
  if (phase !== null && own !== null && own !== phase)
    throw new BagomError('age.outside-phase', { age, phase });
  return phase ?? own;
}

/** Makes persons as the fieldwork table shows them; what is looked up for all of them is looked up once. */
function personOf(state: StudyState, seen: StudyState['codings']) {
  const interviews = new Map<string, Interview>();
  for (const interview of state.interviews.values()) {
    const known = interviews.get(interview.participantId);
    if (!known || known.heldAt <= interview.heldAt) interviews.set(interview.participantId, interview);
  }
  const codings = new Map<string, number>();
  for (const { sourceId } of seen.values()) codings.set(sourceId, (codings.get(sourceId) ?? 0) + 1);
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
