import type { Turn } from '@bagom/core';
import { describe, expect, test } from 'vitest';
import { chosenWords } from './chosen-words.js';

const TEXT = 'Om arbejde\n\nInt: Hvad laver du?\n\nPalle: Jeg slår græs.\n';
const turn = (words: string, label: string | null): Turn => ({
  from: TEXT.indexOf(words),
  to: TEXT.indexOf(words) + words.length,
  role: 'interviewee',
  label,
  time: null,
  line: null,
});
const TURNS = [turn('Hvad laver du?', 'Int'), turn('Jeg slår græs.', 'Palle')];
/** What is chosen when everything from the first of the words to the last of the others is marked. */
const chosen = (first: string, last: string) => {
  const span = chosenWords(TEXT, TURNS, {
    from: TEXT.indexOf(first),
    to: TEXT.indexOf(last) + last.length,
  });
  return span && TEXT.slice(span.from, span.to);
};

describe('words that are chosen', () => {
  test('stand without white space and without the label before them', () => {
    expect(chosen('Palle: Jeg', 'slår ')).toBe('Jeg slår');
    expect(chosen('lle: Jeg', 'slår ')).toBe('Jeg slår');
    expect(chosen('laver', 'du?\n\nPalle:')).toBe('laver du?');
    expect(chosen('laver', 'du?\n\nPal')).toBe('laver du?');
  });

  test('keep a label between two turns, and lines that are nobody’s', () => {
    expect(chosen('laver', 'Jeg')).toBe('laver du?\n\nPalle: Jeg');
    expect(chosen('Om', 'Hvad')).toBe('Om arbejde\n\nInt: Hvad');
    expect(chosen('Om', 'arbejde\n\nInt: ')).toBe('Om arbejde');
  });

  test('are none where only a label or white space is', () => {
    expect(chosen('Palle', 'Palle: ')).toBe(null);
    expect(chosen('\n\nInt', '\n')).toBe(null);
  });
});
