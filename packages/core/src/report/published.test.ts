import { expect, test } from 'vitest';
import { countExcerpts, lineOfOffset, peopleOfExcerpts, phaseOfPrintedAge } from './published.js';
import type { PublishedExcerpt } from './published.js';

const excerpt = (fromLine: number, person: string, age: number): PublishedExcerpt => ({
  person,
  age,
  fromLine,
  toLine: fromLine,
  section: null,
  leadIn: '',
  marks: [],
  turns: [
    { role: 'interviewer', label: 'Interviewer', text: 'Hvad?', fromLine, toLine: fromLine },
    { role: 'interviewee', label: null, text: 'Det.', fromLine, toLine: fromLine },
  ],
});

test('the edges of the life phases are 30 and 50', () => {
  expect([29, 30, 49, 50].map(phaseOfPrintedAge)).toEqual(['young', 'adult', 'adult', 'older']);
});

test('a second age does not make a second person', () => {
  expect(peopleOfExcerpts([excerpt(1, 'Oda', 34), excerpt(5, 'Oda', 35)])).toEqual([
    { name: 'Oda', age: 34, phase: 'adult', excerpts: 2 },
  ]);
});

test('excerpts are counted by the line they begin on', () => {
  const all = [excerpt(1, 'Oda', 34), excerpt(5, 'Pil', 60), excerpt(9, 'Oda', 34)];
  expect(countExcerpts(all, 5)).toEqual({
    excerpts: 2,
    people: ['Pil', 'Oda'],
    interviewerTurns: 2,
    intervieweeTurns: 0,
    unlabelledTurns: 2,
  });
});

test('an offset finds its line, by line starts where they are known', () => {
  const span = { text: 'en to tre', fromLine: 7, toLine: 9, lineStarts: [0, 3, 6] };
  expect([0, 3, 5, 8, 99].map((offset) => lineOfOffset(span, offset))).toEqual([7, 8, 8, 9, 9]);
  expect(lineOfOffset({ text: 'abcd', fromLine: 1, toLine: 2 }, 3)).toBe(2);
});
