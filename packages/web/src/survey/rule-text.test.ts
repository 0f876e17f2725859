import { describe, expect, test } from 'vitest';
import { readRule, ruleText } from './rule-text.js';

const whole = { words: false, whole: true };
const read = (text: string, source = whole) => readRule(text, source);

describe('readRule', () => {
  test('reads numbers with any sign between them', () => {
    for (const text of ['1, 2', '1,2', '1;2', '1 2', ' 1 , 2 '])
      expect(read(text)).toEqual([{ values: [1, 2], range: null }]);
    expect(read('-9')).toEqual([{ values: [-9], range: null }]);
  });

  test('a comma between figures is a decimal sign where there are decimals', () => {
    expect(read('1,5; 2', { words: false, whole: false })).toEqual([{ values: [1.5, 2], range: null }]);
    expect(read('1,5, 2.25', { words: false, whole: false })).toEqual([{ values: [1.5, 2.25], range: null }]);
  });

  test('reads ranges with a dash of any kind, and those without an end', () => {
    for (const text of ['18-29', '18 – 29', '18–29', '18..29'])
      expect(read(text)).toEqual([{ values: [], range: { from: 18, to: 29 } }]);
    expect(read('-5--1')).toEqual([{ values: [], range: { from: -5, to: -1 } }]);
    for (const text of ['50+', '≥50', '>= 50'])
      expect(read(text)).toEqual([{ values: [], range: { from: 50, to: null } }]);
    expect(read('≤ 17')).toEqual([{ values: [], range: { from: null, to: 17 } }]);
  });

  test('one range goes with its values, several are rules of their own', () => {
    expect(read('1, 5-7')).toEqual([{ values: [1], range: { from: 5, to: 7 } }]);
    expect(read('1, 5-7, 9+')).toEqual([
      { values: [1], range: null },
      { values: [], range: { from: 5, to: 7 } },
      { values: [], range: { from: 9, to: null } },
    ]);
  });

  test('words stand between semicolons', () => {
    expect(read('tit; af og til, måske;', { words: true, whole: false })).toEqual([
      { values: ['tit', 'af og til, måske'], range: null },
    ]);
  });

  test('what is not understood is not guessed', () => {
    for (const text of ['', 'ung', '1, x', '5–', '1-2-3']) expect(read(text)).toBeNull();
  });
});

test('a rule that is written and read is the same rule', () => {
  for (const text of ['1, 2', '18–29', '50+', '≤17', '1, 5–7'])
    expect(ruleText(read(text)![0]!, ',')).toBe(text);
  expect(ruleText({ values: [1.5], range: null }, ',')).toBe('1,5');
  expect(ruleText({ values: ['tit', 'altid'], range: null }, ',')).toBe('tit; altid');
});
