import { describe, expect, test } from 'vitest';
import { SmallStudy } from '../study/small-study.fixture.js';
import { applyChanges, type StudyState } from '../study/state.js';
import type { Row, TableName } from '../study/tables.js';
import { planMerge } from './merge.js';
import type { Change, Operation } from './operation.js';

let made = 0;
/** A copy of a study at work: what is done in it is an operation, as the store makes them. */
class Copy {
  readonly operations: Operation[] = [];
  readonly state: StudyState;

  constructor(state: StudyState) {
    this.state = structuredClone(state);
  }

  do(...changes: [TableName, string, Partial<Row> | null][]): this {
    const done = changes.map(([table, id, set]): Change => {
      const before = (this.state[table].get(id) ?? null) as Row | null;
      const change = { table, id, before, after: set === null ? null : ({ ...before, id, ...set } as Row) };
      applyChanges(this.state, [change]);
      return change;
    });
    const id = `o${++made}`;
    const base = {
      seq: made,
      at: `t${made}`,
      kind: 'x.y',
      subject: '',
      sense: 1 as const,
      previous: '',
      hash: '',
    };
    this.operations.push({ ...base, id, root: id, actor: 'hun', changes: done });
    return this;
  }
}

const begun = () => new SmallStudy().code('a').code('b', 'a').person('p').coding('p', 'b').state;
/** Merges and carries it out. */
function merge(ours: Copy, theirs: Copy) {
  const known = new Set(ours.operations.map(({ id }) => id));
  const operations = theirs.operations.filter(({ id }) => !known.has(id));
  const plan = planMerge({ ours: ours.state, theirs: theirs.state, operations });
  for (const { operation, changes } of plan.operations) {
    applyChanges(ours.state, changes);
    ours.operations.push({ ...operation, changes: [...changes] });
  }
  applyChanges(ours.state, plan.restored);
  return plan;
}

describe('merging', () => {
  test('what only they did comes along, and a second time nothing happens', () => {
    const base = begun();
    const ours = new Copy(base).do(['codes', 'a', { definition: 'vores' }]);
    const theirs = new Copy(base).do(['codes', 'b', { name: 'deres' }]);
    expect(merge(ours, theirs).conflicts).toEqual([]);
    expect(ours.state.codes.get('a')).toMatchObject({ definition: 'vores' });
    expect(ours.state.codes.get('b')).toMatchObject({ name: 'deres' });
    expect(merge(ours, theirs).operations).toEqual([]);
  });

  test('two columns of one row are no conflict; one column with two values is, and ours stands', () => {
    const base = begun();
    const ours = new Copy(base).do(['codes', 'a', { definition: 'vores', example: 'e' }]);
    const theirs = new Copy(base).do(['codes', 'a', { definition: 'deres', use: 'u' }]);
    expect(merge(ours, theirs).conflicts).toMatchObject([
      { table: 'codes', rowId: 'a', column: 'definition', ours: 'vores', theirs: 'deres', by: 'hun' },
    ]);
    expect(ours.state.codes.get('a')).toMatchObject({ definition: 'vores', use: 'u', example: 'e' });
  });

  test('what both did alike is one change', () => {
    const base = begun();
    const ours = new Copy(base).do(['codes', 'a', { name: 'ens' }]);
    const theirs = new Copy(base).do(['codes', 'a', { name: 'ens' }]);
    const { operations, conflicts } = merge(ours, theirs);
    expect(conflicts).toEqual([]);
    expect(operations.map(({ changes }) => changes)).toEqual([[]]);
  });

  test('a code they removed and we coded with stays, and that is told', () => {
    const base = begun();
    const coding = [...base.codings.values()][0]!;
    const ours = new Copy(base).do(['codings', 'new', { ...coding, id: 'new' }]);
    const theirs = new Copy(base).do(['codings', coding.id, null], ['codes', 'b', null]);
    const { conflicts } = merge(ours, theirs);
    expect(ours.state.codes.has('b')).toBe(true);
    expect(ours.state.codings.has(coding.id)).toBe(false);
    expect(conflicts).toMatchObject([{ table: 'codes', rowId: 'b', column: '', theirs: null }]);
  });

  test('a code we removed and they coded with comes back, and that is told', () => {
    const base = begun();
    const coding = [...base.codings.values()][0]!;
    const ours = new Copy(base).do(['codings', coding.id, null], ['codes', 'b', null]);
    const theirs = new Copy(base).do(['codings', 'new', { ...coding, id: 'new' }]);
    const { conflicts, restored } = merge(ours, theirs);
    expect(restored.map(({ id }) => id)).toEqual(['b']);
    expect(ours.state.codings.has('new')).toBe(true);
    expect(conflicts).toMatchObject([{ table: 'codes', rowId: 'b', ours: null }]);
  });

  test('a row they changed and we removed stays removed, with theirs kept in the conflict; and the other way round', () => {
    const base = begun();
    const coding = [...base.codings.values()][0]!.id;
    const removed = new Copy(base).do(['codings', coding, null]);
    const changed = new Copy(base).do(['codings', coding, { to: 9 }]);
    expect(merge(new Copy(removed.state), changed).conflicts).toMatchObject([
      { ours: null, theirs: { to: 9 } },
    ]);
    expect(merge(changed, removed).conflicts).toMatchObject([{ ours: { to: 9 }, theirs: null }]);
  });

  test('what they did and took back again leaves nothing', () => {
    const base = begun();
    const ours = new Copy(base).do(['codes', 'a', { name: 'vores' }]);
    const theirs = new Copy(base).do(['codes', 'a', { name: 'deres' }]).do(['codes', 'a', { name: 'a' }]);
    expect(merge(ours, theirs).conflicts).toEqual([]);
    expect(ours.state.codes.get('a')?.name).toBe('vores');
  });

  test('merged both ways, two copies without conflicts are the same study', () => {
    const base = begun();
    const ours = new Copy(base).do(['codes', 'c', { ...base.codes.get('a')!, id: 'c' }]);
    const theirs = new Copy(base).do(['codes', 'd', { ...base.codes.get('a')!, id: 'd', parentId: 'b' }]);
    const before = structuredClone(ours.operations);
    merge(ours, theirs);
    const back = new Copy(base);
    back.operations.push(...before);
    for (const { changes } of before) applyChanges(back.state, changes);
    merge(theirs, back);
    const rows = (state: StudyState) => [...state.codes.keys()].toSorted();
    expect(rows(ours.state)).toEqual(rows(theirs.state));
  });
});
