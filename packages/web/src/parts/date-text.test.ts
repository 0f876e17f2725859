import { expect, test } from 'vitest';
import { readDate, writtenDate } from './date-text.js';

test('a day is written with the day first, as the language does', () => {
  expect(writtenDate('2026-03-01', 'da')).toBe('01.03.2026');
  expect(writtenDate('2026-03-01', 'en')).toBe('01/03/2026');
  expect(writtenDate('', 'da')).toBe('');
});

test.each([
  ['27.11.2026', '2026-11-27'],
  ['27/11/2026', '2026-11-27'],
  ['1/3-26', '2026-03-01'],
  [' 1 3 2026 ', '2026-03-01'],
  ['2026-11-27', '2026-11-27'],
  ['29.2.2024', '2024-02-29'],
])('%s is read as %s', (text, iso) => expect(readDate(text)).toBe(iso));

test.each([
  '',
  '27.11',
  '31.2.2026',
  '29.2.2026',
  '0.1.2026',
  '1.13.2026',
  '27.11.226',
  '27.nov.2026',
  '1.1.1.2026',
])('»%s« is no day', (text) => expect(readDate(text)).toBe(null));

test('what is written is read back', () => {
  for (const language of ['da', 'en'] as const)
    expect(readDate(writtenDate('2019-12-31', language))).toBe('2019-12-31');
});
