import { expect, test } from 'vitest';
import { namesMatching, patternOf } from './name-pattern.js';

const names = ['id', 'rw1', 'rw2', 'RW03', 'rw10', 'rwx', 'w.1'];

test('numbered names are found from one number to another', () => {
  expect(namesMatching('rw1-rw3', names)).toEqual(['rw1', 'rw2', 'RW03']);
  expect(namesMatching('rw2 – 10', names)).toEqual(['rw2', 'RW03', 'rw10']);
});

test('a star is anything, and names can be listed', () => {
  expect(namesMatching('rw*', names)).toEqual(['rw1', 'rw2', 'RW03', 'rw10', 'rwx']);
  expect(namesMatching('w.1, id', names)).toEqual(['id', 'w.1']);
  expect(namesMatching('w*1', ['w.1', 'x1'])).toEqual(['w.1']);
  expect(namesMatching('', names)).toEqual([]);
  expect(namesMatching('rw1-vw3', names)).toEqual([]);
});

test('the pattern of some names finds them again', () => {
  expect(patternOf(['rw1', 'rw2', 'rw3'])).toBe('rw1-rw3');
  expect(patternOf(['rw1', 'rw3'])).toBe('rw1, rw3');
  expect(patternOf([])).toBe('');
});
