import { expect, test } from 'vitest';
import { excerptText } from './excerpt-text.js';

test('turns and marks stand on the same words in the built text', () => {
  const turns = [
    { role: 'interviewer' as const, label: 'Interviewer', text: 'Hvad så?', fromLine: 10, toLine: 10 },
    { role: 'interviewee' as const, label: 'Ib', text: ' Jo [griner].\nDet går.', fromLine: 12, toLine: 13 },
    { role: 'interviewee' as const, label: null, text: 'Og så … ', fromLine: 15, toLine: 15 },
  ];
  const marks = [
    { turn: 1, from: 4, to: 12, kind: 'nonverbal' as const, text: '[griner]' },
    { turn: 2, from: 6, to: 7, kind: 'pause' as const, text: '…' },
  ];
  const built = excerptText({ turns, marks });
  expect(built.text).toBe('Interviewer: Hvad så?\n\nIb: Jo [griner].\nDet går.\n\nOg så …\n');
  expect(built.turns.map(({ from, to }) => built.text.slice(from, to))).toEqual([
    'Hvad så?',
    'Jo [griner].\nDet går.',
    'Og så …',
  ]);
  expect(built.marks.map(({ from, to }) => built.text.slice(from, to))).toEqual(['[griner]', '…']);
  expect(built.turns.map(({ line }) => line)).toEqual([10, 12, 15]);
});
