import type { PublishedReport } from '@bagom/core';
import { expect, test } from 'vitest';
import { readReport } from './read.js';
import { writeReport } from './write.js';

const turn = (
  role: 'interviewer' | 'interviewee',
  text: string,
  line: number,
  label: string | null = 'x',
) => ({
  role,
  text,
  label,
  fromLine: line,
  toLine: line,
});

/** A report as the study makes it: lines are only an order. */
const OURS: PublishedReport = {
  title: 'Dage i haven',
  lines: 12,
  people: [],
  anomalies: [],
  sections: [
    {
      number: '1',
      title: 'Haven',
      level: 1,
      fromLine: 1,
      toLine: 12,
      excerpts: 3,
      people: [],
      interviewerTurns: 2,
      intervieweeTurns: 4,
      unlabelledTurns: 1,
    },
    {
      number: '1.1',
      title: 'Bedene',
      level: 2,
      fromLine: 5,
      toLine: 12,
      excerpts: 2,
      people: [],
      interviewerTurns: 1,
      intervieweeTurns: 2,
      unlabelledTurns: 1,
    },
  ],
  paragraphs: [
    {
      text: `Haven åbnede i ${'mange års arbejde '.repeat(12)}2017 med 18-29-årige og ældre, og det blev til uddannelses- og kursusdage.`,
      fromLine: 2,
      toLine: 2,
      section: '1',
    },
    { text: 'Dorte på 52 år siger:', fromLine: 3, toLine: 3, section: '1' },
  ],
  excerpts: [
    {
      person: 'Dorte',
      age: 52,
      fromLine: 4,
      toLine: 4,
      section: '1',
      leadIn: 'Dorte på 52 år siger:',
      marks: [],
      turns: [
        turn('interviewer', 'Hvad gror her?', 4),
        turn(
          'interviewee',
          `Kål. ${'Og så luger jeg lidt hver dag. '.repeat(9)}Interviewer: sagde han.\n(…)\nOg så hjem.`,
          4,
        ),
      ],
    },
    {
      person: 'Anna Sofie',
      age: 30,
      fromLine: 6,
      toLine: 6,
      section: '1.1',
      leadIn: 'Anna Sofie på 30 år er ny:',
      marks: [],
      turns: [turn('interviewee', 'Jeg kom i går.', 6, null)],
    },
    {
      person: 'Dorte',
      age: 52,
      fromLine: 7,
      toLine: 7,
      section: '1.1',
      leadIn: '',
      marks: [],
      turns: [turn('interviewer', 'Og nu?', 7), turn('interviewee', 'Nu venter jeg [griner] på 2018.', 7)],
    },
  ],
};

const values = (report: PublishedReport) => ({
  title: report.title,
  people: report.people,
  excerpts: report.excerpts.map(({ person, age, section, leadIn, turns }) => ({
    person,
    age,
    section,
    leadIn,
    turns: turns.map(({ role, text }) => [role, text]),
  })),
  sections: report.sections.map(({ fromLine: _from, toLine: _to, ...rest }) => rest),
});

test('a report of our own is printed in the form that is read', () => {
  const printed = writeReport(OURS);
  const read = readReport(printed);
  expect(read.excerpts.map(({ person, section, leadIn }) => [person, section, leadIn])).toEqual([
    ['Dorte', '1', 'Dorte på 52 år siger:'],
    ['Anna Sofie', '1.1', 'Anna Sofie på 30 år er ny:'],
    ['Dorte', '1.1', ''],
  ]);
  expect(read.people.map(({ name, excerpts }) => [name, excerpts])).toEqual([
    ['Dorte', 2],
    ['Anna Sofie', 1],
  ]);
  expect(
    read.sections.map(({ number, excerpts, interviewerTurns, intervieweeTurns }) => [
      number,
      excerpts,
      interviewerTurns,
      intervieweeTurns,
    ]),
  ).toEqual([
    ['1', 3, 2, 2],
    ['1.1', 2, 1, 1],
  ]);
  expect(read.paragraphs[0]?.text).toBe(OURS.paragraphs[0]?.text);
  expect(printed.split('\n').every((line) => line.length <= 130)).toBe(true);
});

test('what was read and printed is read the same', () => {
  const once = readReport(writeReport(OURS));
  expect(values(readReport(writeReport(once)))).toEqual(values(once));
});

test('the printed form has no slips of its own', () => {
  const kinds = readReport(writeReport(OURS)).anomalies.map(({ kind }) => kind);
  expect(
    kinds.filter(
      (kind) =>
        kind !== 'unlabelled-monologue' && kind !== 'missing-lead-in' && kind !== 'unlabelled-continuation',
    ),
  ).toEqual([]);
});
