import { expect, test } from 'vitest';
import type { Turn, TurnRole } from './source.js';
import { whoseWords } from './whose-words.js';

const turn = (from: number, to: number, role: TurnRole): Turn => ({
  from,
  to,
  role,
  label: null,
  time: null,
  line: null,
});
// Labels lie between the turns: 10-12, 20-22, 30-32.
const turns = [
  turn(2, 10, 'interviewer'),
  turn(12, 20, 'interviewee'),
  turn(22, 30, 'interviewer'),
  turn(32, 40, 'other'),
];

test('a stretch within the interviewer’s turn is theirs', () => {
  expect(whoseWords(turns, { from: 3, to: 9 })).toBe('interviewer');
  expect(whoseWords(turns, { from: 22, to: 30 })).toBe('interviewer');
});

test('a question coded with its answer is the interviewee’s', () => {
  expect(whoseWords(turns, { from: 5, to: 15 })).toBe('interviewee');
  expect(whoseWords(turns, { from: 19, to: 25 })).toBe('interviewee');
});

test('a stretch that only touches a turn has none of its words', () => {
  expect(whoseWords(turns, { from: 20, to: 24 })).toBe('interviewer');
  expect(whoseWords(turns, { from: 10, to: 12 })).toBe('other');
  expect(whoseWords(turns, { from: 33, to: 35 })).toBe('other');
  expect(whoseWords([], { from: 0, to: 5 })).toBe('other');
});
