import { insert } from '@bagom/core';
import { openStudy } from '@bagom/store';
import { readFileSync, writeFileSync } from 'node:fs';
import { beforeAll, expect, test } from 'vitest';
import { json, run, temporaryFolder } from './run-line.fixture.js';

const at = temporaryFolder();
const study = at('a.bagom');
const file = at('samtale.txt');
const TEXT =
  '*0:05 = I1: Hvem er du?\n*0:11 = Bo: Jeg er Bo. [griner]\n*1:40 = I1: Og så?\n*1:44 = Bo: (…) Så gik vi.\n';
const sample = (name: string) =>
  new URL(`../../../tests/samples/transcripts/${name}`, import.meta.url).pathname;

beforeAll(async () => {
  writeFileSync(file, TEXT);
  await run('new', study);
});

interface Told {
  as: string;
  dryRun: boolean;
  id: string | null;
  made: Record<string, number>;
  notes: object[];
  grammar: string;
  turns: { speaker: string | null; role: string; from: number; to: number; time: number | null }[];
  speakers: object[];
  marks: Record<string, number>;
  unread: object[];
}

test('a dry run tells how a transcript is understood, and keeps nothing', async () => {
  const before = readFileSync(study);
  const told = await json<Told>('import', study, file, '--as', 'transcript', '--dry-run');
  expect(told).toMatchObject({
    as: 'transcript',
    dryRun: true,
    id: null,
    made: { sources: 1, turns: 4, marks: 2 },
    grammar: 'time-first',
    marks: { nonverbal: 1, omission: 1 },
    unread: [],
    speakers: [
      { label: 'I1', role: 'interviewer', turns: 2, asks: 2, reason: 'word' },
      { label: 'Bo', role: 'interviewee', turns: 2, asks: 0, reason: 'answers' },
    ],
  });
  expect(told.turns).toEqual([
    { speaker: 'I1', role: 'interviewer', from: 12, to: 23, time: 5 },
    { speaker: 'Bo', role: 'interviewee', from: 36, to: 55, time: 11 },
    { speaker: 'I1', role: 'interviewer', from: 68, to: 74, time: 100 },
    { speaker: 'Bo', role: 'interviewee', from: 87, to: 101, time: 104 },
  ]);
  expect(TEXT.slice(told.turns[1]!.from, told.turns[1]!.to)).toBe('Jeg er Bo. [griner]');
  expect(readFileSync(study).equals(before)).toBe(true);
});

test('a grammar that is named is used, and one that finds nothing is refused', async () => {
  const told = await json<Told>('import', study, file, '--grammar', 'monologue', '--dry-run');
  expect([told.as, told.grammar, told.speakers]).toEqual(['transcript', 'monologue', []]);
  const { code, err } = await run('import', study, file, '--grammar', 'table', '--lang', 'en');
  expect(code).toBe(1);
  expect(err).toContain('the grammar table finds no turns in samtale.txt');
  expect((await run('import', study, file, '--grammar', 'opera')).code).toBe(2);
  expect((await run('import', study, file, '--as', 'survey', '--grammar', 'table')).code).toBe(2);
});

test('what was not read is told with its place, its words and why', async () => {
  const told = await json<Told>('import', study, sample('interview.docx'), '--dry-run', '--lang', 'en');
  expect(told.unread).toContainEqual({
    line: 5,
    unit: 'paragraph',
    kind: 'comment',
    text: 'spørg til søen (Vera)',
    why: 'comment, not read in',
  });
  const { out } = await run('import', study, sample('interview.docx'), '--dry-run', '--lang', 'en');
  expect(out).toContain('who speaks is read from: names with a colon');
  expect(out).toMatch(/Vigga\s+interviewee\s+3/);
  expect(out).toMatch(/paragraph 5\s+comment, not read in\s+spørg til søen/);
});

test('a corrected file becomes the next version of the text that is named', async () => {
  const other = at('rettet.bagom');
  await run('new', other);
  await run('import', other, file);
  const mended = at('samtale-rettet.txt');
  writeFileSync(mended, TEXT.replace('Og så?', 'Og hvad så?'));
  const dry = await run('import', other, mended, '--replace', 'samtale', '--dry-run', '--lang', 'en');
  expect([dry.code, dry.out]).toEqual([0, expect.stringContaining('version 2: 1 places changed')]);
  const told = await json<{ version: { version: number; report: { counts: object } } }>(
    'import',
    other,
    mended,
    '--replace',
    'samtale',
  );
  expect(told.version).toMatchObject({ version: 2, report: { counts: { same: 0, lost: 0 } } });
  expect((await json<{ ok: boolean }>('check', other)).ok).toBe(true);
  const { code, err } = await run('import', other, mended, '--replace', 'en anden', '--lang', 'en');
  expect([code, err]).toEqual([1, expect.stringContaining('is not exactly one text of the study')]);
  expect((await run('import', other, file, mended, '--replace', 'samtale')).code).toBe(2);
});

test('a word that may be a speaker is asked about, and the answer is an option', async () => {
  const visit = at('besøg.txt');
  writeFileSync(visit, `I: Hej?\nM: Hej.\nPædagog: Der er kaffe.\nHusk: mad.\nI: Ja?\nM: Nej.\n`);
  const dry = await run('import', study, visit, '--dry-run', '--lang', 'en');
  expect(dry.out).toMatch(/Perhaps speakers.*\n\s+Pædagog:\s+1\s+Der er kaffe\.\n\s+Husk:\s+1\s+mad\./);
  const told = await json<Told & { possible: object[] }>(
    'import',
    study,
    visit,
    '--dry-run',
    '--speaker',
    'Pædagog',
    '--no-speaker',
    'Husk',
  );
  expect(told.possible).toMatchObject([
    { label: 'Pædagog', n: 1, line: 3, text: 'Der er kaffe.', speaks: true },
    { label: 'Husk', speaks: false },
  ]);
  expect(told.speakers).toContainEqual({
    label: 'Pædagog',
    role: 'other',
    turns: 1,
    asks: 0,
    reason: 'once',
  });
  expect(told.unread).toMatchObject([{ kind: 'label-refused', text: 'Husk: mad.' }]);
  const { code, err } = await run('import', study, visit, '--speaker', 'Frida', '--lang', 'en');
  expect([code, err]).toEqual([
    1,
    expect.stringContaining('Frida does not stand before a colon in besøg.txt'),
  ]);
});

test('codings whose words a corrected file changes are listed with old and new words', async () => {
  const other = at('kodet.bagom');
  await run('new', other);
  const { id } = await json<{ id: string }>('import', other, file);
  const from = TEXT.indexOf('Så gik vi');
  const open = await openStudy(other, { actor: 'test' });
  const [coder] = [...open.state.coders.values()];
  await open.commit('test', '', [
    insert('codes', {
      id: 'gå',
      parentId: null,
      position: 0,
      name: 'gå',
      definition: '',
      use: '',
      useNot: '',
      example: '',
      origin: 'inductive',
      hue: 0,
      shortName: null,
      status: null,
    }),
    ...(coder ? [] : [insert('coders', { id: 'A', name: 'Anna', initials: 'A' })]),
    insert('codings', {
      id: 'k',
      sourceId: id,
      version: 1,
      from,
      to: from + 9,
      codeId: 'gå',
      coderId: coder?.id ?? 'A',
      quoteHash: '',
      createdAt: '',
    }),
  ]);
  await open.close();
  const mended = at('kodet-rettet.txt');
  writeFileSync(mended, TEXT.replace('Så gik vi', 'Så løb vi'));
  const { out } = await run('import', other, mended, '--replace', 'samtale', '--dry-run', '--lang', 'en');
  expect(out).toMatch(/coding\s+gå\s+Så gik vi → Så løb vi/);
  const told = await json<{ version: { report: { rows: object[] } } }>(
    'import',
    other,
    mended,
    '--replace',
    'samtale',
  );
  expect(told.version.report.rows).toMatchObject([
    {
      table: 'codings',
      is: 'changed',
      name: 'gå',
      before: { words: 'Så gik vi' },
      after: { words: 'Så løb vi' },
    },
  ]);
});

test.each([
  'interview.odt',
  'interview.rtf',
  'interview.html',
  'table.odt',
  'table.rtf',
  'pages.pdf',
  'voices.vtt',
  'voices.srt',
  'whisper.json',
  'whisperx.json',
  'whisper-cpp.json',
  'otranscribe.otr',
  'f4.txt',
  'notes.md',
])('%s is told from its content, kept, and the study holds together', async (name) => {
  const told = await json<Told>('import', study, sample(name));
  expect([told.as, typeof told.id]).toEqual(['transcript', 'string']);
  expect((await json<{ ok: boolean }>('check', study)).ok).toBe(true);
});
