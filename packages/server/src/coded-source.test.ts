import { afterAll, beforeAll, expect, test } from 'vitest';
import { fill, servedStudy, TRANSCRIPT, type ServedStudy } from './small-study.fixture.js';

interface Coding {
  id: string;
  from: number;
  to: number;
  codeId: string;
}
interface Since {
  seq: number;
  anew: { seq: number; codings: Coding[] } | null;
  gone: Coding[];
  put: Coding[];
  memos: { id: string }[] | null;
}

let served: ServedStudy;
let sourceId: string;
let coderId: string;
let codeId: string;

beforeAll(async () => {
  served = await servedStudy();
  ({ sourceId } = await fill(served));
  const made = (path: string, body: unknown) => served.get<{ id: string }>('PUT', path, body);
  coderId = (await made('/api/coding/coders', { name: 'Anna', initials: 'A' })).id;
  codeId = (await made('/api/coding/codes', { name: 'Samvær' })).id;
});
afterAll(async () => served.close());

const read = () => served.get<{ seq: number; codings: Coding[] }>('GET', `/api/coding/sources/${sourceId}`);
const since = (seq: number) => served.get<Since>('GET', `/api/coding/sources/${sourceId}/since/${seq}`);
const add = (word: string) => {
  const from = TRANSCRIPT.indexOf(word);
  const span = { sourceId, version: 1, from, to: from + word.length };
  return served.get<{ id: string; codings: Coding[]; operation: { seq: number } }>(
    'POST',
    '/api/coding/codings',
    { ...span, codeIds: [codeId], coderId },
  );
};

test('a coding comes with the answer that made it, and with what has changed since before it', async () => {
  const { seq } = await read();
  const { id, codings, operation } = await add('kaffe');
  expect(codings.map((one) => one.id)).toEqual([id]);
  expect(await since(seq)).toMatchObject({ seq: operation.seq, anew: null, gone: [], put: [{ id }] });
  expect(await since(operation.seq)).toEqual({
    seq: operation.seq,
    anew: null,
    gone: [],
    put: [],
    memos: null,
  });
});

test('what was undone is gone, with its place, so that it is found; what came and went meanwhile is not told', async () => {
  const before = await read();
  const [there] = before.codings;
  await served.get('POST', '/api/history/undo', {});
  const undone = await since(before.seq);
  expect(undone).toMatchObject({ gone: [{ id: there!.id, from: there!.from, to: there!.to }], put: [] });
  await served.get('POST', '/api/history/redo', {});
  const again = await since(before.seq);
  expect(again.put.map(({ id }) => id)).toEqual([there!.id]);
  const { seq } = await read();
  await add('Nakskov');
  await served.get('POST', '/api/history/undo', {});
  expect(await since(seq)).toMatchObject({ anew: null, gone: [], put: [] });
});

test('going from what was known by what has changed comes to what is read anew, whatever was done', async () => {
  const known = await read();
  const { id } = await add('rart');
  await add('hund');
  await served.get('DELETE', `/api/coding/codings/${id}`);
  await served.get('POST', '/api/history/undo', {});
  const { gone, put } = await since(known.seq);
  const ids = new Set(gone.map((one) => one.id));
  const rest = known.codings.filter((one) => !ids.has(one.id) && !put.some((other) => other.id === one.id));
  const now = (await read()).codings;
  expect([...rest, ...put].map((one) => one.id).sort()).toEqual(now.map((one) => one.id).sort());
});

test('a memo written at a coding is told, and so is what becomes of it when the coding goes', async () => {
  const { codings, seq } = await read();
  const aboutId = codings[0]!.id;
  const memo = { title: 'Obs', body: 'Hun tøver', coderId, about: 'coding', aboutId };
  const { id } = await served.get<{ id: string }>('PUT', '/api/coding/memos', memo);
  expect((await since(seq)).memos?.map((one) => one.id)).toEqual([id]);
  await served.get('DELETE', `/api/coding/codings/${aboutId}`);
  expect((await since(seq)).memos).toMatchObject([{ id, about: 'source', aboutId: sourceId }]);
});

test('when the text or its name may be another, and when too much was done, all is read anew', async () => {
  const { seq } = await read();
  expect((await since(seq + 1)).anew).not.toBeNull();
  await served.study.commit('source.save', 'x', [
    { do: 'update', table: 'sources', id: sourceId, set: { title: 'Nanna' } },
  ]);
  expect((await since(seq)).anew?.codings).toEqual((await read()).codings);
  const { seq: now } = await read();
  for (let i = 0; i <= 100; i++)
    await served.study.commit('code.save', 'x', [
      { do: 'update', table: 'codes', id: codeId, set: { definition: String(i) } },
    ]);
  expect((await since(now)).anew?.seq).toBe(now + 101);
});
