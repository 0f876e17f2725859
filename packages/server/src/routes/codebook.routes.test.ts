import { afterAll, beforeAll, expect, test } from 'vitest';
import { openApi } from '../app.js';
import { fill, servedStudy, TRANSCRIPT, type ServedStudy } from '../small-study.fixture.js';

type Changed = { operation: { seq: number; kind: string; subject: string }; id: string };

let served: ServedStudy;
let ids: { sourceId: string };
let codeId = '';
let coderId = '';
let codingId = '';
const called = new Set<string>();

// A study with one coder, one code and one coding of a participant's words: each test leaves it so.
beforeAll(async () => {
  served = await servedStudy();
  ids = await fill(served);
  const person = { pseudonym: 'Asta', age: 24, phase: null, gender: 'f', channel: 'offer', siteId: null };
  const who = await change('PUT', '/fieldwork/participants', {
    ...person,
    background: 'danish',
    surveyClass: null,
    situation: '',
  });
  await change('PATCH', '/transcripts/{id}', { participantId: who.id }, { id: ids.sourceId });
  coderId = (await change('PUT', '/coding/coders', { name: 'Karen', initials: 'KT' })).id;
  codeId = (await change('PUT', '/coding/codes', { name: 'Samvær' })).id;
  const from = TRANSCRIPT.indexOf('Jeg var hos');
  const words = { sourceId: ids.sourceId, version: 1, from, to: from + 20, codeIds: [codeId], coderId };
  codingId = (await change('POST', '/coding/codings', words)).id;
});
afterAll(() => served.close());

async function get<T>(method: string, route: string, body?: unknown, params: object = {}): Promise<T> {
  called.add(`${method} ${route}`);
  const values = new Map<string, unknown>(Object.entries(params));
  const path = route.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(String(values.get(name))));
  return served.get<T>(method, `/api${path}`, body);
}
const change = (method: string, route: string, body?: unknown, params?: object) =>
  get<Changed>(method, route, body, params);

async function refused(method: string, path: string, body?: unknown): Promise<{ code: string }> {
  const response = await served.ask(method, `/api${path}`, body);
  expect(response.status).toBe(422);
  return ((await response.json()) as { data: { code: string } }).data;
}

test('codes are split, recoloured, recoded, merged and removed with what hangs on them, each told and undone', async () => {
  const { state } = served.study;
  const from = TRANSCRIPT.indexOf('Det var rart');
  const words = { sourceId: ids.sourceId, version: 1, from, to: from + 12, coderId: coderId };
  const wide = await change('PUT', '/coding/codes', { name: 'Alt muligt', note: 'til en start' });
  const coded = await change('POST', '/coding/codings', { ...words, codeIds: [wide.id] });
  const split = { codingIds: [coded.id], name: 'Ro', under: true, note: 'for bred' };
  const part = await change('POST', '/coding/codes/{id}/split', split, wide);
  expect(state.codes.get(part.id)).toMatchObject({ parentId: wide.id, name: 'Ro' });
  await change('POST', '/coding/codes/{id}/recolour', { hue: 200, branch: true }, wide);
  expect(state.codes.get(wide.id)?.hue).toBe(200);
  type Listed = { codings: { id: string; words: string; pseudonym: string | null }[] };
  const listed = await get<Listed>('GET', '/coding/codes/{id}/codings', undefined, part);
  expect(listed.codings).toMatchObject([{ id: coded.id, words: 'Det var rart' }]);
  type Moved = Changed & { moved: number; joined: number };
  const recoded = await get<Moved>('POST', '/coding/recode', { codingIds: [coded.id], codeId: wide.id });
  expect([recoded.moved, recoded.joined]).toEqual([1, 0]);
  const merged = await get<Moved>('POST', '/coding/codes/{id}/merge', { codeIds: [wide.id] }, part);
  expect([merged.moved, state.codes.has(wide.id), state.codes.get(part.id)?.parentId]).toEqual([
    1,
    false,
    null,
  ]);
  type Events = { events: { kind: string; note: string; by: string; detail: object }[] };
  const { events } = await get<Events>('GET', '/coding/codes/{id}/history', undefined, part);
  expect(events.map(({ kind }) => kind)).toContain('merged');
  expect(events.find(({ kind }) => kind === 'merged')).toMatchObject({ detail: { name: 'Alt muligt' } });
  const hanging = await get<{ codings: number }>('GET', '/coding/codes/{id}/hanging', undefined, part);
  expect(hanging).toMatchObject({ codings: 1, codes: 0, claims: 0 });
  expect((await refused('DELETE', `/coding/codes/${part.id}`)).code).toBe('row.in-use');
  await change('DELETE', '/coding/codes/{id}', { withAll: true, note: 'tom' }, part);
  expect([state.codes.has(part.id), state.codings.has(coded.id)]).toEqual([false, false]);
  for (let i = 0; i < 7; i++) await get('POST', '/history/undo', {});
  expect([state.codes.has(wide.id), state.codeEvents.size]).toEqual([false, 1]);
});

test('a passage is used as an example of a code, listed with its words, and let go of', async () => {
  const from = TRANSCRIPT.indexOf('Det var rart');
  const words = { sourceId: ids.sourceId, version: 1, from, to: from + 12, coderId };
  const code = { id: codeId };
  const made = await change('POST', '/coding/codes/{id}/examples', words, code);
  type Listed = { examples: { id: string; words: string }[] };
  const listed = () => get<Listed>('GET', '/coding/codes/{id}/examples', undefined, code);
  expect((await listed()).examples).toMatchObject([{ id: made.id, words: 'Det var rart' }]);
  await change('DELETE', '/coding/examples/{id}', undefined, made);
  expect((await listed()).examples).toEqual([]);
});

test('a retired code takes no new codings', async () => {
  const old = await change('PUT', '/coding/codes', { name: 'Udgået', status: 'retired', shortName: 'Ud' });
  const coding = { sourceId: ids.sourceId, version: 1, from: 0, to: 11, codeIds: [old.id], coderId: coderId };
  expect((await refused('POST', '/coding/codings', coding)).code).toBe('code.retired');
  await change('DELETE', '/coding/codes/{id}', undefined, old);
});

test('a memo is about one thing and linked to others; what goes takes its link with it', async () => {
  const { state } = served.study;
  const from = TRANSCRIPT.indexOf('Grethe laver kaffe');
  const note = { title: 'Kaffe', body: 'som tegn på hjem', coderId: coderId };
  const place = { about: 'source', aboutId: ids.sourceId, version: 1, from, to: from + 18 };
  const links = [
    { about: 'code', aboutId: codeId },
    { about: 'source', aboutId: ids.sourceId },
    { about: 'coding', aboutId: codingId },
  ];
  const first = await change('PUT', '/coding/memos', { ...note, ...place, links });
  const again = { about: 'memo', aboutId: first.id, links: [{ about: 'study', aboutId: '' }] };
  const second = await change('PUT', '/coding/memos', { ...note, title: 'Igen', ...again });
  type Read = {
    memos: { id: string; words: string | null; name: string; links: { about: string; name: string }[] }[];
    subjects: { about: string }[];
  };
  const read = await get<Read>('GET', '/coding/memos');
  const one = read.memos.find(({ id }) => id === first.id)!;
  expect([one.words, one.links.map(({ about }) => about)]).toEqual([
    'Grethe laver kaffe',
    ['code', 'coding'],
  ]);
  expect(read.memos.find(({ id }) => id === second.id)?.name).toBe('Kaffe');
  expect(new Set(read.subjects.map(({ about }) => about))).toContain('participant');
  await change('DELETE', '/coding/codings/{id}', undefined, { id: codingId });
  expect([...state.memoLinks.values()].map(({ about }) => about)).toEqual(['code', 'study']);
  await get('POST', '/history/undo', {});
  await change('DELETE', '/coding/memos/{id}', undefined, first);
  expect(state.memos.get(second.id)).toMatchObject({
    about: 'source',
    aboutId: ids.sourceId,
    version: null,
  });
  for (let i = 0; i < 3; i++) await get('POST', '/history/undo', {});
});

test('a bookmark is named by its words when it has no name', async () => {
  const place = { sourceId: ids.sourceId, version: 1, from: 13, to: 30, coderId: null };
  const set = await change('PUT', '/coding/bookmarks', { ...place, name: ' ' });
  const { bookmarks } = await get<{ bookmarks: { name: string; words: string }[] }>(
    'GET',
    '/coding/bookmarks',
  );
  expect(bookmarks).toMatchObject([{ name: TRANSCRIPT.slice(13, 30).trim() }]);
  expect((await refused('PUT', '/coding/bookmarks', { ...place, version: 9, name: '' })).code).toBe(
    'span.other-version',
  );
  await change('DELETE', '/coding/bookmarks/{id}', undefined, set);
});

test('proposals change nothing until they are accepted, and then are one operation', async () => {
  const before = await served.study.operationCount();
  const wish = { by: 'words', query: 'kaffen, hunde', codeId: codeId, coderId: coderId };
  type Found = {
    total: number;
    persons: number;
    proposals: {
      sourceId: string;
      version: number;
      from: number;
      to: number;
      words: string;
      coded: unknown;
    }[];
  };
  const propose = (wanted: object) => get<Found>('POST', '/coding/proposals', wanted);
  const found = await propose(wish);
  expect(found.proposals.map(({ words }) => words)).toEqual([
    'Det var rart, Grethe laver kaffe.',
    'Grethes hund var der også.',
  ]);
  expect([found.total, found.persons, await served.study.operationCount()]).toEqual([2, 1, before]);
  const spans = found.proposals.map(({ sourceId, version, from, to }) => ({ sourceId, version, from, to }));
  type Accepted = Changed & { added: number; there: number };
  const accept = () =>
    get<Accepted>('POST', '/coding/proposals/accept', { codeId: codeId, coderId: coderId, spans });
  expect(await accept()).toMatchObject({ added: 2, there: 0, operation: { kind: 'coding.accept' } });
  expect((await propose(wish)).proposals.map(({ coded }) => coded)).toEqual(['same', 'same']);
  expect(
    (await refused('POST', '/coding/proposals/accept', { codeId: codeId, coderId: coderId, spans })).code,
  ).toBe('proposal.all-there');
  await get('POST', '/history/undo', {});
  expect((await propose({ by: 'pattern', query: 'Greth(e|a)s?', context: 'word' })).total).toBe(3);
  expect((await propose({ by: 'speaker', query: 'ip' })).total).toBe(2);
  expect((await refused('POST', '/coding/proposals', { by: 'pattern', query: '(' })).code).toBe(
    'proposal.bad-pattern',
  );
  const slow = { by: 'pattern', query: '^(([a-zåæø:?., \\n<>()/1]|\\w|[^§])+)+§', speakers: 'all' };
  expect((await refused('POST', '/coding/proposals', slow)).code).toBe('proposal.too-slow');
});

test('every route of the codebook, memos, bookmarks and proposals was asked', async () => {
  const { paths = {} } = await openApi();
  const own = /^\/coding\/(codes\/\{id\}\/|recode|memos|bookmarks|proposals)/;
  const routes = Object.entries(paths).flatMap(([path, methods]) =>
    own.test(path) && !path.endsWith('/move')
      ? Object.keys(methods ?? {}).map((method) => `${method.toUpperCase()} ${path}`)
      : [],
  );
  expect(routes.filter((route) => !called.has(route))).toEqual([]);
  expect(served.logged).toEqual([]);
});
