import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { servedStudy } from '../small-study.fixture.js';
import { change, get, led, refused } from './led-study.fixture.js';

const person = {
  pseudonym: 'Asta',
  age: 24,
  phase: null,
  gender: 'f',
  channel: 'offer',
  siteId: null,
  background: 'danish',
  surveyClass: null,
  situation: 'bor hos sin mor',
};

export const fieldworkRoutes = () =>
  describe('fieldwork', () => {
    test('sites, visits and people', async () => {
      const site = await change('PUT', '/fieldwork/sites', {
        name: 'Værested',
        kind: 'drop-in',
        sector: 'civil',
        region: 'Fyn',
        townSize: 'small',
      });
      const visit = {
        siteId: site.id,
        from: '2025-03-01',
        to: '2025-03-03',
        posterAt: null,
        approached: 9,
        refused: 3,
        note: '',
      };
      await change('PUT', '/fieldwork/visits', visit);
      led.participantId = (await change('PUT', '/fieldwork/participants', { ...person, siteId: site.id })).id;
      expect(led.served.study.state.participants.get(led.participantId)).toMatchObject({
        number: 1,
        phase: 'young',
      });
      expect(
        (await refused('PUT', '/fieldwork/participants', { ...person, age: 52, phase: 'young' })).code,
      ).toBe('age.outside-phase');
      const spare = await change('PUT', '/fieldwork/participants', { ...person, pseudonym: 'Bo' });
      expect(led.served.study.state.participants.get(spare.id)?.number).toBe(2);
      await change('DELETE', '/fieldwork/participants/{id}', undefined, { id: spare.id });
      await change('PUT', '/fieldwork/quotas', { quotas: [{ phase: 'young', target: 3 }] });
    });

    test('interview, judgement, consent, attributes and guide', async () => {
      const interview = {
        participantId: led.participantId,
        heldAt: '2025-03-02',
        minutes: 45,
        place: 'kontor',
        interviewer: 'KT',
        language: 'da',
        giftCard: true,
        state: 'held',
      };
      await change('PUT', '/fieldwork/interviews', interview);
      await change('POST', '/fieldwork/judgements', {
        participantId: led.participantId,
        placement: 'border',
        rationale: '',
        judgedBy: 'KT',
      });
      const consent = await change('POST', '/fieldwork/consents', {
        participantId: led.participantId,
        givenAt: '2025-03-02',
        scope: 'quote',
      });
      await change(
        'POST',
        '/fieldwork/consents/{id}/withdraw',
        { withdrawnAt: '2025-04-01' },
        { id: consent.id },
      );
      await change('POST', '/history/undo', {});
      const attribute = await change('PUT', '/fieldwork/attributes', {
        participantId: led.participantId,
        name: 'bolig',
        value: 'værelse',
        source: 'self',
      });
      await change('DELETE', '/fieldwork/attributes/{id}', undefined, { id: attribute.id });
      const topic = { id: 't1', focus: 1, focusName: 'Hverdag', topic: 'En dag', question: '' };
      await led.served.study.commit('guide.set', '', [{ do: 'insert', table: 'guideTopics', row: topic }]);
      for (const state of ['asked', 'denied'])
        await change('PUT', '/fieldwork/guide-answers', {
          participantId: led.participantId,
          topicId: 't1',
          state,
        });
      expect(led.served.study.state.guideAnswers.size).toBe(1);
      const read = await get<{
        people: { complexity: string; consent: { withdrawnAt: null } }[];
        quota: { margins: unknown[] };
      }>('GET', '/fieldwork');
      expect(read.people).toMatchObject([{ complexity: 'border', consent: { withdrawnAt: null } }]);
      expect(read.quota.margins).toEqual([{ group: { phase: 'young' }, target: 3, reached: 1 }]);
      expect(
        await get('GET', '/fieldwork/participants/{id}', undefined, { id: led.participantId }),
      ).toMatchObject({
        guideAnswers: [{ state: 'denied' }],
      });
      const inUse = await refused('DELETE', `/fieldwork/participants/${led.participantId}`);
      expect(inUse.code).toBe('participant.in-use');
      expect(inUse.en).toContain('interviews: 1, consents: 1, texts: 0');
    });

    test('what was written by mistake is removed, and comes back with undo', async () => {
      const { state } = led.served.study;
      const [site] = [...state.sites.keys()];
      const [visit] = [...state.visits.keys()];
      expect((await refused('DELETE', `/fieldwork/sites/${site}`)).en).toContain(
        'visits: 1, participants: 1',
      );
      const spare = (await change('PUT', '/fieldwork/participants', { ...person, pseudonym: 'Bo' })).id;
      const held = {
        participantId: spare,
        heldAt: '2025-03-02',
        minutes: null,
        place: '',
        interviewer: '',
        language: 'da',
        giftCard: false,
        state: 'held',
      };
      const interview = await change('PUT', '/fieldwork/interviews', held);
      const given = { participantId: spare, givenAt: '2025-03-02', scope: 'quote' };
      const consent = await change('POST', '/fieldwork/consents', given);
      await change('POST', '/fieldwork/judgements', {
        participantId: spare,
        placement: 'lower',
        rationale: '',
        judgedBy: '',
      });
      const about = { title: '', body: 'hilser altid', about: 'participant', aboutId: spare, coderId: null };
      const memo = await change('PUT', '/coding/memos', about);
      const withdrawn = { withdrawnAt: '2025-04-01' };
      await change('POST', '/fieldwork/consents/{id}/withdraw', withdrawn, { id: consent.id });
      // A withdrawal has to stand: without the row an earlier consent would hold again.
      expect((await refused('DELETE', `/fieldwork/consents/${consent.id}`)).code).toBe('consent.withdrawn');
      await change('POST', '/history/undo', {});
      await change('DELETE', '/fieldwork/consents/{id}', undefined, { id: consent.id });
      await change('DELETE', '/fieldwork/interviews/{id}', undefined, { id: interview.id });
      await change('POST', '/history/undo', {});
      expect(state.interviews.has(interview.id)).toBe(true);
      await change('POST', '/history/redo', {});
      await change('DELETE', '/fieldwork/participants/{id}', undefined, { id: spare });
      expect([state.participants.has(spare), state.memos.get(memo.id)?.about]).toEqual([false, 'study']);
      await change('DELETE', '/coding/memos/{id}', undefined, { id: memo.id });
      await change('DELETE', '/fieldwork/visits/{id}', undefined, { id: visit! });
      const empty = await change('PUT', '/fieldwork/sites', {
        name: 'Tomt',
        kind: '',
        sector: 'civil',
        region: '',
        townSize: 'small',
      });
      await change('DELETE', '/fieldwork/sites/{id}', undefined, { id: empty.id });
      expect([state.sites.size, state.visits.size]).toEqual([1, 0]);
    });

    test('topics of the guide are written, counted by person, and removed with their answers when that is said', async () => {
      const topic = {
        focus: 1,
        focusName: 'Hverdag og hjem',
        topic: 'En aften',
        question: 'Hvad sker der så?',
      };
      const added = await change('PUT', '/fieldwork/guide-topics', topic);
      const { guideTopics, guidePersons } = await get<{
        guideTopics: { id: string; focusName: string; answers: Record<string, number> }[];
        guidePersons: number;
      }>('GET', '/fieldwork');
      expect(guidePersons).toBe(1);
      expect(guideTopics).toMatchObject([
        { id: 't1', focusName: 'Hverdag og hjem', answers: { denied: 1, asked: 0, 'not-asked': 0 } },
        { id: added.id, focusName: 'Hverdag og hjem', answers: { denied: 0 } },
      ]);
      await change('DELETE', '/fieldwork/guide-topics/{id}', undefined, { id: added.id });
      expect((await refused('DELETE', '/fieldwork/guide-topics/t1')).en).toContain('1 persons');
      const before = await led.served.study.operationCount();
      await change('DELETE', '/fieldwork/guide-topics/{id}', { withAnswers: true }, { id: 't1' });
      expect(await led.served.study.operationCount()).toBe(before + 1);
      expect([led.served.study.state.guideTopics.size, led.served.study.state.guideAnswers.size]).toEqual([
        0, 0,
      ]);
      await change('POST', '/history/undo', {});
      expect(led.served.study.state.guideAnswers.size).toBe(1);
    });

    test('true names open with the passphrase only', async () => {
      const { names } = await get<{ names: unknown[] }>('POST', '/fieldwork/names', {
        passphrase: 'hestehale',
      });
      expect(names).toEqual([{ table: 'participants', id: 'p', field: 'name', value: 'Grethe' }]);
      expect((await refused('POST', '/fieldwork/names', { passphrase: 'forkert' })).code).toBe(
        'key.wrong-passphrase',
      );
      expect((await refused('POST', '/fieldwork/key', { passphrase: 'en anden' })).code).toBe('key.exists');
    });

    test('true values are written while the key file is open, and never stand in the history', async () => {
      const name = { table: 'participants', id: led.participantId, field: 'name', value: 'Grethe Nørgaard' };
      const before = await led.served.study.operationCount();
      expect(await get('PUT', '/fieldwork/names', name)).toEqual({ entries: 2 });
      const age = { ...name, field: 'age', value: '27' };
      expect(await get('PUT', '/fieldwork/names', age)).toEqual({ entries: 3 });
      expect((await refused('PUT', '/fieldwork/names', { ...age, value: '52' })).code).toBe(
        'age.outside-phase',
      );
      expect((await refused('PUT', '/fieldwork/names', { ...age, value: 'syv' })).code).toBe('input.invalid');
      expect((await refused('PUT', '/fieldwork/names', { ...name, id: 'ingen' })).code).toBe('row.missing');
      expect((await refused('PUT', '/fieldwork/names', { ...name, table: 'sites', field: 'age' })).code).toBe(
        'input.invalid',
      );
      expect(await get('PUT', '/fieldwork/names', { ...age, value: null })).toEqual({ entries: 2 });
      expect(await get('DELETE', '/fieldwork/names')).toEqual({ open: false });
      expect((await refused('PUT', '/fieldwork/names', name)).code).toBe('key.closed');
      expect(await led.served.study.operationCount()).toBe(before);
      expect(JSON.stringify(await get('GET', '/fieldwork'))).not.toContain('Nørgaard');
      const again = await get<{ names: { value: string }[] }>('POST', '/fieldwork/names', {
        passphrase: 'hestehale',
      });
      expect(again.names.map(({ value }) => value)).toEqual(['Grethe', 'Grethe Nørgaard']);
    });

    test('a study without a key file gets one, and only once; in a database there is no place for it', async () => {
      const other = await servedStudy(join(led.folder, 'b.key'));
      const key = async () => (await other.get<{ key: string }>('GET', '/api/fieldwork')).key;
      expect(await key()).toBe('missing');
      const short = await other.ask('POST', '/api/fieldwork/key', { passphrase: 'kort' });
      expect(short.status).toBe(422);
      const made = await other.get('POST', '/api/fieldwork/key', { passphrase: 'en lang sætning' });
      expect([made, await key()]).toEqual([{ names: [] }, 'there']);
      await other.close();
      const nowhere = await servedStudy();
      expect((await nowhere.get<{ key: string }>('GET', '/api/fieldwork')).key).toBe('nowhere');
      const refusal = await nowhere.ask('POST', '/api/fieldwork/key', { passphrase: 'en lang sætning' });
      expect(await refusal.json()).toMatchObject({ data: { code: 'key.nowhere' } });
      await nowhere.close();
    });
  });
