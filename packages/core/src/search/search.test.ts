import { describe, expect, test } from 'vitest';
import { stemmer } from '../text/stem.js';
import { SmallStudy } from '../study/small-study.fixture.js';
import { applyChanges } from '../study/state.js';
import { inContext } from './in-context.js';
import { readQuery } from './query.js';
import { SearchIndex, type SearchHit } from './search.js';
import { folded, readWords } from './words.js';

const ALL = { from: 0, count: 1000 };

/** A study with these texts, one a person, and its index; the hash of a text is its person's name. */
function searched(texts: Record<string, string>, language = 'da') {
  const made = new SmallStudy();
  const index = new SearchIndex();
  for (const [person, text] of Object.entries(texts)) {
    made.person(person, { text });
    const version = made.state.sourceVersions.get(`v-${person}`)!;
    made.add('sourceVersions', { ...version, text: person });
    made.add('sources', { ...made.state.sources.get(`s-${person}`)!, language });
    index.takeText(person, readWords(text, language));
  }
  const wordsOf = ({ text, words, line }: SearchHit) =>
    inContext(typeof text === 'string' ? text : texts[text.hash]!, words, line);
  const find = (typed: string) =>
    index.search(made.state, readQuery(typed), ALL).flatMap(({ kind, hits }) =>
      hits.map((hit) => {
        const { text, marks } = wordsOf(hit);
        return [kind, hit.id, marks.map(({ from, to }) => text.slice(from, to)).join('|')];
      }),
    );
  return { made, index, find, wordsOf };
}

describe('search', () => {
  test('a Danish word is found in its inflections, small and capital letters and accents aside', () => {
    const { find } = searched({ a: 'Ensomheden kom.\nHan er ENSOM i en café.\nIkke ens.' });
    expect(find('ensomheder')).toEqual([
      ['text', 's-a', 'Ensomheden'],
      ['text', 's-a', 'ENSOM'],
    ]);
    expect(find('cafe')).toEqual([['text', 's-a', 'café']]);
    expect(find('vaerested')).toEqual([]);
  });

  test('å, æ and ø are letters of their own', () => {
    expect(folded('Ål')).toBe('ål');
    expect(folded('A\u030al')).toBe('ål');
    expect(folded('Idé')).toBe('ide');
    expect(folded('Über')).toBe('uber');
    expect(searched({ a: 'en al er en mast' }).find('ål')).toEqual([]);
  });

  test('an English text is stemmed as English', () => {
    expect(searched({ a: 'She has friendships.' }, 'en').find('friendship')).toEqual([
      ['text', 's-a', 'friendships'],
    ]);
  });

  test('all words must stand in one turn; those in quotes one after the other', () => {
    const { find } = searched({ a: 'Jeg går ture alene.\nAlene hjemme.', b: 'Ture går jeg ikke alene på.' });
    expect(find('alene ture').map(([, id]) => id)).toEqual(['s-a', 's-b']);
    expect(find('"ture alene"')).toEqual([['text', 's-a', 'ture|alene']]);
    expect(find('»alene hjemme«')).toEqual([['text', 's-a', 'Alene|hjemme']]);
    expect(find('"alene alene"')).toEqual([]);
  });

  test('a verb is found in its past and as a noun, and marked where it stands; in quotes only as it is written', () => {
    const { find } = searched({
      a: 'Døren lukkede han.\nLukningen gik han til, og tog toget.\nHan lukker Siden.',
    });
    const found = (typed: string) => find(typed).map(([, , marks]) => marks);
    expect(found('lukke')).toEqual(['lukkede', 'Lukningen', 'lukker']);
    expect(found('går')).toEqual(['gik']);
    expect(found('tage')).toEqual(['tog']);
    expect(found('sidde')).toEqual([]);
    expect(found('"lukker"')).toEqual(['lukker']);
    expect(found('"lukke"')).toEqual([]);
    expect(found('»tog toget«')).toEqual(['tog|toget']);
  });

  test('a star asks for all that begins so; a hyphenated word is a phrase of its parts', () => {
    const { find } = searched({ a: 'En ikke-ryger røg ud af rygeklubben.' });
    expect(find('ryge*')).toEqual([['text', 's-a', 'ryger|rygeklubben']]);
    expect(find('ikke-ryger')).toEqual([['text', 's-a', 'ikke|ryger']]);
    expect(find('"ikke ryge*"')).toEqual([['text', 's-a', 'ikke|ryger']]);
  });

  test('nothing typed, or nothing but signs, finds nothing', () => {
    const { find } = searched({ a: 'Ja.' });
    expect([find(''), find(' *- " '), find('"')]).toEqual([[], [], []]);
  });

  test('what the researchers wrote is found, each kind apart, and follows a change of its row', () => {
    const { made, find } = searched({ a: 'Savn.' });
    made.code('savn', null, 'Savn');
    const memo = {
      id: 'm',
      title: 'Om savnet',
      body: 'Det er stort.',
      about: 'code',
      aboutId: 'savn',
      coderId: null,
      createdAt: '',
      version: null,
      from: null,
      to: null,
      quoteHash: null,
    } as const;
    made.add('memos', memo);
    expect(find('savn')).toEqual([
      ['text', 's-a', 'Savn'],
      ['memo', 'm', 'savnet'],
      ['code', 'savn', 'Savn'],
    ]);
    applyChanges(made.state, [
      { table: 'memos', id: 'm', before: memo, after: { ...memo, title: 'Om glæde' } },
      { table: 'codes', id: 'savn', before: made.state.codes.get('savn')!, after: null },
    ]);
    expect(find('savn')).toEqual([['text', 's-a', 'Savn']]);
    expect(find('glæden')).toEqual([['memo', 'm', 'glæde']]);
  });

  test('words of those who withdrew are not found', () => {
    const { made, find } = searched({ a: 'Savn.', b: 'Savn.' });
    made.add('consents', {
      id: 'later',
      participantId: 'b',
      givenAt: '2026-02-01',
      scope: 'quote',
      withdrawnAt: '2026-03-01',
    });
    expect(find('savn').map(([, id]) => id)).toEqual(['s-a']);
  });

  test('a long line is cut around the words, between words, and says so', () => {
    const long = `${'ord '.repeat(80)}savnet ${'mere '.repeat(80)}`;
    const { index, made, wordsOf } = searched({ a: long });
    const [hit] = index.search(made.state, readQuery('savn'), ALL)[0]!.hits;
    const { text, marks, from, to } = wordsOf(hit!);
    expect(long.slice(from, to)).toBe('savnet');
    expect(marks.map((mark) => text.slice(mark.from, mark.to))).toEqual(['savnet']);
    expect(text).toMatch(/^… ord .* mere …$/);
    expect(text.length).toBeLessThan(240);
  });

  test('a page of hits has the same total as all of them', () => {
    const { index, made } = searched({ a: 'savn\nsavn\nsavn', b: 'savn' });
    const page = index.search(made.state, readQuery('savn'), { kinds: ['text'], from: 2, count: 1 });
    expect(page).toMatchObject([{ kind: 'text', total: 4, persons: 2, hits: [{ id: 's-a' }] }]);
  });
});

/** Every line of every text, word by word, without an index. */
function plainly(texts: Record<string, string>, typed: string, language: string): string[] {
  const stem = stemmer(language);
  const { places, clauses } = readQuery(typed);
  const fits = (word: string, place: number) =>
    places[place]!.as === 'beginning'
      ? folded(word).startsWith(places[place]!.word)
      : places[place]!.as === 'written'
        ? folded(word) === places[place]!.word
        : stem(folded(word)) === stem(places[place]!.word);
  return Object.entries(texts).flatMap(([person, text]) =>
    text.split('\n').flatMap((line) => {
      const words = line.match(/[\p{L}\p{N}\p{M}]+/gu) ?? [];
      const all = clauses.every(({ from, to }) =>
        words.some((_, at) =>
          places
            .slice(from, to)
            .every((_place, n) => at + n < words.length && fits(words[at + n]!, from + n)),
        ),
      );
      return all && clauses.length > 0 ? [`s-${person}`] : [];
    }),
  );
}

/** Seeds that are kept: each is the whole test once over. */
test.each([1, 2, 3, 5, 8, 13, 20261127])(
  'the index finds what a plain look at every word finds (seed %i)',
  (seed) => {
    let state = seed;
    const next = () => (state = (state * 16807) % 2147483647) / 2147483647;
    const pick = <T>(from: readonly T[]): T => from[Math.floor(next() * from.length)]!;
    const FORMS =
      'savn savnet Savnede ensom ensomme ensomhed ensomheden ven venner vennerne café cafeen ål al gå-tur bo’s 8 8-9 idé IDEER 🙂'.split(
        ' ',
      );
    const some = (n: number) => Array.from({ length: Math.ceil(next() * n) }, () => pick(FORMS));
    const texts = Object.fromEntries(
      'abcdef'
        .split('')
        .map((person) => [
          person,
          Array.from({ length: 8 }, () => some(9).join(pick([' ', ', ', '. ', '-', '  ']))).join(
            pick(['\n', '\n\n']),
          ),
        ]),
    );
    const { find } = searched(texts);
    for (let n = 0; n < 120; n++) {
      const typed = some(3)
        .map((word) =>
          next() < 0.3 ? `"${word} ${pick(FORMS)}"` : next() < 0.3 ? `${word.slice(0, 3)}*` : word,
        )
        .join(' ');
      expect([typed, find(typed).map(([, id]) => id)]).toEqual([typed, plainly(texts, typed, 'da')]);
    }
  },
);
