import { join } from 'node:path';
import { createKeyFile } from '@bagom/store';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openApi } from './app.js';
import { ended, fill, servedStudy, TRANSCRIPT, type ServedStudy } from './small-study.fixture.js';

type Changed = { operation: { seq: number; kind: string; subject: string }; id: string };

let served: ServedStudy;
let folder: string;
let ids: { waveId: string; sourceId: string };
const called = new Set<string>();

// One study, led through its stations in order: each test goes on from the one before.
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bagom-key-'));
  const key = await createKeyFile(join(folder, 'a.key'), 'hestehale', { cost: 2 ** 10 });
  key.set('participants', 'p', 'name', 'Grethe');
  await key.save();
  served = await servedStudy(join(folder, 'a.key'));
  ids = await fill(served);
});
afterAll(async () => {
  await served.close();
  await rm(folder, { recursive: true });
});

/** Answers are checked against the contract's schemas on their way out: a wrong one is a 422. */
async function get<T>(
  method: string,
  route: string,
  body?: unknown,
  params: Record<string, string> = {},
): Promise<T> {
  called.add(`${method} ${route}`);
  const path = route.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(params[name]!));
  return served.get<T>(method, `/api${path}`, body);
}
const change = (method: string, route: string, body?: unknown, params?: Record<string, string>) =>
  get<Changed>(method, route, body, params);

async function refused(
  method: string,
  path: string,
  body?: unknown,
): Promise<{ code: string; da: string; en: string }> {
  const response = await served.ask(method, `/api${path}`, body);
  const answer = (await response.json()) as {
    code: string;
    defined: boolean;
    data: { code: string; da: string; en: string };
  };
  expect([response.status, answer.code, answer.defined]).toEqual([422, 'BAGOM', true]);
  return answer.data;
}

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
let participantId = '';
let modelId = '';
let codeId = '';
let coderId = '';
let codingId = '';
let claimId = '';
let chapterId = '';
let blockId = '';

describe('survey and classes', () => {
  test('waves, distributions, rows and roles', async () => {
    const read = await get<{
      variables: {
        id: string;
        name: string;
        frequencies: { n: number; weighted: number }[];
        bins: unknown[];
      }[];
    }>('GET', '/survey');
    const named = (name: string) => read.variables.find((variable) => variable.name === name)!;
    expect(named('ensom').frequencies.reduce((sum, { n }) => sum + n, 0)).toBe(60);
    expect(named('ensom').frequencies.reduce((sum, { weighted }) => sum + weighted, 0)).toBeCloseTo(1);
    expect(named('alder').bins).toHaveLength(20);
    const rows = await get<{ total: number; rows: unknown[][] }>(
      'GET',
      '/survey/waves/{waveId}/rows',
      undefined,
      ids,
    );
    expect([rows.total, rows.rows.length, rows.rows[5]]).toEqual([60, 60, [6, 1.5, 1, 2, null, 23]]);
    const page = await served.get<{ rows: unknown[] }>(
      'GET',
      `/api/survey/waves/${ids.waveId}/rows?from=58&count=10`,
    );
    expect(page.rows).toHaveLength(2);
    const codebook = '<codeBook><dataDscr><var name="alder"><labl>Alder</labl></var></dataDscr></codeBook>';
    const asked = new FormData();
    asked.append('file', new File([codebook], 'kodebog.xml'));
    asked.append('dryRun', 'true');
    const put = await get<{ questionnaire: { matched: { name: string }[] } }>(
      'POST',
      '/survey/waves/{waveId}/questionnaire',
      asked,
      ids,
    );
    expect(put.questionnaire.matched.map(({ name }) => name)).toEqual(['alder']);
    const exported = await served.get<{ fileName: string; leftOut: string[] }>(
      'GET',
      `/api/survey/waves/${ids.waveId}/export?format=sav`,
    );
    called.add('GET /survey/waves/{waveId}/export');
    expect(exported).toMatchObject({ respondents: 60, leftOut: ['id'] });
    for (const name of ['ensom', 'udenfor', 'venner'])
      await change(
        'PATCH',
        '/survey/variables/{id}',
        { role: 'indicator', label: name },
        { id: named(name).id },
      );
    expect((await refused('PATCH', '/survey/variables/nobody', { label: 'x' })).code).toBe('row.missing');
  });

  test('a fit is a job that ends in one operation; the same seed gives the same models; a cancelled one leaves nothing', async () => {
    const indicators = [...served.study.state.variables.values()]
      .filter(({ role }) => role === 'indicator')
      .map(({ id }) => id);
    const request = { waveId: ids.waveId, indicators, from: 1, to: 2, starts: 20, seed: 7, weightId: null };
    const before = await served.study.operationCount();
    const fits: string[] = [];
    for (let round = 0; round < 2; round++) {
      const started = await get<{ id: string; state: string }>('POST', '/classes/fit', request);
      const job = await ended(served, started.id);
      called.add('GET /jobs/{id}');
      expect(job).toMatchObject({ state: 'done', progress: 1 });
      expect(job.made).toHaveLength(2);
      fits.push(JSON.stringify(job.made.map((id) => served.study.state.classModels.get(id)!.fit)));
    }
    expect(fits[1]).toBe(fits[0]);
    expect(await served.study.operationCount()).toBe(before + 2);
    const long = await get<{ id: string }>('POST', '/classes/fit', { ...request, to: 6, starts: 10000 });
    expect(await get('DELETE', '/jobs/{id}', undefined, long)).toMatchObject({ state: 'cancelled' });
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(await served.study.operationCount()).toBe(before + 2);
    expect((await refused('GET', '/jobs/nothing')).code).toBe('job.missing');
  });

  test('a model is chosen, named, looked into and removed', async () => {
    const { models } = await get<{
      models: {
        id: string;
        classes: number;
        indicators: { labels: string[] }[];
        fit: { compared: unknown[] };
      }[];
    }>('GET', '/classes');
    const [one, two] = models;
    expect(two!.fit.compared).toHaveLength(2);
    expect(two!.indicators[0]!.labels).toEqual(['1', '2']);
    await change('PATCH', '/classes/{id}', { chosen: true }, { id: one!.id });
    await change(
      'PATCH',
      '/classes/{id}',
      { chosen: true, classNames: ['flertal', 'udsatte'] },
      { id: two!.id },
    );
    expect([...served.study.state.classModels.values()].filter(({ chosen }) => chosen)).toHaveLength(1);
    expect((await refused('PATCH', `/classes/${two!.id}`, { classNames: ['en'] })).code).toBe(
      'input.invalid',
    );
    modelId = two!.id;
    called.add('GET /classes/{id}/respondents');
    type List = { total: number; counts: number[][]; rows: { row: number; posterior: number[] }[] };
    const list = (query: string) => served.get<List>('GET', `/api/classes/${two!.id}/respondents?${query}`);
    const [first, second] = [await list('class=1&limit=5'), await list('class=2')];
    expect([first.total + second.total, first.rows.length]).toEqual([60, 5]);
    expect(first.counts.flat().reduce((sum, n) => sum + n, 0)).toBe(60);
    const sure = second.rows.map(({ posterior }) => posterior[1]!);
    expect(sure).toEqual(sure.toSorted((a, b) => b - a));
    const least = await list('class=2&reverse=true');
    expect(least.rows[0]!.posterior[1]).toBe(sure.at(-1));
    const lonely = [...served.study.state.variables.values()].find(({ name }) => name === 'ensom')!.id;
    const answered = (answer: number) =>
      list(`where[0][variableId]=${lonely}&where[0][answer]=${answer}`).then(({ total }) => total);
    expect((await answered(1)) + (await answered(2))).toBe(60);
    type Flow = { models: { shares: number[] }[]; flows: number[][][] };
    const flow = await get<Flow>('GET', '/classes/{id}/flow', undefined, { id: two!.id });
    expect(flow.models.map(({ shares }) => shares.length)).toEqual([1, 2]);
    flow.models[1]!.shares.forEach((share, k) => expect(flow.flows[0]![0]![k]).toBeCloseTo(share, 12));
    expect(flow.models[1]!.shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1);
    await change('DELETE', '/classes/{id}', undefined, { id: one!.id });
  });

  test('an analysis of a model is a job that ends in one operation', async () => {
    const model = [...served.study.state.classModels.values()].find(({ classes }) => classes === 2)!;
    const asked = { kind: 'residuals', options: { replicates: 5 } };
    const started = await get<{ id: string }>(
      'POST',
      '/classes/{id}/analyses',
      { analysis: asked },
      { id: model.id },
    );
    await ended(served, started.id);
    const { analyses } = await get<{ analyses: { id: string; kind: string }[] }>(
      'GET',
      '/classes/{id}/analyses',
      undefined,
      { id: model.id },
    );
    expect(analyses).toMatchObject([{ kind: 'residuals', options: { replicates: 5, seed: 1 } }]);
    expect(await get('GET', '/classes/{id}/waves', undefined, { id: model.id })).toEqual({ waves: [] });
    await change('DELETE', '/classes/analyses/{id}', undefined, { id: analyses[0]!.id });
  });
});

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
    participantId = (await change('PUT', '/fieldwork/participants', { ...person, siteId: site.id })).id;
    expect(served.study.state.participants.get(participantId)).toMatchObject({ number: 1, phase: 'young' });
    expect(
      (await refused('PUT', '/fieldwork/participants', { ...person, age: 52, phase: 'young' })).code,
    ).toBe('age.outside-phase');
    const spare = await change('PUT', '/fieldwork/participants', { ...person, pseudonym: 'Bo' });
    expect(served.study.state.participants.get(spare.id)?.number).toBe(2);
    await change('DELETE', '/fieldwork/participants/{id}', undefined, { id: spare.id });
    await change('PUT', '/fieldwork/quotas', { quotas: [{ phase: 'young', target: 3 }] });
  });

  test('interview, judgement, consent, attributes and guide', async () => {
    const interview = {
      participantId,
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
      participantId,
      placement: 'border',
      rationale: '',
      judgedBy: 'KT',
    });
    const consent = await change('POST', '/fieldwork/consents', {
      participantId,
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
      participantId,
      name: 'bolig',
      value: 'værelse',
      source: 'self',
    });
    await change('DELETE', '/fieldwork/attributes/{id}', undefined, { id: attribute.id });
    const topic = { id: 't1', focus: 1, focusName: 'Hverdag', topic: 'En dag', question: '' };
    await served.study.commit('guide.set', '', [{ do: 'insert', table: 'guideTopics', row: topic }]);
    for (const state of ['asked', 'denied'])
      await change('PUT', '/fieldwork/guide-answers', { participantId, topicId: 't1', state });
    expect(served.study.state.guideAnswers.size).toBe(1);
    const read = await get<{
      people: { complexity: string; consent: { withdrawnAt: null } }[];
      quota: { margins: unknown[] };
    }>('GET', '/fieldwork');
    expect(read.people).toMatchObject([{ complexity: 'border', consent: { withdrawnAt: null } }]);
    expect(read.quota.margins).toEqual([{ group: { phase: 'young' }, target: 3, reached: 1 }]);
    expect(await get('GET', '/fieldwork/participants/{id}', undefined, { id: participantId })).toMatchObject({
      guideAnswers: [{ state: 'denied' }],
    });
    const inUse = await refused('DELETE', `/fieldwork/participants/${participantId}`);
    expect(inUse.code).toBe('participant.in-use');
    expect(inUse.en).toContain('interviews: 1, consents: 1, texts: 0');
  });

  test('what was written by mistake is removed, and comes back with undo', async () => {
    const { state } = served.study;
    const [site] = [...state.sites.keys()];
    const [visit] = [...state.visits.keys()];
    expect((await refused('DELETE', `/fieldwork/sites/${site}`)).en).toContain('visits: 1, participants: 1');
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
    const before = await served.study.operationCount();
    await change('DELETE', '/fieldwork/guide-topics/{id}', { withAnswers: true }, { id: 't1' });
    expect(await served.study.operationCount()).toBe(before + 1);
    expect([served.study.state.guideTopics.size, served.study.state.guideAnswers.size]).toEqual([0, 0]);
    await change('POST', '/history/undo', {});
    expect(served.study.state.guideAnswers.size).toBe(1);
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
    const name = { table: 'participants', id: participantId, field: 'name', value: 'Grethe Nørgaard' };
    const before = await served.study.operationCount();
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
    expect(await served.study.operationCount()).toBe(before);
    expect(JSON.stringify(await get('GET', '/fieldwork'))).not.toContain('Nørgaard');
    const again = await get<{ names: { value: string }[] }>('POST', '/fieldwork/names', {
      passphrase: 'hestehale',
    });
    expect(again.names.map(({ value }) => value)).toEqual(['Grethe', 'Grethe Nørgaard']);
  });

  test('a study without a key file gets one, and only once; in a database there is no place for it', async () => {
    const other = await servedStudy(join(folder, 'b.key'));
    const key = async () => (await other.get<{ key: string }>('GET', '/api/fieldwork')).key;
    expect(await key()).toBe('missing');
    const short = await other.ask('POST', '/api/fieldwork/key', { passphrase: 'kort' });
    expect(short.status).toBe(422);
    called.add('POST /fieldwork/key');
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

describe('invitations', () => {
  type Cell = { names: string[]; wanted: number; available: number; listed: number; drawn: number };
  type Drawn = { cells: Cell[]; operation: { kind: string; subject: string } | null };
  type Listed = { id: string; row: number; respondent: string; quota: Record<string, string>; state: string };
  const list = async () =>
    (await get<{ invitations: Listed[] }>('GET', '/fieldwork/invitations')).invitations;
  const person = {
    pseudonym: 'Rut',
    age: 41,
    phase: 'adult',
    gender: 'f',
    background: null,
    situation: '',
  };

  test('are drawn by quota and seed, looked at first; who is listed is not drawn again', async () => {
    const variables = [...served.study.state.variables.values()];
    const named = (name: string) => variables.find((one) => one.name === name)!.id;
    const draw = {
      modelId,
      class: 2,
      least: 0.5,
      axes: [
        {
          variableId: named('alder'),
          groups: [
            { name: '18-40', values: [], range: { from: 18, to: 40 } },
            { name: '41+', values: [], range: { from: 41, to: null } },
          ],
        },
        { variableId: named('ensom'), groups: [{ name: 'ja', values: [1], range: null }] },
      ],
      wanted: [2, 100],
      seed: 7,
    };
    const before = await served.study.operationCount();
    const preview = await get<Drawn>('POST', '/fieldwork/invitations', { ...draw, preview: true });
    expect([preview.operation, await served.study.operationCount()]).toEqual([null, before]);
    expect(preview.cells.map(({ names }) => names)).toEqual([
      ['18-40', 'ja'],
      ['41+', 'ja'],
    ]);
    const [young, old] = preview.cells;
    expect([young!.drawn, old!.drawn]).toEqual([2, old!.available]);
    expect(old!.available).toBeLessThan(100);
    const drawn = await get<Drawn>('POST', '/fieldwork/invitations', draw);
    expect(drawn.cells).toEqual(preview.cells);
    expect(drawn.operation).toMatchObject({
      kind: 'invitation.draw',
      subject: `udsatte: ${2 + old!.drawn}, mindst 50 %, frø 7`,
    });
    const first = await list();
    expect(first).toHaveLength(2 + old!.drawn);
    for (const { row, respondent, quota } of first) {
      expect(respondent).toBe(String(row + 1));
      expect(quota).toEqual({ alder: 18 + (row % 50) <= 40 ? '18-40' : '41+', ensom: 'ja' });
    }
    const rest = await get<Drawn>('POST', '/fieldwork/invitations', { ...draw, preview: true, seed: 8 });
    expect(rest.cells.map(({ available, listed }) => [available, listed])).toEqual([
      [young!.available - 2, 2],
      [0, old!.drawn],
    ]);
    expect((await refused('POST', '/fieldwork/invitations', { ...draw, wanted: [1] })).code).toBe(
      'input.invalid',
    );
    expect((await refused('POST', '/fieldwork/invitations', { ...draw, wanted: [0, 0] })).code).toBe(
      'invitations.none',
    );
    await get('POST', '/history/undo', {});
    expect(await list()).toEqual([]);
    await get('POST', '/history/redo', {});
    expect((await list()).map(({ row }) => row)).toEqual(first.map(({ row }) => row));
    expect((await refused('DELETE', `/classes/${modelId}`)).code).toBe('class-model.in-use');
  });

  test('go from listed to agreed; who was contacted stays on the list', async () => {
    const [one, two, three] = await list();
    await change('PATCH', '/fieldwork/invitations', { ids: [one!.id, two!.id], state: 'contacted' });
    await change('PATCH', '/fieldwork/invitations', {
      ids: [one!.id],
      state: 'agreed',
      note: 'ringer tirsdag',
    });
    expect((await list())[0]).toMatchObject({ state: 'agreed', note: 'ringer tirsdag' });
    expect((await refused('DELETE', `/fieldwork/invitations/${two!.id}`)).code).toBe('invitation.contacted');
    await change('DELETE', '/fieldwork/invitations/{id}', undefined, { id: three!.id });
    expect((await list()).map(({ id }) => id)).not.toContain(three!.id);
  });

  test('the office gets who is meant: no answers, and no class that it did not ask for', async () => {
    const rows = await list();
    const csv = async (query: string) => (await served.ask('GET', `/files/invitations.csv?${query}`)).text();
    const plain = await csv('states=agreed,contacted');
    expect(plain).toBe(`respondent\r\n${rows[0]!.respondent}\r\n${rows[1]!.respondent}\r\n`);
    expect(await csv('states=contacted&class=true')).toBe(
      `respondent;klasse\r\n${rows[1]!.respondent};udsatte\r\n`,
    );
    expect(await csv('states=refused')).toContain('nobody on the list');
  });

  test('one who agreed becomes a participant; which respondent it was is in the key file alone', async () => {
    const [agreed, contacted] = await list();
    const join = (id: string, more: object = {}) =>
      [`/fieldwork/invitations/${id}/participant`, { ...person, ...more }] as const;
    expect((await refused('POST', ...join(contacted!.id))).code).toBe('invitation.not-agreed');
    await get('DELETE', '/fieldwork/names');
    expect((await refused('POST', ...join(agreed!.id))).code).toBe('invitation.no-link');
    const unlinked = await served.get<Changed & { link: null }>('POST', `/api${join(agreed!.id)[0]}`, {
      ...person,
      withoutLink: true,
    });
    expect(unlinked).toMatchObject({ link: null, operation: { kind: 'participant.save', subject: 'Rut' } });
    expect(served.study.state.participants.get(unlinked.id)).toMatchObject({
      channel: 'respondent',
      surveyClass: 'udsatte',
      siteId: null,
    });
    // Truth 3: the class says nothing about complexity.
    expect(
      [...served.study.state.judgements.values()].filter((j) => j.participantId === unlinked.id),
    ).toEqual([]);
    await get('POST', '/history/undo', {});
    await get('POST', '/fieldwork/names', { passphrase: 'hestehale' });
    const linked = await get<Changed & { link: string }>(
      'POST',
      '/fieldwork/invitations/{id}/participant',
      person,
      { id: agreed!.id },
    );
    expect(linked.link).toBe(`${ids.waveId} ${agreed!.row}`);
    const { names } = await get<{ names: { id: string; field: string; value: string }[] }>(
      'POST',
      '/fieldwork/names',
      { passphrase: 'hestehale' },
    );
    expect(names).toContainEqual({
      table: 'participants',
      id: linked.id,
      field: 'respondent',
      value: linked.link,
    });
    expect((await refused('POST', ...join(agreed!.id))).code).toBe('invitation.has-participant');
    // Nothing in the study, its history included, ties the two together.
    const told = (await served.study.operations())
      .filter(({ changes }) => changes.some(({ id }) => id === linked.id))
      .map((operation) => JSON.stringify(operation));
    expect(told).toHaveLength(1);
    expect(told[0]).not.toContain(agreed!.id);
    expect(told[0]).not.toContain(linked.link);
    const link = { table: 'participants', id: linked.id, field: 'respondent' };
    expect((await refused('PUT', '/fieldwork/names', { ...link, value: `${ids.waveId} 60` })).code).toBe(
      'input.invalid',
    );
    await get('PUT', '/fieldwork/names', { ...link, value: null });
    await change('DELETE', '/fieldwork/participants/{id}', undefined, { id: linked.id });
  });
});

describe('scoring', () => {
  type Scored = {
    rows: number;
    counts: number[][];
    unanswered: number;
    indicators: { name: string; column: string | null; unknown: unknown[] }[];
    first: { posterior: number[] | null; respondent: string | null }[];
  };
  const newcomers = 'id;ensom;udenfor;venner\n1;1;1;1\n2;2;2;2\n3;;;\n4;8;1;\n';
  const form = (fields: Record<string, string | File>) => {
    const data = new FormData();
    for (const [name, value] of Object.entries(fields)) data.set(name, value);
    return data;
  };
  const people = () => new File([newcomers], 'nye.csv');

  test('another wave of the study, a data file, and a saved model give the same classes', async () => {
    const own = await get<Scored>('POST', '/classes/score', { modelId, waveId: ids.waveId });
    const list = await served.get<{ rows: { row: number; posterior: number[] }[] }>(
      'GET',
      `/api/classes/${modelId}/respondents`,
    );
    for (const { row, posterior } of list.rows)
      expect(own.first[row]!.posterior![0]).toBeCloseTo(posterior[0]!, 3);
    const scored = await get<Scored>('POST', '/classes/score', form({ modelId, file: people() }));
    expect(scored).toMatchObject({ rows: 4, unanswered: 1 });
    expect(scored.indicators[0]).toMatchObject({
      column: 'ensom',
      unknown: [{ value: 8, rows: 1, firstRow: 3 }],
    });
    expect(scored.first[2]).toMatchObject({ posterior: null, respondent: '3' });
    const saved = await served.ask('GET', `/files/models/${modelId}`);
    expect(saved.headers.get('content-disposition')).toContain('.model.json');
    const modelFile = new File([await saved.text()], 'to.model.json');
    const again = await get<Scored>('POST', '/classes/score', form({ modelFile, file: people() }));
    expect(again.first).toEqual(scored.first);
    const broken = await served.ask(
      'POST',
      '/api/classes/score',
      form({ modelFile: new File(['{}'], 'x.json'), file: people() }),
    );
    expect(await broken.json()).toMatchObject({ data: { code: 'score.bad-model' } });
  });

  test('the placed are saved as a file, with who they are or with all they answered', async () => {
    called.add('POST /classes/score/file');
    const file = async (more: Record<string, string | File>) =>
      (
        await served.ask(
          'POST',
          '/api/classes/score/file',
          form({ modelId, file: people(), format: 'csv', ...more }),
        )
      ).text();
    const lines = (await file({})).trim().split('\r\n');
    expect(lines[0]).toBe('id,klasse,p_klasse1,p_klasse2,besvaret,ulig_alle');
    expect(lines).toHaveLength(5);
    expect(lines[3]).toBe('3,,,,0,0');
    const nameless = new File([newcomers.replaceAll(/^[^;]*;/gm, '')], 'uden.csv');
    expect(
      (await file({ file: nameless }))
        .split('\r\n')
        .slice(0, 2)
        .map((line) => line.slice(0, 8)),
    ).toEqual(['raekke,k', expect.stringMatching(/^1,[12],/)]);
    expect((await file({ all: 'true' })).split('\r\n')[0]).toBe(
      'id,ensom,udenfor,venner,klasse,p_klasse1,p_klasse2,besvaret,ulig_alle',
    );
  });
});

describe('transcripts and masking', () => {
  const at = (words: string) => ({
    from: TRANSCRIPT.indexOf(words),
    to: TRANSCRIPT.indexOf(words) + words.length,
  });

  test('a source is tied to its person', async () => {
    await change('PATCH', '/transcripts/{id}', { title: 'Asta', participantId }, { id: ids.sourceId });
    expect(await get('GET', '/transcripts')).toMatchObject([{ pseudonym: 'Asta', phase: 'young', turns: 4 }]);
    const { text, turns } = await get<{ text: string; turns: unknown[] }>(
      'GET',
      '/transcripts/{id}',
      undefined,
      { id: ids.sourceId },
    );
    expect([text, turns.length]).toEqual([TRANSCRIPT, 4]);
  });

  test('a corrected text is a version more, and undo takes it back', async () => {
    const own = { id: ids.sourceId };
    const end = { from: TRANSCRIPT.length - 1, to: TRANSCRIPT.length - 1, insert: ' Ja.' };
    const text = { version: 1, changes: [end], reason: 'glemt' };
    expect(await get('POST', '/transcripts/{id}/correct', text, own)).toMatchObject({ version: 2 });
    expect(await get('GET', '/transcripts/{id}/versions', undefined, own)).toMatchObject({ shown: 2 });
    await get('GET', '/transcripts/{id}/difference?from=1&to=2', undefined, own);
    called.add('GET /transcripts/{id}/difference');
    expect(await get('GET', '/transcripts/{id}/lost', undefined, own)).toEqual([]);
    for (const act of ['place', 'drop'] as const) {
      called.add(`POST /lost/{id}/${act}`);
      const wish = act === 'place' ? { version: 2, from: 0, to: 1 } : { reason: 'x' };
      expect((await refused('POST', `/lost/none/${act}`, wish)).code).toBe('row.missing');
    }
    await served.get('POST', '/api/history/undo', {});
  });

  test('a name masked everywhere is masked in the genitive too; proposals find the rest', async () => {
    const { sourceId } = ids;
    await change('POST', '/masking/mentions', {
      sourceId,
      ...at('Grethe'),
      kind: 'person',
      replacement: 'Inger',
      everywhere: true,
    });
    expect(served.study.state.mentions.size).toBe(3);
    const proposed = await get<{ added: number; operation: { kind: string } }>(
      'POST',
      '/masking/{sourceId}/propose',
      {},
      ids,
    );
    expect([proposed.added, proposed.operation.kind]).toEqual([1, 'mention.propose']);
    expect(await get('POST', '/masking/{sourceId}/propose', {}, ids)).toEqual({ added: 0, operation: null });
    type Masked = {
      mentions: { id: string; decision: string }[];
      entities: { id: string; mentions: number }[];
      published: { text: string }[];
    };
    const read = await get<Masked>('GET', '/masking/{sourceId}', undefined, ids);
    expect(read.published[3]!.text).toBe('Det var rart, Inger laver kaffe. Ingers hund var der også.');
    expect(read.published[1]!.text).toContain('i […].');
    expect(read.entities[0]!.mentions).toBe(3);
    // A reader and a coder of the text are told what is not printed as it stands.
    for (const path of ['/transcripts/{id}', '/coding/sources/{sourceId}'])
      expect(await get('GET', path, undefined, { id: sourceId, sourceId })).toMatchObject({
        mentions: [
          { ...at('Grethe'), decision: 'mask', printed: 'Inger' },
          { ...at('Nakskov'), decision: 'open', printed: '[navn]' },
          { decision: 'mask', printed: 'Inger' },
          { decision: 'mask', printed: 'Inger' },
        ],
      });
    const open = read.mentions.filter(({ decision }) => decision === 'open').map(({ id }) => id);
    await change('POST', '/masking/decide', {
      ids: open,
      decision: 'mask',
      kind: 'place',
      replacement: '[bynavn]',
    });
    await change('PUT', '/masking/entities', {
      id: read.entities[0]!.id,
      kind: 'person',
      replacement: 'Ulla',
      note: '',
    });
    const extra = await change('POST', '/masking/mentions', {
      sourceId,
      ...at('kaffe'),
      kind: 'other',
      decision: 'keep',
    });
    await change('DELETE', '/masking/mentions/{id}', undefined, { id: extra.id });
    // The words that were masked stand nowhere in the history.
    const subjects = (await served.study.operations({ limit: 50 })).map(({ subject }) => subject);
    expect(subjects.join(' ')).not.toMatch(/Grethe|Nakskov/);
  });
});

describe('coding', () => {
  test('codebook and coders', async () => {
    coderId = (await change('PUT', '/coding/coders', { name: 'Karen', initials: 'KT' })).id;
    codeId = (await change('PUT', '/coding/codes', { name: 'Samvær' })).id;
    const under = await change('PUT', '/coding/codes', {
      name: 'Kaffe',
      parentId: codeId,
      definition: 'drikke',
    });
    const last = await change('PUT', '/coding/codes', { name: 'Naboer' });
    await change('POST', '/coding/codes/{id}/move', { parentId: null, before: codeId }, { id: last.id });
    const { codes } = await get<{ codes: { path: string }[] }>('GET', '/coding/codebook');
    expect(codes.map(({ path }) => path)).toEqual(['Naboer', 'Samvær', 'Samvær/Kaffe']);
    expect(
      (await refused('POST', `/coding/codes/${codeId}/move`, { parentId: under.id, before: null })).code,
    ).toBe('code.own-descendant');
    expect((await refused('DELETE', `/coding/codes/${codeId}`)).code).toBe('row.in-use');
    await change('DELETE', '/coding/codes/{id}', undefined, { id: last.id });
  });

  test('a coding is trimmed to its words, undone and done again', async () => {
    const words = 'Jeg var hos Grethe i Nakskov.';
    const from = TRANSCRIPT.indexOf(words);
    const coding = {
      sourceId: ids.sourceId,
      version: 1,
      from: from - 1,
      to: from + words.length + 1,
      codeIds: [codeId],
      coderId,
    };
    codingId = (await change('POST', '/coding/codings', coding)).id;
    expect(served.study.state.codings.get(codingId)).toMatchObject({ from, to: from + words.length });
    expect((await refused('POST', '/coding/codings', coding)).code).toBe('row.exists');
    expect((await refused('POST', '/coding/codings', { ...coding, to: 9999 })).code).toBe(
      'span.outside-text',
    );
    expect((await refused('POST', '/coding/codings', { ...coding, version: 2 })).code).toBe(
      'span.other-version',
    );
    const { operation } = await get<Changed>('POST', '/history/undo', {});
    expect(operation.kind).toBe('coding.add');
    expect(served.study.state.codings.size).toBe(0);
    await get('POST', '/history/redo', {});
    expect(served.study.state.codings.has(codingId)).toBe(true);
  });

  test('memos, and a coding that goes leaves its memo at the text', async () => {
    const memo = { title: 'Obs', body: 'Hun tøver', coderId };
    const kept = await change('PUT', '/coding/memos', { ...memo, about: 'coding', aboutId: codingId });
    const gone = await change('PUT', '/coding/memos', { ...memo, about: 'study', aboutId: '' });
    await change('DELETE', '/coding/memos/{id}', undefined, { id: gone.id });
    const read = await get<{ codings: unknown[]; memos: unknown[] }>(
      'GET',
      '/coding/sources/{sourceId}',
      undefined,
      ids,
    );
    expect([read.codings.length, read.memos.length]).toEqual([1, 1]);
    await change('DELETE', '/coding/codings/{id}', undefined, { id: codingId });
    expect(served.study.state.memos.get(kept.id)).toMatchObject({ about: 'source', aboutId: ids.sourceId });
    await get('POST', '/history/undo', {});
  });
});

describe('comparison and claims', () => {
  test('a matrix counts persons; its passages are the published words', async () => {
    const spec = { rows: 'code', cols: 'phase', codes: [] };
    expect(await get('POST', '/comparison/matrix', { spec })).toMatchObject({
      n: 1,
      cells: [{ col: 'young', persons: 1 }],
    });
    type Found = { total: number; persons: number; passages: { text: string; mayPrint: boolean }[] };
    const found = await get<Found>('POST', '/comparison/passages', {
      codes: [codeId],
      group: { phase: 'young' },
    });
    expect(found).toMatchObject({
      total: 1,
      persons: 1,
      passages: [{ text: 'Jeg var hos Ulla i [bynavn].', mayPrint: true }],
    });
  });

  test('wishes and barriers', async () => {
    const { from, to } = served.study.state.codings.get(codingId)!;
    const wish = {
      participantId,
      need: 'En havegang',
      arena: 'peers',
      status: 'unmet',
      elicitation: 'asked',
      sourceId: ids.sourceId,
      from,
      to,
    };
    const saved = await change('PUT', '/comparison/wishes', wish);
    const barrier = {
      participantId,
      barrier: 'Lukker tidligt',
      locus: 'offer',
      sourceId: null,
      from: null,
      to: null,
    };
    const other = await change('PUT', '/comparison/barriers', barrier);
    expect(await get('GET', '/comparison/wishes')).toMatchObject({
      wishes: [{ pseudonym: 'Asta', quote: 'Jeg var hos Ulla i [bynavn].' }],
      barriers: [{ quote: null }],
    });
    await change('DELETE', '/comparison/wishes/{id}', undefined, { id: saved.id });
    await change('DELETE', '/comparison/barriers/{id}', undefined, { id: other.id });
  });

  test('a claim with evidence and literature goes in one operation', async () => {
    const claim = {
      statement: 'Nogle ses over kaffe.',
      quantifier: 'nogle',
      group: { phase: 'young' },
      codes: [codeId],
      chapterId: null,
      surveyFigure: '',
    };
    claimId = (await change('PUT', '/claims', claim)).id;
    const tied = await change('POST', '/claims/{claimId}/evidence', { codingId, stance: 'for' }, { claimId });
    const work = {
      authors: 'Putnam',
      year: 2000,
      title: 'Bowling Alone',
      about: '',
      targetGroup: '',
      intervention: '',
    };
    const reference = await change('PUT', '/claims/references', work);
    await change(
      'POST',
      '/claims/{claimId}/references',
      { referenceId: reference.id, relation: 'agrees' },
      { claimId },
    );
    const read = await get<{ claims: { assessment: object; evidence: { passage: { text: string } }[] }[] }>(
      'GET',
      '/claims',
    );
    expect(read.claims[0]).toMatchObject({
      number: 1,
      assessment: { of: 1, problems: ['quantifier-too-strong'] },
    });
    expect(read.claims[0]!.evidence[0]!.passage.text).toContain('Ulla');
    await change('DELETE', '/claims/evidence/{id}', undefined, { id: tied.id });
    await change('POST', '/claims/{claimId}/evidence', { codingId, stance: 'against' }, { claimId });
    expect((await refused('DELETE', `/transcripts/${ids.sourceId}`)).en).toContain('evidence of claims: 1');
    expect((await refused('DELETE', `/claims/references/${reference.id}`)).code).toBe('reference.in-use');
    const [tie] = [...served.study.state.claimReferences.keys()];
    await change('DELETE', '/claims/reference-ties/{id}', undefined, { id: tie! });
    await change('DELETE', '/claims/references/{id}', undefined, { id: reference.id });
    expect(served.study.state.references.size).toBe(0);
    for (let step = 0; step < 2; step++) await change('POST', '/history/undo', {});
    const before = await served.study.operationCount();
    await change('DELETE', '/claims/{id}', undefined, { id: claimId });
    expect(await served.study.operationCount()).toBe(before + 1);
    expect([served.study.state.evidence.size, served.study.state.claimReferences.size]).toEqual([0, 0]);
    await get('POST', '/history/undo', {});
    expect(served.study.state.evidence.size).toBe(1);
  });
});

describe('report', () => {
  test('chapters and blocks are made, moved and removed', async () => {
    chapterId = (await change('PUT', '/report/chapters', { parentId: null, title: 'Fund' })).id;
    const first = await change('PUT', '/report/chapters', {
      parentId: null,
      title: 'Indledning',
      position: 0,
    });
    const section = await change('PUT', '/report/chapters', { parentId: chapterId, title: 'Kaffe' });
    const empty = {
      chapterId,
      kind: 'prose',
      text: 'En <b>indledning</b>.',
      sourceId: null,
      from: null,
      to: null,
      claimId: null,
      matrix: null,
    };
    const { from, to } = served.study.state.codings.get(codingId)!;
    await change('PUT', '/report/blocks', empty);
    blockId = (
      await change('PUT', '/report/blocks', {
        ...empty,
        kind: 'excerpt',
        text: 'Hun siger:',
        sourceId: ids.sourceId,
        from,
        to: to + 40,
      })
    ).id;
    await change('PUT', '/report/blocks', {
      ...empty,
      kind: 'matrix',
      text: 'Tabel',
      matrix: { rows: 'code', cols: 'phase', codes: [] },
    });
    await change('PUT', '/report/blocks', { ...empty, kind: 'classes', text: 'Klasser' });
    await change('PUT', '/report/blocks', { ...empty, kind: 'claim', text: '', claimId });
    await change('POST', '/report/blocks/{id}/move', { by: -1 }, { id: blockId });
    expect((await refused('POST', `/report/blocks/${blockId}/move`, { by: -1 })).code).toBe('input.invalid');
    const spare = await change('PUT', '/report/blocks', { ...empty, chapterId: section.id });
    await change('DELETE', '/report/blocks/{id}', undefined, { id: spare.id });
    type Printed = {
      chapters: { number: string; title: string; blocks: { kind: string }[] }[];
      excerpts: number;
    };
    const printed = await get<Printed>('GET', '/report');
    expect(printed.chapters.map(({ number, title }) => `${number} ${title}`)).toEqual([
      '1 Indledning',
      '2 Fund',
      '2.1 Kaffe',
    ]);
    expect(printed.chapters[1]!.blocks.map(({ kind }) => kind)).toEqual([
      'excerpt',
      'prose',
      'matrix',
      'classes',
      'claim',
    ]);
    await change('DELETE', '/report/chapters/{id}', undefined, { id: first.id });
  });

  test('a quote is traced to consent and original; the printed text is audited', async () => {
    const { steps } = await get<{ steps: { what: string; data: Record<string, unknown> }[] }>(
      'GET',
      '/report/trace/{blockId}',
      undefined,
      { blockId },
    );
    expect(steps.map(({ what }) => what)).toEqual([
      'block',
      'passage',
      'source',
      'participant',
      'consent',
      'operation',
      'original',
    ]);
    expect(steps[5]!.data).toMatchObject({ kind: 'transcript.import', actor: 'test' });
    expect(await get('GET', '/report/audit')).toHaveProperty('findings');
  });

  test('the printed page escapes what was said, counts persons and carries provenance', async () => {
    const response = await served.ask('GET', '/files/report.html');
    const page = await response.text();
    expect(response.headers.get('content-security-policy')).toContain("default-src 'self'");
    expect(page).not.toContain('<script');
    expect(page).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
    expect(page).toContain('En &lt;b&gt;indledning&lt;/b&gt;.');
    expect(page).toContain('(Asta, 24 år)');
    expect(page).toContain(`data-participant="${participantId}"`);
    expect(page).toContain('<td>få</td>');
    expect(page).toContain('<svg class="chart"');
    expect(page).not.toMatch(/Grethe|Nakskov|IP:/);
  });

  test('Word, plain text and the original can be saved', async () => {
    const word = new Uint8Array(await (await served.ask('GET', '/files/report.docx')).arrayBuffer());
    expect([...word.subarray(0, 2)]).toEqual([0x50, 0x4b]);
    const text = await (await served.ask('GET', '/files/report.txt')).text();
    expect(text).toContain('1 Fund');
    expect(text.replace(/\s+/g, ' ')).toContain('(Asta, 24 år)');
    const original = await served.ask('GET', `/files/originals/${ids.sourceId}`);
    expect(await original.text()).toBe(TRANSCRIPT);
    expect(original.headers.get('content-disposition')).toMatch(/^attachment; filename="01-asta.txt"/);
    expect((await served.ask('GET', '/files/originals/nothing')).status).toBe(404);
  });

  test('a chapter goes with its sections and blocks, and comes back', async () => {
    const before = await served.study.operationCount();
    await change('DELETE', '/report/chapters/{id}', undefined, { id: chapterId });
    expect(await served.study.operationCount()).toBe(before + 1);
    expect([served.study.state.chapters.size, served.study.state.blocks.size]).toEqual([0, 0]);
    await get('POST', '/history/undo', {});
    expect(served.study.state.blocks.size).toBe(5);
  });
});

describe('the study itself', () => {
  test('overview, name, history and check', async () => {
    await change('PATCH', '/study', { title: 'Naboer & kaffe' });
    const overview = await get<object>('GET', '/study');
    expect(overview).toMatchObject({
      info: { title: 'Naboer & kaffe', respondents: 60 },
      hasKey: true,
      undo: { kind: 'study.rename' },
      redo: null,
    });
    const history = await get<{ seq: number }[]>('GET', '/history');
    expect(history).toHaveLength(50);
    expect(await served.get<{ seq: number }[]>('GET', `/api/history?limit=2&before=3`)).toMatchObject([
      { seq: 2 },
      { seq: 1 },
    ]);
    expect(await get('GET', '/study/check')).toEqual({ ok: true, problems: [] });
  });

  test('a file is read over HTTP, tried first and then for good', async () => {
    const form = () => {
      const data = new FormData();
      data.set('file', new File([TRANSCRIPT], 'ny.txt', { type: 'text/plain' }));
      return data;
    };
    const trial = form();
    trial.set('dryRun', 'true');
    expect(await get('POST', '/import', trial)).toMatchObject({ as: 'transcript', id: null });
    expect(served.study.state.sources.size).toBe(1);
    const summary = await get<{ id: string }>('POST', '/import', form());
    expect(served.study.state.sources.has(summary.id)).toBe(true);
    const words = { sourceId: summary.id, version: 1, from: 0, to: 11, codeIds: [codeId], coderId };
    await change('POST', '/coding/codings', words);
    await get('POST', '/masking/{sourceId}/propose', {}, { sourceId: summary.id });
    const before = await served.study.operationCount();
    await change('DELETE', '/transcripts/{id}', undefined, summary);
    expect(await served.study.operationCount()).toBe(before + 1);
    const { state } = served.study;
    const left = [state.codings, state.mentions, state.sourceVersions].flatMap((table) =>
      [...table.values()].filter(({ sourceId }) => sourceId === summary.id),
    );
    expect([left, state.sources.has(summary.id)]).toEqual([[], false]);
    await get('POST', '/history/undo', {});
    expect(await get('GET', '/transcripts/{id}', undefined, summary)).toMatchObject({ text: TRANSCRIPT });
    expect(await get('GET', '/study/check')).toEqual({ ok: true, problems: [] });
  });

  test('what cannot be understood is said in both languages, without the values', async () => {
    const wrong = await refused('PUT', '/coding/codes', { name: 7 });
    expect(wrong.code).toBe('input.invalid');
    expect(wrong.en).toContain('name');
    const broken = await served.app.request('/api/coding/codes', {
      method: 'PUT',
      headers: { host: '127.0.0.1:4840', cookie: served.cookie, 'content-type': 'application/json' },
      body: '{',
    });
    expect(broken.status).toBe(422);
    const huge = await served.ask('PUT', '/api/coding/memos', { body: 'x'.repeat(3_000_000) });
    expect(((await huge.json()) as { data: { code: string } }).data.code).toBe('input.invalid');
    expect((await served.ask('GET', '/api/nothing')).status).toBe(404);
  });

  test('every route of the contract was asked, and nothing unexpected happened', async () => {
    const { paths = {} } = await openApi();
    const routes = Object.entries(paths).flatMap(([path, methods]) =>
      Object.keys(methods ?? {}).map((method) => `${method.toUpperCase()} ${path}`),
    );
    // Those of double coding have a study of their own: double-coding/double-coding.routes.test.ts.
    const elsewhere = /^\w+ \/coding\/(double-codings|agreement|disagreements)/;
    expect(routes.filter((route) => !called.has(route) && !elsewhere.test(route))).toEqual([]);
    expect(served.logged).toEqual([]);
    const document = await served.get<{ openapi: string }>('GET', '/api/openapi.json');
    expect(document.openapi).toMatch(/^3\.1/);
  });
});
