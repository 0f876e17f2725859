import { expect, test } from 'vitest';
import { carrySpans } from './carry.js';
import { diffText } from './diff.js';
import { wholeLetters } from './whole-letters.js';

const whole = (text: string, from: number, to: number) => {
  const span = wholeLetters(text, { from, to });
  return text.slice(span.from, span.to);
};

test('a stretch that ends inside an emoji, an accented letter or a flag takes all of it', () => {
  const family = '👩‍👩‍👧';
  expect(whole(`a ${family} b`, 3, 5)).toBe(family);
  expect(whole(`a ${family} b`, 0, 4)).toBe(`a ${family}`);
  expect(whole('ax\u0323\u0307b', 1, 2)).toBe('x\u0323\u0307');
  expect(whole('🇩🇰🇸🇪', 4, 6)).toBe('🇸🇪');
  expect(whole('🇩🇰🇸🇪', 2, 6)).toBe('🇩🇰🇸🇪');
  expect(whole('👍🏽 ja', 0, 2)).toBe('👍🏽');
});

test('whole letters are left as they are', () => {
  const text = 'Hej 👩‍👩‍👧 så e\u0301n 🇩🇰.';
  for (const { index, segment } of new Intl.Segmenter('da').segment(text))
    expect(whole(text, index, index + segment.length)).toBe(segment);
  expect(whole('æøå', 0, 3)).toBe('æøå');
});

test('a heap of accents is not walked without end', () => {
  const heap = `a${'\u0301'.repeat(100_000)}b`;
  const { from, to } = wholeLetters(heap, { from: 50_000, to: 50_001 });
  expect(to - from).toBeLessThan(1000);
});

test('a correction inside a letter leaves no stretch on half of it', () => {
  const [before, after] = ['Min 👩 kom.', 'Min 👩‍👧 kom.'];
  const [found] = carrySpans(before, after, diffText(before, after), [{ from: 4, to: 6 }]);
  expect(found).toMatchObject({ is: 'changed' });
  expect(found?.is !== 'lost' && after.slice(found!.span.from, found!.span.to)).toBe('👩‍👧');
});
