import { QUANTIFIERS } from '@bagom/core';
import { expect, test } from 'vitest';
import { couldSay, type Claim } from './word-scale.js';

const claim = (quantifier: string, carries: string, problems: string[] = []) =>
  ({
    quantifier,
    assessment: { carries, problems, of: 10, persons: Array(6).fill('p') },
  }) as unknown as Claim;

test('a claim two words or more below its count is told the word that would carry', () => {
  expect(couldSay(claim('en del', 'de fleste'), QUANTIFIERS.da)).toBe('de fleste');
  expect(couldSay(claim('some', 'most'), QUANTIFIERS.en)).toBe('most');
});

test('one word below, the word itself, a word unknown or a claim with problems is left in peace', () => {
  for (const one of [
    claim('mange', 'de fleste'),
    claim('de fleste', 'de fleste'),
    claim('halvdelen', 'de fleste'),
    claim('en del', 'de fleste', ['no-evidence']),
  ])
    expect(couldSay(one, QUANTIFIERS.da)).toBeNull();
});
