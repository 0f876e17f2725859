import { describe, expect, test } from 'vitest';
import { changeText } from './change.js';
import { joinTexts, partedAt } from './join.js';

const BASE = 'Jeg bor på Sjælland, og jeg savner nogen at gå ture med.';

describe('joining two corrections of a text', () => {
  test('what only one corrected comes along, whoever it was', () => {
    const ours = BASE.replace('Sjælland', 'Fyn');
    const theirs = BASE.replace('ture', 'lange ture');
    const { text, clashes, changes } = joinTexts(BASE, ours, theirs);
    expect(text).toBe('Jeg bor på Fyn, og jeg savner nogen at gå lange ture med.');
    expect(clashes).toEqual([]);
    expect(changeText(ours, changes)).toBe(text);
  });

  test('what both corrected alike is corrected once', () => {
    const same = BASE.replace('Sjælland', 'Fyn');
    expect(joinTexts(BASE, same, same)).toEqual({ text: same, changes: [], clashes: [] });
  });

  test('of words that both corrected differently theirs stand, and both are told', () => {
    const ours = BASE.replace('Sjælland', 'Fyn').replace('ture', 'tur');
    const theirs = BASE.replace('Sjælland', 'Bornholm');
    expect(joinTexts(BASE, ours, theirs)).toMatchObject({
      text: 'Jeg bor på Bornholm, og jeg savner nogen at gå tur med.',
      clashes: [{ ours: 'Fyn', theirs: 'Bornholm' }],
    });
  });

  test('what each put in at the same place stays, ours first', () => {
    const ours = `${BASE} Ja.`;
    const theirs = `${BASE} Nej.`;
    expect(joinTexts(BASE, ours, theirs)).toMatchObject({ text: `${BASE} Ja. Nej.`, clashes: [] });
  });

  test('a stretch that one took out and the other corrected in several places is one clash', () => {
    const ours = BASE.replace('og jeg savner nogen at gå ture med', 'altså');
    const theirs = BASE.replace('savner', 'mangler').replace('ture', 'tur');
    const { text, clashes } = joinTexts(BASE, ours, theirs);
    expect(text).toBe('Jeg bor på Sjælland, og jeg mangler nogen at gå tur med.');
    expect(clashes).toHaveLength(1);
  });

  test('with nothing corrected by one, the joined text is the other; either way round', () => {
    const other = BASE.replace('nogen', 'en').replace('med', 'sammen med');
    expect(joinTexts(BASE, BASE, other).text).toBe(other);
    expect(joinTexts(BASE, other, BASE).text).toBe(other);
  });

  test('whatever is corrected: without a clash it is the same text whoever is laid over whom', () => {
    const vocabulary = [
      'jeg',
      'bor',
      'her',
      'og',
      'savner',
      'nogen',
      'altid',
      'måske',
      'du',
      'ved',
      ',',
      '.',
    ];
    for (let seed = 1; seed <= 400; seed++) {
      let state = seed;
      const random = (n: number) => (state = (state * 16807) % 2147483647) % n;
      const base = Array.from({ length: 20 }, () => vocabulary[random(vocabulary.length)]!);
      const corrected = () =>
        base
          .flatMap((word) => {
            const act = random(12);
            const other = vocabulary[random(vocabulary.length)]!;
            return act === 0 ? [] : act === 1 ? [other] : act === 2 ? [word, other] : [word];
          })
          .join(' ');
      const [text, ours, theirs] = [base.join(' '), corrected(), corrected()];
      const over = joinTexts(text, ours, theirs);
      const under = joinTexts(text, theirs, ours);
      expect({ seed, text: changeText(ours, over.changes) }).toEqual({ seed, text: over.text });
      expect({ seed, clashes: under.clashes.length }).toEqual({ seed, clashes: over.clashes.length });
      const words = ({ text: joined, clashes }: typeof over) =>
        clashes.length === 0 ? joined.split(' ').toSorted() : null;
      expect({ seed, words: words(over) }).toEqual({ seed, words: words(under) });
    }
  });
});

describe('where two texts parted', () => {
  test('is the last that both went through, and not one that only one of them did', () => {
    const first = BASE.replace('Jeg', 'jeg');
    const step = BASE.replace('ture', 'tur');
    const ours = step.replace('Sjælland', 'Fyn');
    const theirs = BASE.replace('nogen', 'en');
    expect(partedAt([first, BASE, step], ours, theirs)).toBe(BASE);
  });
});
