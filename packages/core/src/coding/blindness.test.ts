import { expect, test } from 'vitest';
import { SmallStudy } from '../study/small-study.fixture.js';
import { doubleCodingProgress, seenBy, veilOver, visibleCodings } from './blindness.js';
import { codeCounts } from './code-counts.js';
import { NO_PLACE } from './coding.js';
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
const memo = (id: string, about: 'source' | 'coding', aboutId: string, coderId: string) =>
  ({ id, title: id, body: '', about, aboutId, coderId, createdAt: '', ...NO_PLACE }) as const;

test('a coder of a blind sample sees their own codings of its texts, and all others of other texts', () => {
  const { state } = study();
  expect([...visibleCodings(state, 'A').keys()]).toEqual(['k1', 'k3']);
  expect([...visibleCodings(state, 'B').keys()]).toEqual(['k2', 'k3']);
  expect(visibleCodings(state, 'C').size).toBe(3);
  expect(visibleCodings(state, null).size).toBe(3);
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
