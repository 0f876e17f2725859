import { describe, expect, test } from 'vitest';
import type { MergeConflict } from '../history/merge-conflict.js';
import { rowsWhere, type StudyState } from '../study/state.js';
import { carriedOut, coded, hash, MAKING, TEXT } from './coded-text.fixture.js';
import { settleTexts, type TextChoice } from './settle-texts.js';
import { readTurns } from './understand.js';

const OURS = TEXT.replace('Hvor bor du', 'Hvor bor du nu').replace('Jeg sover meget', 'Jeg sover for meget');
const THEIRS = TEXT.replace('Aarhus', 'Odense').replace('Jeg sover meget', 'Jeg sover hele tiden');

/** A text that both copies corrected: ours is version 2 and shown, theirs is version 3, and rows of every kind stand on ours. */
function bothCorrected(words: string, ours = OURS, theirs = THEIRS) {
  const { study, sourceId } = coded(words, ours);
  const [own] = [...study.state.sourceVersions.values()];
  const version = (number: number, text: string) => ({
    ...own!,
    ...readTurns(text),
    id: `v${number}`,
    number,
    text: hash(text),
    length: text.length,
  });
  study
    .add('sourceVersions', { ...version(1, TEXT), id: 'v1' })
    .add('sourceVersions', { ...version(2, ours), id: own!.id })
    .add('sourceVersions', version(3, theirs))
    .add('sources', { ...study.state.sources.get(sourceId)!, version: 2 });
  for (const table of ['codings', 'mentions', 'bookmarks', 'memos'] as const)
    for (const row of study.state[table].values()) study.add(table, { ...row, version: 2 } as never);
  const conflict: MergeConflict = {
    id: 'c',
    table: 'sources',
    rowId: sourceId,
    column: 'version',
    ours: 2,
    theirs: 3,
    by: 'bo',
    at: '',
    state: 'open',
  };
  study.add('mergeConflicts', conflict);
  return { state: study.state, sourceId, texts: new Map([[1, TEXT]]).set(2, ours).set(3, theirs) };
}

function settle(state: StudyState, texts: Map<number, string>, choose: TextChoice) {
  const conflict = [...state.mergeConflicts.values()][0]!;
  const settled = settleTexts(state, conflict, { choose, texts, reason: 'samlet' }, MAKING);
  if (settled.made !== null) texts.set(settled.version, settled.made);
  return { settled, after: carriedOut(state, settled.drafts), text: texts.get(settled.version)! };
}

const times = <T>(n: number, value: T): T[] => Array.from({ length: n }, () => value);
const wordsOf = (state: StudyState, text: string) => {
  const places = [...state.codings.values(), ...state.mentions.values(), ...state.bookmarks.values()];
  return places.map(({ version, from, to }) => [version, text.slice(from, to)]);
};

describe('settling which of two corrected texts is shown', () => {
  test('ours: what is shown stays, and only the conflict is settled', () => {
    const { state, texts } = bothCorrected('svært');
    const { settled } = settle(state, texts, 'ours');
    expect(settled).toMatchObject({ version: 2, made: null, found: 0 });
    expect(settled.drafts).toMatchObject([{ table: 'mergeConflicts', set: { state: 'ours' } }]);
  });

  test('theirs: their version is shown, and rows of every kind stand on their words in it', () => {
    const { state, texts, sourceId } = bothCorrected('svært');
    const { settled, after, text } = settle(state, texts, 'theirs');
    expect([settled.version, after.sources.get(sourceId)?.version, settled.counts.lost]).toEqual([3, 3, 0]);
    expect(text).toBe(THEIRS);
    expect(wordsOf(after, text)).toEqual(times(3, [3, 'svært']));
    expect([...after.codings.values()].map(({ quoteHash }) => quoteHash)).toEqual([hash('svært')]);
    expect(
      [...after.memos.values()].map(({ version, from, to }) => [version, text.slice(from!, to!)]),
    ).toEqual([[3, 'svært']]);
    // Settled the other way round: all of it stands where it stood.
    const { after: again } = settle(after, texts, 'ours');
    for (const table of [
      'codings',
      'mentions',
      'bookmarks',
      'memos',
      'wishes',
      'barriers',
      'blocks',
    ] as const)
      expect([...again[table].values()]).toEqual([...state[table].values()]);
  });

  test('both: a version with the corrections of both, of whose words that both changed theirs stand', () => {
    const { state, texts, sourceId } = bothCorrected('svært');
    const { settled, after, text } = settle(state, texts, 'both');
    expect(text).toBe(
      TEXT.replace('Hvor bor du', 'Hvor bor du nu')
        .replace('Aarhus', 'Odense')
        .replace('Jeg sover meget', 'Jeg sover hele tiden'),
    );
    expect(settled).toMatchObject({ version: 4, clashes: [{ ours: 'for meget', theirs: 'hele tiden' }] });
    expect(rowsWhere(after, 'sourceVersions', { sourceId, number: 4 })).toMatchObject([
      { text: hash(text), reason: 'samlet', turns: { length: 4 } },
    ]);
    expect(wordsOf(after, text)).toEqual(times(3, [4, 'svært']));
    // Both again makes no further version.
    expect(settle(after, texts, 'both').settled).toMatchObject({ version: 4, made: null });
  });

  test('what stands on words that only ours had is listed as lost, and is found again when ours is chosen after all', () => {
    const added = OURS.replace('[griner]', '[griner] Min søster kommer forbi.');
    const { state, texts } = bothCorrected('Min søster kommer forbi.', added);
    const { settled, after } = settle(state, texts, 'theirs');
    expect(settled.counts.lost).toBe(7);
    expect(after.codings.size + after.mentions.size + after.bookmarks.size).toBe(0);
    expect([...after.wishes.values()].map(({ from }) => from)).toEqual([null]);
    expect([...after.lostSpans.values()].map(({ table, quote }) => [table, quote])).toHaveLength(7);
    const { settled: back, after: again, text } = settle(after, texts, 'ours');
    expect(back.found).toBe(7);
    expect(wordsOf(again, text)).toEqual(times(3, [2, 'Min søster kommer forbi.']));
    expect([...again.lostSpans.values()].every(({ state: now }) => now === 'placed')).toBe(true);
    expect([...again.wishes.values()]).toEqual([...state.wishes.values()]);
  });

  test('until it is settled, what was corrected here since the merge belongs to ours', () => {
    const { state, texts, sourceId } = bothCorrected('svært');
    const later = OURS.replace('svært', 'rigtig svært');
    const [own] = rowsWhere(state, 'sourceVersions', { sourceId, number: 2 });
    const corrected = carriedOut(state, [
      { do: 'insert', table: 'sourceVersions', row: { ...own!, id: 'v4', number: 4, length: later.length } },
      { do: 'update', table: 'sources', id: sourceId, set: { version: 4 } },
    ]);
    texts.set(4, later);
    expect(settle(corrected, texts, 'ours').settled).toMatchObject({ version: 4 });
    expect(settle(corrected, texts, 'both').text).toContain('rigtig svært');
  });
});
