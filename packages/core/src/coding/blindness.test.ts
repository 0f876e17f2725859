import { expect, test } from 'vitest';
import { SmallStudy } from '../study/small-study.fixture.js';
import { TABLES, type TableName } from '../study/tables.js';
import {
  doubleCodingProgress,
  keptBack,
  LEADS,
  seenBy,
  seenOperation,
  VEILED_TABLES,
  veilOver,
} from './blindness.js';
import { codeCounts } from './code-counts.js';
import { NO_PLACE, type MemoSubject } from './coding.js';
import type { DoubleCoding } from './double-coding.js';

const SAMPLE: DoubleCoding = {
  id: 'd',
  name: 'Sample',
  seed: 1,
  sourceIds: ['s-a'],
  coderIds: ['A', 'B'],
  codeIds: [],
  blind: true,
  createdAt: '',
  doneCoderIds: null,
};

/** A and B code a's text, which is a sample of theirs; A codes b's as well, which is not. C looks on. */
function study(sample: Partial<DoubleCoding> = {}) {
  const made = new SmallStudy().code('x').code('y').person('a').person('b');
  for (const id of ['B', 'C']) made.add('coders', { id, name: id, initials: id });
  made.coding('a', 'x').coding('a', 'y', { coderId: 'B' }).coding('b', 'x');
  return made.add('doubleCodings', { ...SAMPLE, ...sample });
}
const memo = (id: string, about: MemoSubject, aboutId: string, coderId: string) =>
  ({ id, title: id, body: '', about, aboutId, coderId, createdAt: '', ...NO_PLACE }) as const;
const seenCodings = (made: SmallStudy, who: Parameters<typeof seenBy>[1]) => [
  ...seenBy(made.state, who).codings.keys(),
];

test('a coder of a blind sample sees their own codings of its texts, and all others of other texts', () => {
  const made = study();
  expect(seenCodings(made, 'A')).toEqual(['k1', 'k3']);
  expect(seenCodings(made, 'B')).toEqual(['k2', 'k3']);
  expect(seenCodings(made, 'C')).toHaveLength(3);
});

test('nobody in particular sees what every coder may; who leads the study sees all', () => {
  const made = study();
  expect(seenCodings(made, null)).toEqual(['k3']);
  expect(seenBy(made.state, LEADS)).toBe(made.state);
  expect(keptBack(made.state, null)).toEqual({
    codings: 2,
    memos: 0,
    texts: [{ sourceId: 's-a', codings: 2, samples: ['Sample'] }],
  });
  expect(keptBack(made.state, 'B')).toMatchObject({ codings: 1 });
  expect(keptBack(made.state, LEADS)).toBeNull();
});

test('every table that points at codings, memos, coders or samples is veiled', () => {
  const about = new Set<TableName>(['codings', 'memos', 'coders', 'doubleCodings']);
  const pointing = (Object.keys(TABLES) as TableName[]).filter((table) =>
    Object.values(TABLES[table]).some(({ to }) => to !== undefined && about.has(to)),
  );
  expect(pointing.filter((table) => !(VEILED_TABLES as readonly string[]).includes(table))).toEqual([]);
});

test('what another coder of the sample wrote of codes, people and memos, and what hangs on their codings, is kept back', () => {
  const made = study();
  made.add('memos', memo('m1', 'code', 'x', 'A'));
  made.add('memos', memo('m2', 'participant', 'a', 'A'));
  made.add('memos', memo('m3', 'participant', 'b', 'A'));
  made.add('memos', memo('m4', 'code', 'x', 'C'));
  made.add('memos', memo('m5', 'coding', 'k1', 'A'));
  made.add('memos', memo('m6', 'memo', 'm5', 'A'));
  made.add('memos', memo('m7', 'coding', 'gone', 'A'));
  made.add('memos', memo('m8', 'study', '', 'B'));
  made.add('memoLinks', { id: 'l1', memoId: 'm8', about: 'coding', aboutId: 'k1' });
  made.add('memoLinks', { id: 'l2', memoId: 'm8', about: 'coding', aboutId: 'k2' });
  const mark = { sourceId: 's-a', version: 1, from: 0, to: 3, name: 'her' };
  made.add('bookmarks', { ...mark, id: 'b1', coderId: 'A' });
  made.add('bookmarks', { ...mark, id: 'b2', coderId: 'B' });
  for (const id of ['k1', 'k2', 'k3'])
    made.add('evidence', { id: `e-${id}`, claimId: 'c', codingId: id, stance: 'for', note: '' });
  const seen = seenBy(made.state, 'B');
  expect([...seen.memos.keys()]).toEqual(['m3', 'm4', 'm8']);
  expect([...seen.memoLinks.keys()]).toEqual(['l2']);
  expect([...seen.bookmarks.keys()]).toEqual(['b2']);
  expect([...seen.evidence.keys()]).toEqual(['e-k2', 'e-k3']);
});

test('a memo at a coding whose place was lost is kept back with it', () => {
  const made = study();
  const row = { ...made.state.codings.get('k1')!, memos: ['m1'] };
  const table = 'codings' as const;
  const lost = { sourceId: 's-a', fromVersion: 1, toVersion: 2, table, rowId: 'k1', row };
  made.add('lostSpans', { ...lost, id: 'lost', quote: '', state: 'open', at: '' });
  made.add('memos', memo('m1', 'study', '', 'A'));
  expect(seenBy(made.state, 'B').memos.size).toBe(0);
  expect(seenBy(made.state, 'A').memos.size).toBe(1);
});

test('the codebook’s history tells no number of codings and no recoding since the sample was drawn', () => {
  const made = study({ createdAt: '2026-02-01' });
  const event = { codeId: 'x', note: '', by: '' };
  made.add('codeEvents', { ...event, id: 'v1', kind: 'split', detail: { codings: '2' }, at: '2026-01-01' });
  made.add('codeEvents', { ...event, id: 'v2', kind: 'split', detail: { codings: '2' }, at: '2026-03-01' });
  made.add('codeEvents', { ...event, id: 'v3', kind: 'recoded', detail: {}, at: '2026-03-01' });
  expect([...seenBy(made.state, 'B').codeEvents.values()].map(({ id, detail }) => [id, detail])).toEqual([
    ['v1', { codings: '2' }],
    ['v2', {}],
  ]);
});

test('an operation on nothing but hidden rows is told as done; a merge of codes without the codings it moved', () => {
  const made = study();
  const { state } = made;
  const coding = state.codings.get('k1')!;
  const moved = { table: 'codings' as const, id: 'k1', before: coding, after: { ...coding, codeId: 'y' } };
  const gone = { table: 'codes' as const, id: 'x', before: state.codes.get('x')!, after: null };
  const veil = veilOver(state, 'B');
  const alone = { subject: 'x', changes: [moved] };
  expect(seenOperation(veil, alone)).toEqual({ subject: '', changes: [], hidden: true });
  const merge = { subject: 'x → y', changes: [moved, gone] };
  expect(seenOperation(veil, merge)).toEqual({ subject: 'x → y', changes: [gone], hidden: false });
  expect(seenOperation(veilOver(state, 'A'), alone)).toEqual({ ...alone, hidden: false });
});

test('the codebook counts only what the coder may see', () => {
  const counts = codeCounts(seenBy(study().state, 'B'));
  expect(counts.map(({ id, passages, persons }) => [id, passages, persons])).toEqual([
    ['x', 1, 1],
    ['y', 1, 1],
  ]);
});

test('memos of others about a blind text or a coding in it are kept back, one’s own and those elsewhere are not', () => {
  const made = study();
  made.add('memos', memo('m1', 'source', 's-a', 'A'));
  made.add('memos', memo('m2', 'coding', 'k1', 'A'));
  made.add('memos', memo('m3', 'source', 's-b', 'A'));
  made.add('memos', memo('m4', 'source', 's-a', 'B'));
  expect([...seenBy(made.state, 'B').memos.keys()]).toEqual(['m3', 'm4']);
});

test('codings of others that a new version of a blind text lost are kept back', () => {
  const made = study();
  for (const id of ['k1', 'k2']) {
    const row = { ...made.state.codings.get(id)! };
    made.add('lostSpans', {
      id: `lost-${id}`,
      sourceId: 's-a',
      fromVersion: 1,
      toVersion: 2,
      table: 'codings',
      rowId: id,
      row,
      quote: '',
      state: 'open',
      at: '',
    });
  }
  expect([...seenBy(made.state, 'B').lostSpans.keys()]).toEqual(['lost-k2']);
});

test('once the blindness ends everybody sees everything', () => {
  const { state } = study({ blind: false });
  expect(veilOver(state, 'A')).toBeNull();
  expect(seenBy(state, 'A')).toBe(state);
});

test('a coder is done who coded in every text, or said so', () => {
  const made = study({ sourceIds: ['s-a', 's-b'] });
  expect(doubleCodingProgress(made.state, made.state.doubleCodings.get('d')!)).toEqual([
    { coderId: 'A', coded: 2, done: true },
    { coderId: 'B', coded: 1, done: false },
  ]);
  const said = study({ sourceIds: ['s-a', 's-b'], doneCoderIds: ['B'] });
  expect(doubleCodingProgress(said.state, said.state.doubleCodings.get('d')!)[1]).toMatchObject({
    done: true,
  });
});
