import { expect, test } from 'vitest';
import { SmallStudy } from '../study/small-study.fixture.js';
import { matrix } from './matrix.js';

const study = () =>
  new SmallStudy()
    .code('top')
    .code('under', 'top')
    .person('a')
    .person('b', { phase: 'older', age: 60 })
    .person('c', { phase: 'older', age: 61 });

const cell = (table: ReturnType<typeof matrix>, row: string, col: string) =>
  table.cells.find((c) => c.row === row && c.col === col);

test('a person who says it three times is one person and three passages', () => {
  const { state } = study()
    .coding('a', 'top')
    .coding('a', 'top', { from: 6, to: 9 })
    .coding('a', 'under', { from: 9, to: 12 });
  const table = matrix(state, { rows: 'code', cols: 'phase', codes: [] });
  expect(cell(table, 'top', 'young')).toEqual({
    row: 'top',
    col: 'young',
    persons: 1,
    passages: 3,
    participants: ['a'],
  });
});

test('a code counts what stands under it, and a chosen sub-code counts alone', () => {
  const { state } = study().coding('b', 'under').coding('c', 'top');
  expect(cell(matrix(state, { rows: 'code', cols: 'phase', codes: [] }), 'top', 'older')?.persons).toBe(2);
  expect(
    cell(matrix(state, { rows: 'code', cols: 'phase', codes: ['under'] }), 'under', 'older')?.persons,
  ).toBe(1);
});

test('the denominator is the persons with a coding, not everybody', () => {
  const { state } = study().coding('a', 'top').coding('b', 'top');
  const table = matrix(state, { rows: 'code', cols: 'phase', codes: [] });
  expect(table.n).toBe(2);
  expect(table.cols.map(({ key, n }) => [key, n])).toEqual([
    ['young', 1],
    ['adult', 0],
    ['older', 1],
  ]);
});

test('a person without a judgement stands in a column of their own', () => {
  const { state } = study()
    .coding('a', 'top')
    .coding('b', 'top')
    .judged('b', 'higher', '2026-02-01')
    .judged('b', 'lower');
  const table = matrix(state, { rows: 'code', cols: 'complexity', codes: [] });
  expect(cell(table, 'top', 'none')?.participants).toEqual(['a']);
  expect(cell(table, 'top', 'higher')?.participants).toEqual(['b']);
});

test('a filter leaves out whoever is outside the group', () => {
  const { state } = study().coding('a', 'top').coding('b', 'top');
  expect(matrix(state, { rows: 'code', cols: 'phase', codes: [] }, { group: { phase: 'older' } }).n).toBe(1);
});

test('section codes are those whose name begins with a number', () => {
  const { state } = study().code('s1', null, '4 Grader').code('s11', 's1', '4.1 Høj').coding('a', 's11');
  const table = matrix(state, { rows: 'section', cols: 'phase', codes: [] });
  expect(table.rows.map(({ key }) => key)).toEqual(['s1', 's11']);
  expect(cell(table, 's1', 'young')?.persons).toBe(1);
});

test('nobody who withdrew is counted, and the denominator knows', () => {
  const made = study().coding('a', 'top').coding('b', 'top');
  made.add('consents', {
    id: 'c-b',
    participantId: 'b',
    givenAt: '2026-01-02',
    scope: 'quote',
    withdrawnAt: '2026-03-01',
  });
  const table = matrix(made.state, { rows: 'code', cols: 'phase', codes: [] });
  expect([table.n, cell(table, 'top', 'older')]).toEqual([1, undefined]);
});

test('codes by persons: each stands in a column of their own, by number, counted once', () => {
  const { state } = study().coding('b', 'under').coding('b', 'top').coding('a', 'top');
  const table = matrix(state, { rows: 'code', cols: 'person', codes: ['top', 'under'] });
  expect(table.cols.map(({ key, n }) => [key, n])).toEqual([
    ['a', 1],
    ['b', 1],
  ]);
  expect(cell(table, 'top', 'b')).toMatchObject({ persons: 1, passages: 2 });
  expect(cell(table, 'under', 'a')).toBeUndefined();
});
