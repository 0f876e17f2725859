import { expect, test } from 'vitest';
import { fuzzy } from './fuzzy.js';

const names = [
  'Relationer',
  'Relationer/Ensomhed',
  'Relationer/Ensomhed/Svære tidspunkter',
  'Relationer/Venskaber',
];
const found = (typed: string) =>
  names
    .map((name) => ({ name, score: fuzzy(typed, name) }))
    .filter(({ score }) => score !== null)
    .toSorted((a, b) => b.score! - a.score!)
    .map(({ name }) => name);

test('the name itself comes before names under it', () => {
  expect(found('ensom')).toEqual(['Relationer/Ensomhed', 'Relationer/Ensomhed/Svære tidspunkter']);
});

test('every word typed must be there, in any order', () => {
  expect(found('tids ensom')).toEqual(['Relationer/Ensomhed/Svære tidspunkter']);
  expect(found('tids vensk')).toEqual([]);
});

test('letters in order find a name whose word begins with the first', () => {
  expect(found('svti')).toEqual(['Relationer/Ensomhed/Svære tidspunkter']);
});

test('signs are letters like others, and nothing typed finds everything', () => {
  expect(fuzzy('»(', 'Relationer')).toBeNull();
  expect(fuzzy('(((', 'Relationer')).toBeNull();
  expect(found('')).toHaveLength(names.length);
});
