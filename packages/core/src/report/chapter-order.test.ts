import { expect, test } from 'vitest';
import { applyChanges, emptyState } from '../study/state.js';
import { chapterOrder } from './printed.js';

const numbered = (...chapters: [id: string, parentId: string | null, title: string][]) => {
  const state = emptyState();
  chapters.forEach(([id, parentId, title], position) =>
    applyChanges(state, [{ table: 'chapters', id, before: null, after: { id, parentId, position, title } }]),
  );
  return chapterOrder(state).map(({ number, title, level }) => [number, title, level]);
};

test('chapters are numbered by their order', () => {
  expect(numbered(['a', null, 'Indledning'], ['b', null, 'Fund'], ['c', 'b', 'Savn'])).toEqual([
    ['1', 'Indledning', 1],
    ['2', 'Fund', 1],
    ['2.1', 'Savn', 2],
  ]);
});

test('a printed number survives, and what is added goes on from it', () => {
  expect(
    numbered(
      ['p', null, 'Forord'],
      ['a', null, '4 Unge'],
      ['b', 'a', '4.2 Savn'],
      ['n', 'a', 'Nyt'],
      ['z', null, 'Efter'],
    ),
  ).toEqual([
    ['', 'Forord', 1],
    ['4', 'Unge', 1],
    ['4.2', 'Savn', 2],
    ['4.3', 'Nyt', 2],
    ['5', 'Efter', 1],
  ]);
});
