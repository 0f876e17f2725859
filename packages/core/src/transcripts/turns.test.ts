import { expect, test } from 'vitest';
import { readMarks, readTurns } from './turns.js';

const words = (text: string) => {
  const read = readTurns(text);
  return read.turns.map((turn) => [turn.role, turn.label, text.slice(turn.from, turn.to)]);
};

test('labels begin turns, and a line without one goes on with the turn before', () => {
  expect(words('Interviewer: Bor du her?\n\nIP: Ja.\nSiden maj.\n\nInterviewer: Okay.\n\nIP: Mm.\n')).toEqual(
    [
      ['interviewer', 'Interviewer', 'Bor du her?'],
      ['interviewee', 'IP', 'Ja.\nSiden maj.'],
      ['interviewer', 'Interviewer', 'Okay.'],
      ['interviewee', 'IP', 'Mm.'],
    ],
  );
});

test('a colon inside speech is no label when the word before it never comes back', () => {
  expect(words('I: Hvad så?\n\nIP: Han sagde\nNå: det går nok.\n\nIP: Ja.\n').length).toBe(3);
});

test('a text without labels is one voice, a paragraph a turn', () => {
  expect(words('Jeg kom i maj.\n\nSå blev det juni.\n')).toEqual([
    ['interviewee', null, 'Jeg kom i maj.'],
    ['interviewee', null, 'Så blev det juni.'],
  ]);
});

test('an interviewee who answers once is a speaker all the same', () => {
  expect(words('Interviewer: Bor du her?\n\nIP: Ja.\n').map(([role]) => role)).toEqual([
    'interviewer',
    'interviewee',
  ]);
});

test('a time code before a label is kept in seconds', () => {
  expect(readTurns('[01:02] I1: Hej\n[00:01:05] IP: Hej\n[01:40] IP: Ja\n').turns.map((t) => t.time)).toEqual(
    [62, 65, 100],
  );
});

test('brackets have four meanings', () => {
  const text = 'Så [griner] tog jeg til [bynavn] (...) på kursus [om økonomi, red.] …';
  expect(readMarks(text).map((m) => [m.kind, text.slice(m.from, m.to)])).toEqual([
    ['nonverbal', '[griner]'],
    ['masked', '[bynavn]'],
    ['omission', '(...)'],
    ['editor', '[om økonomi, red.]'],
    ['pause', '…'],
  ]);
});
