import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { canonicalJson } from '@bagom/core';
import {
  bytesOf,
  REPORT,
  servedStudy,
  SURVEY,
  TRANSCRIPT,
  type ServedStudy,
} from '../small-study.fixture.js';
import { reportText } from '../report/audit-study.js';
import { importFile } from './import-file.js';
import { IMPORT_LIMITS } from './import-summary.js';

let served: ServedStudy;
beforeEach(async () => {
  served = await servedStudy();
});
afterEach(() => served.close());

const snapshot = async () => ({
  operations: await served.study.operationCount(),
  rows: canonicalJson(
    Object.fromEntries(Object.entries(served.study.state).map(([name, rows]) => [name, [...rows.values()]])),
  ),
});

describe('a file that is not what it should be changes nothing', () => {
  const bad: [string, Uint8Array, string, ('survey' | 'transcript' | 'report')?][] = [
    ['an empty file', new Uint8Array(), 'file.empty'],
    ['binary data', Uint8Array.from([1, 2, 0, 4]), 'text.binary'],
    ['a broken Word file', Uint8Array.from([0x50, 0x4b, 3, 4, 9, 9, 9]), 'docx.damaged'],
    ['text that could be anything', bytesOf('hej\n'), 'file.unknown-kind'],
    ['a table with an uneven line', bytesOf('a;b\n1;2\n3\n'), 'survey.ragged', 'survey'],
    ['a table with an open quote', bytesOf('a;b\n1;"2\n'), 'survey.open-quote', 'survey'],
    ['a table of headings', bytesOf('a;b\n'), 'survey.no-rows', 'survey'],
    ['a transcript without words', bytesOf(' … \n'), 'transcript.no-words', 'transcript'],
    ['a report without excerpts', bytesOf('Bare noget tekst.\n'), 'report.no-excerpts', 'report'],
    [
      'a file above the limit',
      new Uint8Array(IMPORT_LIMITS.transcript + 1).fill(97),
      'file.too-large',
      'transcript',
    ],
  ];
  test.each(bad)('%s', async (_, bytes, code, as) => {
    const before = await snapshot();
    await expect(
      importFile(served.study, bytes, { fileName: 'x.dat', ...(as ? { as } : {}) }),
    ).rejects.toMatchObject({
      code,
      data: expect.objectContaining({ file: 'x.dat' }) as object,
    });
    expect(await snapshot()).toEqual(before);
  });

  test('and neither does a dry run of a good one', async () => {
    const before = await snapshot();
    for (const text of [SURVEY, TRANSCRIPT, REPORT]) {
      const { made, id } = await importFile(served.study, bytesOf(text), { fileName: 'x.txt', dryRun: true });
      expect(made.length).toBeGreaterThan(0);
      expect(id).toBeNull();
    }
    expect(await snapshot()).toEqual(before);
  });
});

test('what a file is, is told from its content', async () => {
  const kinds = [];
  for (const text of [SURVEY, TRANSCRIPT, REPORT])
    kinds.push((await importFile(served.study, bytesOf(text), { fileName: 'x', dryRun: true })).as);
  expect(kinds).toEqual(['survey', 'transcript', 'report']);
});

test('a survey becomes a wave with columns that hold its answers', async () => {
  const { made, id, notes } = await importFile(served.study, bytesOf(SURVEY), { fileName: 'svar-2025.csv' });
  expect(made).toEqual([
    { what: 'respondents', n: 60 },
    { what: 'variables', n: 6 },
  ]);
  expect(served.study.state.waves.get(id!)).toMatchObject({ year: 2025, name: 'svar-2025', respondents: 60 });
  expect(notes.map(({ kind, text }) => [kind, text])).toEqual([
    ['taken-as-respondent', 'id'],
    ['taken-as-weight', 'vægt'],
  ]);
  expect(await served.study.verify()).toEqual([]);
});

test("a transcript finds its person by the file's name, and the interview is no longer waiting", async () => {
  await served.get('PUT', '/api/fieldwork/participants', {
    pseudonym: 'Asta',
    age: 24,
    phase: null,
    gender: null,
    channel: null,
    siteId: null,
    background: null,
    surveyClass: null,
    situation: '',
  });
  const [person] = [...served.study.state.participants.values()];
  await served.get('PUT', '/api/fieldwork/interviews', {
    participantId: person!.id,
    heldAt: '2025-03-01',
    minutes: 40,
    place: 'kontor',
    interviewer: 'KT',
    language: 'da',
    giftCard: true,
    state: 'held',
  });
  const { id } = await importFile(served.study, bytesOf(TRANSCRIPT), { fileName: '01-asta.txt' });
  expect(served.study.state.sources.get(id!)).toMatchObject({ participantId: person!.id, title: 'Asta' });
  expect([...served.study.state.interviews.values()][0]?.state).toBe('transcribed');
  await served.study.undo();
  expect(served.study.state.sources.size).toBe(0);
  expect([...served.study.state.interviews.values()][0]?.state).toBe('held');
});

test('a report becomes people, excerpts, codes and chapters, and prints as it was', async () => {
  const { made, notes } = await importFile(served.study, bytesOf(REPORT), { fileName: 'hæfte.txt' });
  expect(Object.fromEntries(made.map(({ what, n }) => [what, n]))).toMatchObject({
    people: 2,
    excerpts: 2,
    codes: 3,
    codings: 2,
  });
  const { participants, codes, chapters, codings, coders } = served.study.state;
  expect(
    [...participants.values()].map(({ number, pseudonym, age, phase }) => [number, pseudonym, age, phase]),
  ).toEqual([
    [1, 'Signe', 34, 'adult'],
    [2, 'Poul', 61, 'older'],
  ]);
  expect([...codes.values()].map(({ name, parentId }) => [name, codes.get(parentId ?? '')?.name])).toEqual([
    ['2 Naboer', undefined],
    ['2.1 At hilse', '2 Naboer'],
    ['2.2 At låne', '2 Naboer'],
  ]);
  expect([...chapters.values()].map(({ title }) => title)).toContain('2.2 At låne');
  expect([...coders.values()]).toMatchObject([{ name: 'Rapporten', initials: 'RP' }]);
  for (const { sourceId, from, to } of codings.values()) {
    const text = await served.study.sourceText(sourceId);
    expect(text.slice(from, to)).toBe(text.trim());
  }
  expect(notes.some(({ kind }) => kind === 'unlabelled-monologue')).toBe(true);
  const words = (text: string) => text.replace(/\s+/g, ' ').trim();
  expect(words(await reportText(served.study))).toBe(
    words(REPORT.replace('Et lille hæfte om naboskab', 'Lille studie')),
  );
  expect(await served.study.verify()).toEqual([]);
});
