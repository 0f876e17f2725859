import { expect, test } from 'vitest';
import { canonicalJson, inverse, type Change } from '../history/operation.js';
import { applyChanges, emptyState } from './state.js';
import { TABLES, TABLE_NAMES, type TableName } from './tables.js';

const coder = (id: string, name: string) => ({ id, name, initials: id });
const changes: Change[] = [
  { table: 'coders', id: 'a', before: null, after: coder('a', 'Ane') },
  { table: 'coders', id: 'a', before: coder('a', 'Ane'), after: coder('a', 'Anne') },
];

test('changes followed by their inverse leave the study as it was', () => {
  const state = emptyState();
  applyChanges(state, changes);
  expect(state.coders.get('a')).toEqual(coder('a', 'Anne'));
  applyChanges(state, inverse(changes));
  expect(state).toEqual(emptyState());
});

test('equal values have equal canonical JSON whatever the order of their keys', () => {
  expect(canonicalJson({ b: [1, { d: 2, c: null }], a: 'æ' })).toBe('{"a":"æ","b":[1,{"c":null,"d":2}]}');
});

test('every table has a text id, and points only into tables before it or itself', () => {
  const wrong = TABLE_NAMES.flatMap((name, i) => {
    const columns = TABLES[name] as Record<string, { type: string; to?: TableName }>;
    const earlier = new Set(TABLE_NAMES.slice(0, i + 1));
    return Object.values(columns)
      .filter(({ to }) => to !== undefined && !earlier.has(to))
      .map(({ to }) => `${name} points at ${to}`);
  });
  expect(wrong).toEqual([]);
  expect(TABLE_NAMES.filter((name) => TABLES[name].id.type !== 'text')).toEqual([]);
});
