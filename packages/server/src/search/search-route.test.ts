import { insert, update } from '@bagom/core';
import { blobOf } from '@bagom/store';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { servedStudy, type ServedStudy } from '../small-study.fixture.js';

interface Found {
  groups: {
    kind: string;
    total: number;
    persons: number;
    hits: {
      id: string;
      title: string;
      pseudonym: string | null;
      text: string;
      marks: { from: number; to: number }[];
      from: number;
      to: number;
      place: { station: string; choices: Record<string, string> };
    }[];
  }[];
  reading: { done: number; of: number };
}

const TEXT = 'Interviewer: Har du venner?\n\nIP: Nej, jeg savner en ven. Ensomheden er værst om aftenen.\n';
let served: ServedStudy;
beforeAll(async () => {
  served = await servedStudy();
  const blob = blobOf(TEXT);
  const person = {
    number: 1,
    pseudonym: 'Asta',
    age: 25,
    phase: 'young',
    gender: 'f',
    channel: 'offer',
  } as const;
  const rest = { siteId: null, background: null, surveyClass: null, situation: 'Bor alene' };
  await served.study.commit(
    'x.y',
    'a',
    [
      insert('participants', { id: 'p', ...person, ...rest }),
      insert('sources', {
        id: 's',
        title: 'Asta 1',
        kind: 'transcript',
        participantId: 'p',
        language: 'da',
        fileName: 'a.txt',
        original: '',
        fromLine: null,
        toLine: null,
        version: 1,
      }),
      insert('sourceVersions', {
        id: 'v',
        sourceId: 's',
        number: 1,
        text: blob.hash,
        length: TEXT.length,
        turns: [],
        marks: [],
        reason: '',
      }),
    ],
    [blob],
  );
});
afterAll(() => served.close());

const find = (body: object) => served.get<Found>('POST', '/api/search', body);
const shown = ({ groups }: Found) =>
  groups.flatMap(({ kind, hits }) =>
    hits.map(({ id, text, marks }) => [
      kind,
      id,
      marks.map(({ from, to }) => text.slice(from, to)).join('|'),
    ]),
  );

test('words are found in their inflections, with place, person and the page they are met on', async () => {
  const found = await find({ words: 'ensomme' });
  expect(found.reading).toEqual({ done: 1, of: 1 });
  const [group] = found.groups.filter(({ total }) => total > 0);
  expect(group).toMatchObject({ kind: 'text', total: 1, persons: 1 });
  const [hit] = group!.hits;
  expect(TEXT.slice(hit!.from, hit!.to)).toBe('Ensomheden');
  expect(hit).toMatchObject({
    title: 'Asta 1',
    pseudonym: 'Asta',
    place: { station: 'coding', choices: { source: 's' } },
  });
});

test('all words must stand in one turn; kinds can be chosen', async () => {
  expect(shown(await find({ words: 'venner' }))).toEqual([
    ['text', 's', 'venner'],
    ['text', 's', 'ven'],
  ]);
  expect(shown(await find({ words: 'venner savn' }))).toEqual([['text', 's', 'savner|ven']]);
  expect((await find({ words: 'alene', kinds: ['person'] })).groups).toMatchObject([
    {
      kind: 'person',
      total: 1,
      hits: [{ id: 'p', place: { station: 'fieldwork', choices: { participant: 'p' } } }],
    },
  ]);
  expect(shown(await find({ words: '   ' }))).toEqual([]);
});

test('what is changed, undone and done again is found as it stands', async () => {
  const situation = async () => shown(await find({ words: 'kolonihave', kinds: ['person'] })).length;
  expect(await situation()).toBe(0);
  await served.study.commit('x.y', 'p', [update('participants', 'p', { situation: 'Har en kolonihave' })]);
  expect(await situation()).toBe(1);
  await served.study.undo();
  expect(await situation()).toBe(0);
  await served.study.redo();
  expect(await situation()).toBe(1);
});

test('a request that is none is refused', async () => {
  expect((await served.ask('POST', '/api/search', { words: 'x'.repeat(501) })).status).toBe(422);
  expect((await served.ask('POST', '/api/search', { words: 'x', kinds: ['key'] })).status).toBe(422);
  expect(served.logged).toEqual([]);
});
