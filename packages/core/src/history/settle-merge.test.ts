import { describe, expect, test } from 'vitest';
import { smallModel } from '../classes/small-model.fixture.js';
import { SmallStudy } from '../study/small-study.fixture.js';
import { applyChanges } from '../study/state.js';
import type { MergeConflict } from './merge-conflict.js';
import { conflictKind, decideConflict } from './decide-conflict.js';
import { settleMerge } from './settle-merge.js';

const whose = () => ({ by: 'bo', at: 't' });
const conflict = (set: Partial<MergeConflict>): MergeConflict => ({
  id: 'x',
  table: 'codes',
  rowId: 'a',
  column: 'definition',
  ours: 'x',
  theirs: 'deres',
  by: 'bo',
  at: 't',
  state: 'open',
  ...set,
});

describe('settling a merge', () => {
  test('where both chose a class model ours stays chosen, and choosing theirs lets ours go', () => {
    const ours = new SmallStudy().add('classModels', smallModel({ id: 'k3' })).state;
    const merged = new SmallStudy()
      .add('classModels', smallModel({ id: 'k3' }))
      .add('classModels', smallModel({ id: 'k4' })).state;
    const { changes, conflicts } = settleMerge(ours, merged, whose);
    applyChanges(merged, changes);
    expect([...merged.classModels.values()].map(({ id, chosen }) => [id, chosen])).toEqual([
      ['k3', true],
      ['k4', false],
    ]);
    expect(conflicts).toMatchObject([{ table: 'classModels', rowId: 'k4', column: 'chosen', by: 'bo' }]);
    const decided = decideConflict(merged, conflict(conflicts[0]!), { choose: 'theirs' });
    expect(decided).toMatchObject([
      { id: 'k4', set: { chosen: true } },
      { id: 'k3', set: { chosen: false } },
      { table: 'mergeConflicts', set: { state: 'theirs' } },
    ]);
  });

  test('one of two like codings is kept, unless something rests on the other', () => {
    const ours = new SmallStudy().code('a').person('p').coding('p', 'a').state;
    const merged = new SmallStudy().code('a').person('p').coding('p', 'a').coding('p', 'a');
    expect(settleMerge(ours, merged.state, whose)).toMatchObject({
      doubled: 1,
      changes: [{ id: 'k2', after: null }],
    });
    merged.add('evidence', { id: 'e', claimId: 'c', codingId: 'k2', stance: 'for', note: '' });
    expect(settleMerge(ours, merged.state, whose)).toMatchObject({ doubled: 0, changes: [] });
  });

  test('two coders of one name are told, not put together', () => {
    const ours = new SmallStudy().state;
    const merged = new SmallStudy().add('coders', { id: 'B', name: 'a ', initials: 'A' }).state;
    expect(settleMerge(ours, merged, whose)).toMatchObject({ sameCoders: ['A'], changes: [] });
  });
});

describe('deciding a conflict', () => {
  const state = new SmallStudy().code('a').state;

  test('a text is ours, theirs or a third; choosing what stands changes only the conflict', () => {
    const text = conflict({});
    expect(conflictKind(text)).toBe('text');
    expect(decideConflict(state, text, { choose: 'ours' })).toHaveLength(1);
    expect(decideConflict(state, text, { choose: 'theirs' })[0]).toMatchObject({
      set: { definition: 'deres' },
    });
    expect(decideConflict(state, text, { choose: 'other', text: 'begge' })).toMatchObject([
      { id: 'a', set: { definition: 'begge' } },
      { id: 'x', set: { state: 'other' } },
    ]);
  });

  test('a row that one copy removed is kept or removed after all; a third is refused', () => {
    const row = conflict({ column: '', ours: { id: 'a' }, theirs: null });
    expect(decideConflict(state, row, { choose: 'theirs' })[0]).toEqual({
      do: 'remove',
      table: 'codes',
      id: 'a',
    });
    expect(decideConflict(state, row, { choose: 'ours' })).toHaveLength(1);
    expect(() => decideConflict(state, row, { choose: 'other', text: '' })).toThrow('merge.no-third');
  });

  test('a word of a vocabulary has no third, and two texts of one source are no matter of it', () => {
    expect(conflictKind(conflict({ column: 'origin' }))).toBe('value');
    const version = conflict({ table: 'sources', rowId: 's', column: 'version', ours: 2, theirs: 3 });
    const withSource = new SmallStudy().person('p').state;
    expect(conflictKind(version)).toBe('version');
    expect(() => decideConflict(withSource, { ...version, rowId: 's-p' }, { choose: 'theirs' })).toThrow(
      'settleTexts',
    );
  });
});
